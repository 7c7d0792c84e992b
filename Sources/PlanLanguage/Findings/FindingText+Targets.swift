import PlanModel

extension FindingKind {
    var targetText: FindingText? {
        switch self {
        case .targetDirection(let quantity):
            .init(
                "indicator-direction",
                "a target of \(quantity.rawValue) is \(quantity.isUpperLimit ? "an upper" : "a lower") limit",
                help: quantity.isUpperLimit ? "write `at most` or `below`" : "write `at least`")
        case .targetUnit(let quantity):
            .init(
                "indicator-unit", "a target of \(quantity.rawValue) is in \(quantity == .pm25 ? "ug/m3" : "percent of the days")",
                help: quantity == .pm25
                    ? "as in `target PM2.5 at most 48 ug/m3 in 2026`" : "as in `target good days at least 73.5% in 2026`")
        case .targetShare(let text):
            .init("indicator-share", "a share of days is 0 to 100%, not \(text)%", help: "write what the action plan says")
        case .targetYear(let text):
            .init("indicator-year", "`\(text)` is no year of a target", help: "write a year from 2000 to 2100")
        case .targetTwice(let quantity, let year):
            .init("indicator-twice", "\(quantity.rawValue) has two targets for \(year)", help: "keep one of them")
        default: nil
        }
    }
}
