import AirQuality
import Desk
import Notices
import PlanModel
import Warnings

/// Notices of every kind and level of a plan, on which templates are tried before they count.
enum SampleNotices {
    private static let at = HourSlot(481_644)

    static func notices(_ plan: Plan) -> [Notice] {
        guard let area = plan.areas.max(by: { $0.name.count < $1.name.count }) else { return [] }
        var matters: [NoticeMatter] = []
        for (index, level) in plan.levels.enumerated() {
            let lower = index > 0 ? plan.levels[index - 1].id : nil
            matters.append(.decision(decision(lower == nil ? .issue : .escalate, lower, level.id, area)))
            matters.append(.decision(decision(.issue, nil, level.id, area)))
            if let lower { matters.append(.decision(decision(.downgrade, level.id, lower, area))) }
            matters.append(.decision(decision(.lift, level.id, nil, area)))
            matters.append(.decision(decision(.cancel, level.id, nil, area)))
            matters.append(
                .supplement(
                    Supplement(
                        area: area.id, at: (at + 20).start, level: level.id, episode: at, start: at + 20, cause: .plan, record: 1)
                ))
            matters += moved(level.id, area, plan).map { .extend($0) }
        }
        return matters.map { matter in
            Notice(
                matter: matter, plan: plan, area: area, sent: (at + 21).start, head: String(repeating: "0", count: 64),
                planHash: String(repeating: "0", count: 64), status: .actual, earlier: [])
        }
    }

    /// The same end by one directive, given and moved.
    private static func moved(_ level: String, _ area: Area, _ plan: Plan) -> [Extension] {
        let ends: [(HourSlot?, HourSlot?)] = [(at + 60, at + 80), (at + 80, at + 60), (at + 60, nil), (nil, at + 60)]
        return ends.compactMap { old, new in
            func basis(_ end: HourSlot?, _ hour: HourSlot) -> EndBasis {
                let directive = Directive(
                    document: "X〔2024〕1号", office: "X", areas: [area.id], demand: .exactly(level), from: at, until: end,
                    basis: "")
                return EndBasis(at: hour, own: nil, directives: [directive])
            }
            return Extension(
                area: area.id, level: level, episode: at, number: 1, from: basis(old, at), to: basis(new, at + 20), entry: nil,
                in: plan)
        }
    }

    private static func decision(_ kind: Decision.Kind, _ from: String?, _ to: String?, _ area: Area) -> Decision {
        var decision = Decision(
            at: at + 20, area: area.id, kind: kind, from: from, to: to, response: to == nil ? nil : at + 30, evidence: [],
            episode: at)
        if kind != .lift, kind != .cancel {
            let values = [231, 324, 262].enumerated().map { day, value in
                ElementFinding(
                    start: at + 28 + day * 24, hours: 24, value: Int64(value) * 1000, certainty: .exact, origin: .forecast,
                    primary: PollutantSet(.pm25), missingHours: 0)
            }
            let test = TestFinding(
                text: "expected daily AQI > 200 for 72h", quantity: "AQI", unit: nil, isRunAhead: true, start: at + 28, hours: 72,
                elements: values, unknownElements: 0)
            decision.evidence = [Evidence(level: to ?? "", clause: .issue, label: nil, cites: [], finding: .test(test))]
        }
        return decision
    }
}

extension Notice {
    /// What it is about, for a finding.
    var matterWords: String {
        switch matter {
        case .decision(let decision):
            "\(decision.kind.rawValue) \(decision.from ?? Decision.none) → \(decision.to ?? Decision.none)"
        case .supplement(let supplement): "supplement \(supplement.level)"
        case .silence: "silence"
        case .reminder: "reminder"
        case .bulletin: "advice"
        case .highValue: "alert"
        case .extend(let moved): "extend \(moved.level) (\(moved.move.rawValue))"
        case .correction: "correction"
        }
    }
}
