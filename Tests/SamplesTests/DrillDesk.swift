import AirQuality
import Desk
import Feeds
import PlanModel
import Samples
import Warnings

/// Drives the desk as the daemon does: files are taken in as they arrive, and an instant is sealed as soon as its data is in, at
/// the latest after the plan's wait.
struct DrillDesk {
    private(set) var desk: Desk
    private(set) var decisions: [Decision] = []
    private(set) var silences: [Silence] = []
    /// Instants that were sealed after the wait, with some of their data missing.
    private(set) var sealedLate: [HourSlot] = []

    init(plan: Plan) { desk = Desk(plan: plan, settings: .drill) }

    mutating func play(_ episode: SampleEpisode) {
        var files = episode.files[...]
        for hour in episode.instants.lowerBound.hours...episode.instants.upperBound.hours {
            let instant = HourSlot(hour)
            let deadline = Instant(seconds: instant.start.seconds + Int64(desk.plan.waitMinutes * 60))
            while let file = files.first, file.arrival <= deadline {
                if file.arrival > instant.start, desk.isComplete(for: instant) { break }
                take(file)
                files.removeFirst()
            }
            if !desk.isComplete(for: instant) { sealedLate.append(instant) }
            for effect in desk.apply(.hourSealed(instant)) {
                switch effect {
                case .decided(let decision): decisions.append(decision)
                case .silence(let silence): silences.append(silence)
                case .demandChanged, .ownDecided, .proposal, .overruled, .demandGap, .bulletin, .highValue, .extended, .corrected:
                    break
                }
            }
        }
    }

    private mutating func take(_ file: SampleFile) {
        let result = FeedReader.read(file.bytes, name: file.name)
        if !result.observations.isEmpty { _ = desk.apply(.observations(result.observations)) }
        if !result.forecasts.isEmpty { _ = desk.apply(.forecasts(result.forecasts)) }
    }
}
