/// An exemption of one enterprise or site over an episode, with the levels at which it came out so.
struct ExemptionLine: Hashable {
    var exempted: OrderStep.Exempted
    var levels: [String]

    /// Each once, in the order of the list; what differs in its reasons stands apart.
    static func lines(of steps: [OrderStep]) -> [ExemptionLine] {
        var places: [OrderStep.Exempted: Int] = [:]
        var lines: [ExemptionLine] = []
        for step in steps {
            guard let level = step.level else { continue }
            for exempted in step.exemptions {
                if let place = places[exempted] {
                    if !lines[place].levels.contains(level) { lines[place].levels.append(level) }
                } else {
                    places[exempted] = lines.count
                    lines.append(ExemptionLine(exempted: exempted, levels: [level]))
                }
            }
        }
        return lines
    }
}
