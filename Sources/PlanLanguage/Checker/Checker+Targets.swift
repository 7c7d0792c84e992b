import AirQuality
import PlanModel

extension Checker {
    mutating func check(_ syntax: TargetSyntax) {
        let quantity = syntax.quantity.value
        let before = drafts.errors
        if syntax.relation.value.isUpward == quantity.isUpperLimit || syntax.relation.value == .greater {
            report(.targetDirection(quantity), syntax.relation.range)
        }
        let isInUnit =
            switch quantity {
            case .pm25: syntax.unit.map { ConcentrationUnit(spelling: $0.value) == .micrograms } ?? false
            case .goodDays, .heavyDays: syntax.unit?.value == "%"
            }
        if !isInUnit { report(.targetUnit(quantity), syntax.unit?.range ?? syntax.number.range) }
        let threshold = threshold(syntax.number)
        if let threshold, quantity != .pm25, threshold > 100_000 {
            report(.targetShare(syntax.number.value), syntax.number.range)
        }
        let year = Int(syntax.year.value).flatMap { (2000...2100).contains($0) ? $0 : nil }
        if year == nil { report(.targetYear(syntax.year.value), syntax.year.range) }
        guard let threshold, let year, drafts.errors == before else { return }
        if settings.targets.contains(where: { $0.quantity == quantity && $0.year == year }) {
            report(.targetTwice(quantity, year: year), syntax.quantity.range)
            return
        }
        settings.targets.append(
            IndicatorTarget(quantity: quantity, relation: syntax.relation.value, threshold: threshold, year: year))
    }
}
