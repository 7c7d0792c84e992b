extension Checker {
    /// The longest duration of a plan: forecasts reach no further (semantics §7).
    static let maximumHours = 240

    /// A duration in whole hours, 1…240; nil where it has an error.
    ///
    /// - Parameters:
    ///   - zero: what a zero most likely means.
    ///   - zeroDropsClause: a zero says what leaving the clause out says.
    mutating func hours(_ duration: DurationSyntax, zero: Int = 1, zeroDropsClause: Bool = false) -> Int? {
        let text = duration.number.value
        guard let number = Int(text) else {
            let isLong = !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
            if isLong { return reject(duration, .durationTooLong(Self.maximumHours), mend: Self.maximumHours) }
            report(.durationNotWhole(text), duration.range)
            return nil
        }
        guard number >= 0 else {
            report(.durationNotWhole(text), duration.range)
            return nil
        }
        switch duration.unit {
        case .hours: break
        case .days:
            let (hours, overflow) = number.multipliedReportingOverflow(by: 24)
            let isSure = !overflow && (1...Self.maximumHours).contains(hours)
            return reject(duration, .durationInDays, mend: isSure ? hours : nil)
        case .none: return reject(duration, .durationWithoutUnit, mend: (1...Self.maximumHours).contains(number) ? number : nil)
        case .minutes: return reject(duration, .durationUnit("min"), mend: nil)
        case .other(let unit):
            let isSure = duration.unit.isOfTime && (1...Self.maximumHours).contains(number)
            return reject(duration, .durationUnit(unit), mend: isSure ? number : nil)
        }
        if number == 0 {
            if zeroDropsClause {
                drafts.append(Draft(.durationZero, duration.range, fixits: [(duration.clause, "")]))
                return nil
            }
            return reject(duration, .durationZero, mend: zero)
        }
        if number > Self.maximumHours { return reject(duration, .durationTooLong(Self.maximumHours), mend: Self.maximumHours) }
        return number
    }

    private mutating func reject(_ duration: DurationSyntax, _ kind: FindingKind, mend: Int?) -> Int? {
        let unit = vocabulary(at: duration.range) == .chinese ? "小时" : "h"
        drafts.append(Draft(kind, duration.range, fixits: mend.map { [(duration.range, "\($0)\(unit)")] } ?? []))
        return nil
    }
}
