/// A share of counts as an exact fraction, shown with two decimals.
public struct Ratio: Hashable, Sendable, CustomStringConvertible {
    public var part: Int
    public var whole: Int

    init(_ part: Int, of whole: Int) {
        self.part = part
        self.whole = whole
    }

    /// In hundredths, round half to even; nil of nothing.
    public var hundredths: Int? {
        guard whole > 0 else { return nil }
        let (quotient, remainder) = (part * 100).quotientAndRemainder(dividingBy: whole)
        let isUp = remainder * 2 > whole || remainder * 2 == whole && !quotient.isMultiple(of: 2)
        return quotient + (isUp ? 1 : 0)
    }

    /// `0.71`, or `—` of nothing.
    public var description: String {
        guard let hundredths else { return "—" }
        return "\(hundredths / 100).\(hundredths % 100 / 10)\(hundredths % 10)"
    }
}
