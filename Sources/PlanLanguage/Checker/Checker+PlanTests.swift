import AirQuality
import PlanModel
import Presentation

// Tests of the plan: what is given and what is expected, as values.
extension Checker {
    static let maximumTests = 1000
    /// Hours from the first thing that a test speaks of to the last: a year.
    static let maximumTestHours = 366 * 24
    private static let testYears = LocalDate(days: 10_957)..<LocalDate(days: 84_006)

    mutating func checkPlanTests(_ syntax: [PlanTestSyntax], levels: [Level], hasList: Bool) {
        var names: [String: SourceRange] = [:]
        for (index, test) in syntax.enumerated() {
            if index == Self.maximumTests {
                report(.planTest(.tooMany(Self.maximumTests)), test.name?.range ?? test.range)
                return
            }
            guard let name = test.name, checkText(name) else { continue }
            if let first = names[name.value] {
                drafts.append(Draft(.defined(.test, name.value), name.range, related: [(first, .firstHere)]))
            } else {
                names[name.value] = name.range
            }
            let errors = drafts.errors
            let typed = type(test, name: name, levels: levels, hasList: hasList)
            if test.isWhole, drafts.errors == errors, let typed { tests.append(typed) }
        }
    }

    private mutating func type(_ syntax: PlanTestSyntax, name: TextSyntax, levels: [Level], hasList: Bool) -> PlanTest? {
        var test = PlanTest(name: name.value, area: nil, givens: [], expectations: [], place: place(name.range))
        var area: SourceRange?
        var warning: SourceRange?
        var since: (slot: HourSlot, range: SourceRange)?
        for clause in syntax.clauses {
            switch clause.value {
            case .area(let id):
                guard isFirst("in", clause.range, &area) else { continue }
                test.area = id.text
                if areaIDs[id.text] == nil, !hasLostDeclaration { reportUnknown(.area, id, among: areas.map(\.id)) }
            case .warning(let level, let moment):
                guard isFirst("warning", clause.range, &warning) else { continue }
                let slot = moment.flatMap { self.slot($0) }
                if let slot, let moment { since = (slot, moment.range) }
                if let id = levelID(level) { test.givens.append(.warning(level: id, since: slot)) }
            case .row(let row):
                checkList(hasList, row.name.range)
                if let typed = type(row, among: test.givens) { test.givens.append(.row(typed)) }
            case .given(let given):
                if let typed = type(given) { test.givens.append(typed) }
            case .expectation(let expectation):
                checkSubject(expectation, hasList: hasList)
                if let at = slot(expectation.at), let outcome = outcome(expectation, levels, in: testArea(syntax)) {
                    test.expectations.append(
                        PlanTest.Expectation(at: at, outcome: outcome, place: place(expectation.range)))
                }
            }
        }
        if test.expectations.isEmpty {
            let hasAny = syntax.clauses.contains { if case .expectation = $0.value { true } else { false } }
            if !hasAny, syntax.isWhole { report(.planTest(.withoutExpectation(name.value)), name.range) }
            return nil
        }
        if let since, test.expectations.contains(where: { $0.at <= since.slot }) {
            report(.planTest(.sinceAfterExpectation), since.range)
        }
        if test.hours > Self.maximumTestHours { report(.planTest(.tooLong(Self.maximumTestHours)), name.range) }
        return test
    }

    private mutating func isFirst(_ clause: String, _ range: SourceRange, _ first: inout SourceRange?) -> Bool {
        guard let known = first else {
            first = range
            return true
        }
        drafts.append(Draft(.duplicateClause(clause), range, related: [(known, .firstHere)]))
        return false
    }

    private mutating func levelID(_ name: NameSyntax) -> String? {
        levelIndex(name).map { levelOrder[$0].text }
    }

    // MARK: - Expectations

    private mutating func checkSubject(_ syntax: ExpectationSyntax, hasList: Bool) {
        if case .order(_, let name, _) = syntax.outcome { checkList(hasList, name.range) }
    }

    private mutating func checkList(_ hasList: Bool, _ range: SourceRange) {
        if !hasList, !hasLostDeclaration { report(.planTest(.orderWithoutList), range) }
    }

    /// The area that a test plays in; nil where the plan has none of that name, or none at all.
    private func testArea(_ test: PlanTestSyntax) -> Area? {
        let stated = test.clauses.lazy.compactMap { if case .area(let id) = $0.value { id.text } else { nil } }.first
        return stated.map { id in areas.first { $0.id == id } } ?? areas.first
    }

    private mutating func outcome(_ syntax: ExpectationSyntax, _ levels: [Level], in area: Area?) -> PlanTest.Outcome? {
        if let because = syntax.because {
            guard case .decision = syntax.outcome else {
                report(.planTest(.becauseWithoutDecision), because.range)
                return nil
            }
        }
        switch syntax.outcome {
        case .level(let name):
            guard let name else { return .level(nil) }
            return levelID(name).map { .level($0) }
        case .noDecision: return .noDecision
        case .order(let subject, let name, let action):
            checkText(Located(name.text, name.range))
            return lower(action).map { .order(subject, name.text, $0) }
        case .alert(let id, let station, let isExpected):
            guard let scope = alertScopes[id.text] else {
                if !hasLostDeclaration { reportUnknown(.alert, id, among: alertScopes.keys.sorted()) }
                return nil
            }
            if let station, !checkStation(station, ofAlert: id.text, scope, in: area) { return nil }
            return .alert(id.text, station: station?.text, isExpected: isExpected)
        case .advice(let id, let isExpected):
            guard adviceNames.contains(id.text) else {
                if !hasLostDeclaration { reportUnknown(.advice, id, among: adviceNames.sorted()) }
                return nil
            }
            return .advice(id.text, isExpected: isExpected)
        case .decision(let kind, let to):
            var level: String?
            if let to {
                guard let id = levelID(to) else { return nil }
                level = id
            }
            if let because = syntax.because { checkLabel(because, of: levels.filter { level == nil || $0.id == level }) }
            return .decision(kind: kind?.value, to: level, because: syntax.because?.value)
        }
    }

    /// Whether the alert may be made known of the station in the area of the test.
    private mutating func checkStation(_ station: NameSyntax, ofAlert id: String, _ scope: Alert.Scope, in area: Area?) -> Bool {
        guard scope == .station else {
            report(.planTest(.stationOfAreaAlert(id)), station.range)
            return false
        }
        guard let area, !hasLostDeclaration, !area.stations.contains(station.text) else { return true }
        if stations.contains(station.text) {
            report(.planTest(.stationOfOtherArea(station.text, area: area.id)), station.range)
        } else {
            reportUnknown(.station, station, among: area.stations)
        }
        return false
    }

    private mutating func checkLabel(_ label: TextSyntax, of levels: [Level]) {
        let labels = levels.flatMap { $0.issue.compactMap(\.label) }
        // The clause may be one that could not be read.
        guard !labels.contains(label.value), !levelSyntax.values.contains(where: { !$0.isWhole }) else { return }
        let suggestion = Suggestion.closest(to: label.value, among: labels)
        drafts.append(
            Draft(
                .unknown(.label, label.value, suggestion: suggestion), label.range,
                fixits: suggestion.map { [(label.range, vocabulary(at: label.range) == .chinese ? "［\($0)］" : "[\($0)]")] } ?? [])
        )
    }

    // MARK: - Times

    /// A whole hour.
    mutating func slot(_ syntax: MomentSyntax) -> HourSlot? {
        guard let instant = instant(syntax) else { return nil }
        guard instant.seconds % 3600 == 0 else {
            let clock = syntax.clock.map { "\($0.hour):\($0.minute)" } ?? ""
            report(.clockNotWholeHour(clock), syntax.range)
            return nil
        }
        return instant.hourFloor
    }

    mutating func instant(_ syntax: MomentSyntax) -> Instant? {
        guard let date = testDate(syntax.date) else { return nil }
        var hour = 0
        var minute = 0
        if let clock = syntax.clock {
            guard let number = Int(clock.hour), (0...23).contains(number),
                let minutes = clock.minute.isEmpty ? 0 : Int(clock.minute), (0...59).contains(minutes),
                clock.minute.isEmpty || clock.minute.utf8.count == 2
            else {
                report(.clockOutOfRange("\(clock.hour):\(clock.minute)"), clock.range)
                return nil
            }
            hour = number
            minute = minutes
        }
        // Without a zone the plan has an error of its own.
        return settings.zoneRules?.instant(localSeconds: Int64(date.days) * 86_400 + Int64(hour * 3600 + minute * 60))
    }

    /// A date on which a test may play.
    mutating func testDate(_ syntax: DateSyntax) -> LocalDate? {
        guard let date = date(syntax) else { return nil }
        guard Self.testYears.contains(date) else {
            report(.planTest(.dateOutOfRange(syntax.value)), syntax.range)
            return nil
        }
        return date
    }
}
