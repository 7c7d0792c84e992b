/// `numerator / denominator` rounded half to even; both not negative.
func halfEven(_ numerator: Int, _ denominator: Int) -> Int {
    let quotient = numerator / denominator
    let twice = 2 * (numerator % denominator)
    if twice > denominator { return quotient + 1 }
    if twice < denominator { return quotient }
    return quotient % 2 == 0 ? quotient : quotient + 1
}

/// `numerator / denominator` rounded up; both not negative.
func roundedUp(_ numerator: Int, _ denominator: Int) -> Int {
    numerator % denominator == 0 ? numerator / denominator : numerator / denominator + 1
}
