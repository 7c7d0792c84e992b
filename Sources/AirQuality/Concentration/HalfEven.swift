/// `numerator / denominator` rounded half to even (GB/T 8170), both not negative, the denominator positive.
@inlinable public func roundedHalfEven(_ numerator: Int64, over denominator: Int64) -> Int64 {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    let twice = remainder * 2
    if twice > denominator || (twice == denominator && quotient & 1 == 1) { return quotient + 1 }
    return quotient
}
