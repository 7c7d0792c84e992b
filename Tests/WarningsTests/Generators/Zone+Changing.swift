@testable import AirQuality

extension Zone {
    /// A zone whose clocks change by whole hours at one hour slot. Its name says all, so that a kept case can state it.
    static func changing(from before: Int, to after: Int, at hour: Int) -> Zone {
        Zone(
            name: "Clock/\(before)/\(after)/\(hour)", initialOffset: before * 3600,
            transitions: [Transition(at: Int64(hour) * 3600, offset: after * 3600)])
    }

    /// The zone of a name that a kept case states.
    static func named(_ name: String) -> Zone {
        let words = name.split(separator: "/").compactMap { Int($0) }
        switch (name, words.count) {
        case ("west", _): return Zone(name: name, offsetSeconds: -5 * 3600)
        case (_, 3): return .changing(from: words[0], to: words[1], at: words[2])
        default: return .beijing
        }
    }

    /// Whether clocks change within some hours of a slot.
    func changes(near slot: Int, within hours: Int) -> Bool {
        transitions.contains { abs(Int($0.at) / 3600 - slot) <= hours }
    }
}
