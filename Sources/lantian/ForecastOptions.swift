import AirQuality
import ArgumentParser
import Desk

/// The options that say what stands for the forecasts in a replay.
struct ForecastOptions: ParsableArguments {
    @Option(parsing: .upToNextOption, help: "Forecast files or folders, each forecast known at its issue time or `received`.")
    var forecasts: [String] = []

    @Option(help: "Instead of files: perfect (what was recorded came true) or persistence (the last 24 h repeat).")
    var forecast: Choice?

    enum Choice: String, ExpressibleByArgument, CaseIterable { case perfect, persistence }

    func validate() throws {
        if forecast != nil, !forecasts.isEmpty { throw ValidationError("--forecasts and --forecast exclude one another") }
    }

    var choice: Replay.Forecast {
        switch forecast {
        case .perfect: .perfect
        case .persistence: .persistence
        case nil: .issued
        }
    }

    /// How a report names it.
    var description: String {
        switch forecast {
        case .perfect: "forecast perfect"
        case .persistence: "forecast persistence"
        case nil: forecasts.isEmpty ? "without forecasts of their own" : "forecasts as issued"
        }
    }
}
