import AirQuality
import Desk
import Feeds
public import PlanModel
import Presentation
import Warnings

/// Makes the decision of a notice again from the files of its folder, and compares.
///
/// The files are not trusted: what is missing, cut or not what it should be is told, and nothing is taken on faith but the machine's
/// own zone rules.
public struct EvidenceCheck {
    /// What a check of the plan's text gives.
    public struct CheckedPlan {
        /// Nil where it has errors.
        public var plan: Plan?
        /// The errors as text.
        public var errors: String

        public init(plan: Plan?, errors: String) {
            self.plan = plan
            self.errors = errors
        }
    }

    /// SHA-256 in 64 hexadecimal digits.
    private let hash: ([UInt8]) -> String
    private let versionHash: ([(name: String, bytes: [UInt8])]) -> String
    private let checkPlan: ([(name: String, bytes: [UInt8])]) -> CheckedPlan
    var report = EvidenceReport()

    /// - Parameters:
    ///   - hash: SHA-256 of bytes in 64 hexadecimal digits.
    ///   - versionHash: The content hash of a plan version of these files.
    ///   - checkPlan: Checks the text of a plan.
    public init(
        hash: @escaping ([UInt8]) -> String, versionHash: @escaping ([(name: String, bytes: [UInt8])]) -> String,
        checkPlan: @escaping ([(name: String, bytes: [UInt8])]) -> CheckedPlan
    ) {
        self.hash = hash
        self.versionHash = versionHash
        self.checkPlan = checkPlan
    }

    /// Checks a folder.
    ///
    /// - Parameters:
    ///   - evidence: The files of `evidence/` by their paths in it, `plan/city.plan`.
    ///   - notice: The files of the notice beside it by their names; nil where only the evidence is at hand.
    public func check(evidence: [String: [UInt8]], notice: [String: [UInt8]]?) -> EvidenceReport {
        var check = self
        check.run(evidence, notice)
        return check.report
    }

    private mutating func run(_ files: [String: [UInt8]], _ notice: [String: [UInt8]]?) {
        guard let index = json(files, EvidenceName.index) else { return }
        let format = index["format"]?.text
        guard [DecisionEvidence.format, ExtensionEvidence.format].contains(format) else {
            report.obstacles.append(
                "\(EvidenceName.index) is of another format than \(DecisionEvidence.format): use the version of lantian that wrote it"
            )
            return
        }
        report.notice = index["notice"]?.text
        report.planHash = index["plan"]?["hash"]?.text
        if let before = index["ledger"]?["before"]?.text, let after = index["ledger"]?["head"]?.text {
            report.heads = (before, after)
        } else {
            report.obstacles.append("\(EvidenceName.index) names no heads of the ledger")
        }
        if format == ExtensionEvidence.format { return runExtension(index, files, notice) }
        guard let standing = json(files, EvidenceName.standing), let stated = json(files, EvidenceName.decision) else { return }
        var own = [
            EvidenceName.decision, EvidenceName.standing, EvidenceName.observations, EvidenceName.dayForecasts,
            EvidenceName.hourForecasts,
        ]
        let listed = index["files"]?.elements ?? []
        let opinions = EvidenceName.opinions
        if files[opinions] != nil || listed.contains(where: { $0["name"]?.text == opinions }) { own.append(opinions) }
        checkHashes(own, listed, files)
        guard let plan = plan(index["plan"]?["files"]?.elements ?? [], files) else { return }
        guard let areaID = index["area"]?["id"]?.text, let area = plan.areas.first(where: { $0.id == areaID }) else {
            report.obstacles.append("the plan has no area \(index["area"]?["id"]?.shown ?? "such as the evidence should name")")
            return
        }
        guard let at = slot(index["at"], "\(EvidenceName.index), at"), let before = self.standing(standing),
            var basis = basis(files, plan, area, at)
        else { return }
        guard report.obstacles.isEmpty else { return }
        basis.standing = before
        let trace = basis.trace()
        report.basis = basis
        report.trace = trace
        report.zone = plan.zone
        compare(stated, trace, plan)
        if let notice { NoticeComparison(index: index, trace: trace, basis: basis).run(notice, &report) }
    }

    // MARK: Files

    private mutating func bytes(_ files: [String: [UInt8]], _ name: String) -> [UInt8]? {
        if files[name] == nil { report.obstacles.append("\(name) is missing") }
        return files[name]
    }

    mutating func json(_ files: [String: [UInt8]], _ name: String) -> JSONValue? {
        guard let bytes = bytes(files, name) else { return nil }
        do throws(JSONReader.Failure) { return try JSONReader.read(bytes) } catch {
            report.obstacles.append("\(name) is no JSON: \(error.reason) at byte \(error.offset)")
            return nil
        }
    }

    mutating func checkHashes(_ own: [String], _ listed: [JSONValue], _ files: [String: [UInt8]]) {
        for name in own {
            guard let bytes = bytes(files, name) else { continue }
            guard let stated = listed.first(where: { $0["name"]?.text == name })?["sha256"]?.text else {
                report.differences.append("\(EvidenceName.index) does not list \(name)")
                continue
            }
            if hash(bytes) != stated { report.differences.append("\(name) is not as it was written: its hash differs") }
        }
    }

    /// The plan, from its files that are there.
    mutating func plan(_ listed: [JSONValue], _ files: [String: [UInt8]]) -> Plan? {
        var texts: [(name: String, bytes: [UInt8])] = []
        var tables = 0
        for entry in listed {
            guard let name = entry["name"]?.text, let stated = entry["sha256"]?.text else {
                report.obstacles.append("\(EvidenceName.index) lists a file of the plan without its name or hash")
                return nil
            }
            guard let path = entry["path"]?.text else {
                tables += 1
                continue
            }
            guard let bytes = bytes(files, path) else { continue }
            if hash(bytes) != stated {
                report.differences.append("\(PlainText.line(path)) is not the file of the plan version: its hash differs")
            }
            texts.append((name, bytes))
        }
        let paths = Set(listed.compactMap { $0["path"]?.text })
        for name in files.keys.sorted() where name.hasPrefix("\(EvidenceName.plan)/") && !paths.contains(name) {
            report.differences.append("\(PlainText.line(name)) is no file of the plan version that the evidence names")
        }
        guard report.obstacles.isEmpty else { return nil }
        guard !texts.isEmpty else {
            report.obstacles.append("the evidence holds no file of a plan")
            return nil
        }
        if tables > 0 {
            report.notes.append(
                "the hash of the plan's version was not recomputed: \(tables) of its files are tables or templates, which are named with their hash only"
            )
        } else if versionHash(texts) != report.planHash {
            report.differences.append("the plan's files do not have the hash of the plan's version that the evidence names")
        }
        let checked = checkPlan(texts)
        if checked.plan == nil { report.obstacles.append("the plan has errors:\n\(checked.errors)") }
        return checked.plan
    }

    // MARK: Values

    private mutating func slot(_ value: JSONValue?, _ place: String) -> HourSlot? {
        if let text = value?.text, let instant = Instant(text), instant.seconds % 3600 == 0 { return instant.hourFloor }
        report.obstacles.append("\(place) is no whole hour: \(value?.shown ?? "it is missing")")
        return nil
    }

    private mutating func standing(_ json: JSONValue) -> Standing? {
        var standing = Standing()
        standing.level = json["level"]?.text
        if let episode = json["episode"] {
            guard let slot = slot(episode, "\(EvidenceName.standing), episode") else { return nil }
            standing.episode = slot
        }
        if let since = json["since"] {
            guard let slot = slot(since, "\(EvidenceName.standing), since") else { return nil }
            standing.since = slot
        }
        var starts: [ResponseSchedule.Start] = []
        for entry in json["responses"]?.elements ?? [] {
            guard let at = slot(entry["at"], "\(EvidenceName.standing), responses"), let level = entry["level"]?.text else {
                report.obstacles.append("\(EvidenceName.standing) names a response without its level")
                return nil
            }
            starts.append(ResponseSchedule.Start(at: at, level: level))
        }
        standing.responses = ResponseSchedule(starts: starts)
        return standing
    }

    private mutating func basis(_ files: [String: [UInt8]], _ plan: Plan, _ area: Area, _ at: HourSlot) -> Recomputation? {
        guard let observed = feed(files, EvidenceName.observations, .plainObservations),
            let days = feed(files, EvidenceName.dayForecasts, .plainDayForecasts),
            let hours = feed(files, EvidenceName.hourForecasts, .plainHourForecasts)
        else { return nil }
        var observations = observed.observations
        let slots = Recomputation.slots(before: at)
        let stations = Recomputation.stations(plan, area)
        let isRead = observations.stations.map { stations.contains($0) || area.stations.isEmpty && area.answers(to: $0) }
        let count = observations.rows.count
        observations.rows.removeAll { !slots.contains(Int($0.slot)) || !isRead[Int($0.station)] }
        if observations.rows.count < count {
            report.differences.append(
                "\(EvidenceName.observations) holds \(count - observations.rows.count) rows that no condition of the plan can read: they were left out"
            )
        }
        var forecasts = ForecastBatch()
        forecasts.days = days.forecasts.days
        forecasts.hours = hours.forecasts.hours
        guard let opinions = opinions(files, area) else { return nil }
        return Recomputation(
            plan: plan, area: area, at: at, standing: Standing(), observations: observations, forecasts: forecasts,
            opinions: opinions)
    }

    private mutating func opinions(_ files: [String: [UInt8]], _ area: Area) -> [DeskAct]? {
        guard files[EvidenceName.opinions] != nil else { return [] }
        guard let document = json(files, EvidenceName.opinions) else { return nil }
        let acts = OpinionsJSON.acts(document, area: area.id)
        if acts == nil { report.obstacles.append("\(EvidenceName.opinions) is damaged") }
        return acts
    }

    private mutating func feed(_ files: [String: [UInt8]], _ name: String, _ format: FeedFormat) -> FeedResult? {
        guard let bytes = bytes(files, name) else { return nil }
        let result = FeedReader.read(bytes, name: name)
        if let failure = result.rejected ?? result.brokenOff {
            report.obstacles.append("\(name) cannot be read: \(failure)")
        } else if result.format != format {
            report.obstacles.append("\(name) is of another layout than its name says")
        } else if result.errorCount > 0 {
            report.obstacles.append("\(name) is damaged: \(result.rowErrors.first.map { "line \($0)" } ?? "")")
        } else if bytes.last != 0x0A {
            report.obstacles.append("\(name) is cut off: its last line does not end")
        } else {
            return result
        }
        return nil
    }

    // MARK: Comparison

    private mutating func compare(_ stated: JSONValue, _ trace: AreaTrace, _ plan: Plan) {
        guard let decision = trace.decision else {
            report.differences.append("nothing is decided; stated is \(DecisionWords.line(stated))")
            return
        }
        let text = DecisionRecordJSON.text(decision, plan)
        guard var found = try? JSONReader.read(Array(text.utf8)) else { return }
        found = found.named(asIn: stated)
        let differences = JSONValue.differences(stated, found)
        guard !differences.isEmpty else { return }
        if DecisionWords.line(stated) != DecisionWords.line(found) {
            report.differences.append("decided is \(DecisionWords.line(found)); stated is \(DecisionWords.line(stated))")
        }
        report.differences += differences.map { "\(EvidenceName.decision): \($0)" }
    }
}

/// A decision of a JSON document in few words.
enum DecisionWords {
    static func line(_ decision: JSONValue) -> String {
        func word(_ key: String) -> String { decision[key]?.text.map { PlainText.line($0, limit: 60) } ?? "none" }
        return "\(word("kind")) \(word("from")) → \(word("to"))"
    }
}
