public import AirQuality

/// How a made-up episode is to be.
public struct EpisodeRecipe: Hashable, Sendable {
    /// The course of PM2.5.
    public enum Shape: String, Hashable, Sendable, CaseIterable {
        /// Haze that builds up over most of the time, and a cold front.
        case ramp
        /// A quick rise, a long stay at the peak, a front.
        case plateau
        /// Two peaks with a weak push from the north between them.
        case double
        /// One night.
        case spike
    }

    public var shape: Shape
    /// The highest PM2.5 in µg/m³, before the daily cycle.
    public var peak: Int
    public var hours: Int
    /// How often the course is gone through within that length.
    public var episodes = 1
    /// Per cent of station hours that are missing.
    public var gaps: Int
    /// Per cent by which a forecast of the day ahead errs; it grows with every further day.
    public var forecastError: Int
    public var seed: UInt64
    /// Its first day.
    public var start: LocalDate

    public static let peaks = 50...900
    public static let lengths = 24...8784
    public static let shares = 0...90

    public init(shape: Shape, peak: Int, hours: Int, gaps: Int, forecastError: Int, seed: UInt64, start: LocalDate) {
        self.shape = shape
        self.peak = peak
        self.hours = hours
        self.gaps = gaps
        self.forecastError = forecastError
        self.seed = seed
        self.start = start
    }

    /// Points in per cent of the length, with PM2.5 in per cent of the peak.
    private var profile: [(time: Int, level: Int)] {
        switch shape {
        case .ramp: [(0, 10), (15, 15), (70, 85), (80, 100), (88, 95), (91, 8), (100, 15)]
        case .plateau: [(0, 10), (15, 15), (25, 90), (30, 100), (80, 96), (84, 8), (100, 15)]
        case .double: [(0, 10), (10, 15), (30, 95), (35, 100), (42, 35), (55, 40), (75, 95), (82, 90), (86, 8), (100, 15)]
        case .spike: [(0, 12), (45, 20), (49, 100), (53, 100), (57, 20), (100, 12)]
        }
    }

    /// The state of the air; after its end it stays as it was at last.
    var course: [WeatherPoint] {
        let length = hours / max(1, episodes)
        return (0..<max(1, episodes)).flatMap { episode in
            profile.map { time, level in
                // Damp haze is fine, clear air after a front carries dust; the higher the haze, the stiller the air.
                WeatherPoint(
                    hour: episode * length + length * time / 100, pm25: max(8, peak * level / 100),
                    coarse: 200 - level * 80 / 100,
                    stillness: 35 + level * 75 / 100)
            }
        }
    }
}
