import Testing

/// A short episode from clean air over yellow and red back to clean air, one instant an hour.
enum Episode {
    struct Step {
        /// Where the wall clock stands when the file comes.
        var time: String
        var file: String
        var text: String
        /// Whether the file completes an hour, which is then sealed.
        var seals: Bool

        /// Lets the file come in, and waits until all has been done that follows from it.
        func play(_ place: Place, _ service: Service) async throws {
            try begin(place)
            try await eventually("\(file) is through\n\(service.log)") { try isDone(place) }
        }

        /// Moves the clock on and lets the file come in.
        func begin(_ place: Place) throws {
            try place.clock.set(time)
            try place.drop(text, as: file)
        }

        /// Whether the file is filed away, its instant sealed, and what was decided published.
        func isDone(_ place: Place) throws -> Bool {
            guard place.names("done").contains(file), !place.names().contains(file) else { return false }
            // A file that seals nothing may still change orders: the clock must not move on before that is published.
            let published = "NOT EXISTS (SELECT 1 FROM notices WHERE published IS NULL)"
            guard seals else { return try place.query("SELECT \(published)") == "1\n" }
            let at = try ChinaTime.seconds(time) / 3600
            return try place.query("SELECT count(*) FROM instants WHERE from_at = \(at) AND \(published)") == "1\n"
        }
    }

    static let steps = [
        Step(
            time: "2026-11-20 10:02", file: "forecast.csv",
            text: FeedText.forecast(
                issued: "2026-11-19 17:00", dates: ["2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23"], low: 80, high: 120),
            seals: false),
        step("10:05", 40), step("11:05", 150), step("12:05", 300), step("13:05", 160), step("14:05", 40), step("15:05", 35),
    ]

    /// What is decided, in order.
    static let decisions = ["issue-yellow", "escalate-red", "downgrade-yellow", "lift-yellow"]

    private static func step(_ clock: String, _ pm25: Int) -> Step {
        let slot = (Int(clock.prefix(2)) ?? 0) - 1
        return Step(
            time: "2026-11-20 \(clock)", file: "h\(FeedText.two(slot)).csv",
            text: FeedText.hour("2026-11-20 \(FeedText.two(slot))", pm25: pm25), seals: true)
    }
}
