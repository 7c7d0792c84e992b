/// Seeded random numbers (SplitMix64 of Steele, Lea and Flood), the same on every machine, so that a failure can be seen again.
public struct SplitMix64: RandomNumberGenerator, Sendable {
    private var state: UInt64

    public init(seed: UInt64) { state = seed }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// 0 up to a bound, which is left out.
    public mutating func next(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

    public mutating func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
    public mutating func chance(_ percent: Int) -> Bool { int(1...100) <= percent }
    public mutating func pick<T>(_ values: [T]) -> T { values[int(0...values.count - 1)] }
    public mutating func some<T>(_ values: [T], _ count: Int) -> [T] { Array(values.shuffled(using: &self).prefix(count)) }
}
