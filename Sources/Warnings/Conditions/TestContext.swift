import AirQuality

/// What tests read: the probes, the timelines under them, and how values are read.
struct TestContext: Sendable {
    var probes: [Probe] = []
    /// The area's timeline, then those of the stations that conditions name.
    var timelines: [Timeline]
    /// Reads the area's timeline; holds the area's forecasts.
    var reader: TimelineReader
    /// Reads the stations' timelines: no issued forecast speaks of a station.
    let stationReader: TimelineReader

    /// Makes the truths of a probe available for a range of starts.
    mutating func prepare(_ probe: Int, _ starts: Range<Int>) {
        let timeline = probes[probe].key.timeline
        probes[probe].prepare(starts, &timelines[timeline], reader(of: timeline))
    }

    func reader(of timeline: Int) -> TimelineReader { timeline == 0 ? reader : stationReader }
}
