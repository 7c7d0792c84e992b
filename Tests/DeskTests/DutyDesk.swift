import AirQuality
import Desk
import PlanLanguage
import PlanModel
import Testing
import Warnings

/// A desk over two areas whose levels read PM2.5 of the last hour, with people who approve.
struct DutyDesk {
    private(set) var desk: Desk
    /// What was recorded of every step, to recall it.
    private(set) var record: [DeskEvent] = []
    private let plan: Plan
    private let midnight: HourSlot
    private var hour = 0

    static let levels = """
        level yellow "黄色" { issue when observed hourly PM2.5 > 100 ug/m3
            end when observed hourly PM2.5 <= 100 ug/m3
            approve automatically }
        level orange "橙色" { issue when observed hourly PM2.5 > 200 ug/m3
            end when observed hourly PM2.5 <= 200 ug/m3
            approve by "副总指挥" within 2h otherwise remind "值班室"
            respond at next 0:00, 12:00 }
        level red "红色" { issue when observed hourly PM2.5 > 300 ug/m3
            end when observed hourly PM2.5 <= 300 ug/m3
            approve by "总指挥" }
        """

    init() throws {
        let text = """
            plan "desk" { basis "x"
            zone "Asia/Shanghai"
            levels yellow < orange < red }
            area north "北市" { stations N1 }
            area south "南市" { stations S1 }
            \(Self.levels)
            """
        let result = PlanChecker.check(files: [SourceFile(name: "desk.plan", text: text)]) {
            Zone(name: $0, offsetSeconds: 8 * 3600)
        }
        plan = try #require(result.plan, "\(result.findings)")
        midnight = plan.zone.midnight(of: try #require(LocalDate("2024-12-10")))
        desk = Desk(plan: plan, settings: Self.settings)
    }

    private static var settings: DeskSettings {
        var settings = DeskSettings.live
        settings.approvesAtOnce = false
        settings.reportsSilence = false
        return settings
    }

    /// The next hour with a value of the north; nil: the value is missing.
    mutating func hour(_ value: Int?) -> [String] {
        var batch = ObservationBatch()
        batch.stations = ["N1"]
        var values = PollutantValues()
        if let value { values[.pm25] = Int32(value * 1000) }
        batch.rows = [ObservationRow(slot: Int32((midnight + hour).hours), station: 0, values: values)]
        apply(.observations(batch))
        hour += 1
        let started = desk.apply(.hourStarted(now))
        keep(.actRecalled(nil, HourOutcome(at: now, effects: started)))
        let sealed = desk.apply(.hourSealed(now))
        keep(.hourRecalled(HourOutcome(at: now, effects: sealed)))
        return (started + sealed).map(words)
    }

    /// An hour of the day begins, whatever has been sealed.
    mutating func begin(_ hour: Int) -> [String] {
        let started = desk.apply(.hourStarted(midnight + hour))
        keep(.actRecalled(nil, HourOutcome(at: midnight + hour, effects: started)))
        return started.map(words)
    }

    /// The instant that was sealed last.
    var now: HourSlot { midnight + hour }

    static let duty = Recorder(user: "duty", id: 1000)

    mutating func act(_ matter: DeskAct.Matter, by recorder: Recorder = duty, minutes: Int64 = 10) throws -> [String] {
        let act = DeskAct(
            matter: matter, recorder: recorder, at: Instant(seconds: now.start.seconds + minutes * 60))
        let effects = try desk.act(act)
        keep(.actRecalled(act, HourOutcome(at: act.at.hourFloor, effects: effects)))
        return effects.map(words)
    }

    mutating func approve(_ name: String = "李四", by recorder: Recorder = duty, minutes: Int64 = 10) throws -> [String] {
        let id = try #require(desk.proposals.first?.decision.id)
        return try act(
            .approve(proposal: id, Signature(name: name, document: "许气指〔2024〕1号", channel: .paper)), by: recorder,
            minutes: minutes)
    }

    func directive(_ demand: Directive.Demand, _ document: String = "豫1号", office: String = "省", from: Int, until: Int? = nil)
        -> Directive
    {
        Directive(
            document: document, office: office, areas: ["north", "south"], demand: demand, from: midnight + from,
            until: until.map { midnight + $0 }, basis: "会商")
    }

    private mutating func apply(_ event: DeskEvent) {
        _ = desk.apply(event)
        record.append(event)
    }

    private mutating func keep(_ event: DeskEvent) { record.append(event) }

    /// The same desk, from what is on record.
    func recalled() -> Desk {
        var other = Desk(plan: plan, settings: Self.settings)
        for event in record { _ = other.apply(event) }
        return other
    }

    /// `north issue none>red 11` with the hour of the response, `propose …`, `superseded …`.
    private func words(_ effect: DeskEffect) -> String {
        switch effect {
        case .decided(let decision): words(decision)
        case .ownDecided(let decision): "own \(words(decision))"
        case .proposal(let change):
            switch change.ending {
            case nil: "propose \(words(change.proposal.decision))"
            case .rejected(let reason): "rejected \(reason)"
            case let ending?: "\(ending)"
            }
        case .overruled(let change): change.isOver ? "no longer overruled" : "overruled \(change.overruled.to ?? "none")"
        case .extended(let moved):
            "\(moved.area) \(moved.level) ends \(moved.oldEnd.map { "\($0 - midnight)" } ?? "open")>"
                + "\(moved.newEnd.map { "\($0 - midnight)" } ?? "open") under \(moved.documents.joined(separator: "+"))"
        case .corrected(let correction): "corrected \(correction.request.notice)"
        case .silence, .demandChanged, .demandGap, .bulletin, .highValue: "\(effect)"
        }
    }

    private func words(_ decision: Decision) -> String {
        let basis: String =
            switch decision.basis {
            case nil: ""
            case .approval(let approved): " by \(approved.signature.name)"
            case .consultation: " declared"
            case .directive(let documents): " under \(documents.joined(separator: "+"))"
            }
        let response = decision.response.map { " \($0 - midnight)" } ?? ""
        return "\(decision.area) \(decision.kind) \(decision.from ?? "none")>\(decision.to ?? "none")\(response)\(basis)"
    }
}
