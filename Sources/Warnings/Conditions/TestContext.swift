import AirQuality

/// What tests read: the probes, and the timelines under them.
struct TestContext: Sendable {
    var probes: [Probe] = []
    /// The area's timeline, then those of the stations that conditions name.
    var timelines: [Timeline]
    let zone: Zone

    /// Makes the truths of a probe available for a range of starts.
    mutating func prepare(_ probe: Int, _ starts: Range<Int>) {
        probes[probe].prepare(starts, &timelines)
    }
}
