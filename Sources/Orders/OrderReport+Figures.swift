public import PlanModel

extension OrderReport {
    /// How many orders are of each kind of action, strictest first; kinds without any are left out. In Chinese.
    public var chineseCounts: [(action: String, count: Int)] {
        ReportFigures(orders).actions.filter { $0.count > 0 }.map { ($0.name.chinese, $0.count) }
    }

    /// Names of the seasons that some order rests on, in plan order.
    public var seasons: [String] { ReportFigures(orders).seasons }
}

extension Balance.Line {
    /// The emission in kg/d, exact.
    public var emissionText: String { Decimals.text(millionths: emission) }
}

extension Balance.Group {
    /// The reduction of a pollutant in kg/d, exact.
    public func reductionText(_ pollutant: EmittedPollutant) -> String { Decimals.text(millionths: reduction[pollutant]) }
}
