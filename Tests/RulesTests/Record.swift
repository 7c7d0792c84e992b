import AirQuality
import Desk
import Feeds
import FileAccess
import Glibc
import PlanLanguage
import PlanModel
import TestSupport
import Warnings

/// The shipped plans, and the real record of four years where it is at hand.
enum Record {
    static let root = RecordedData.package
    static let data = RecordedData.folder
    static var isThere: Bool { access("\(data)/beijing-prsa", R_OK) == 0 }

    static func plan(_ name: String) throws -> Plan? { try PlanFolder.read("\(root)/rules/\(name)").check().plan }

    /// The decisions of a plan over the record.
    ///
    /// - Parameter forecasts: A file of forecasts below the data folder; nil: the forecast is perfect.
    static func decisions(_ plan: Plan, forecasts: String? = nil) throws -> [Decision] {
        var replay = Replay(plan: plan)
        for path in try FeedFiles.expand(["\(data)/beijing-prsa"]) + (forecasts.map { ["\(data)/\($0)"] } ?? []) {
            let result = try FeedFiles.read(path).get()
            replay.add(result.observations, naming: result.slots)
            replay.add(result.forecasts)
        }
        guard let start = replay.start(forecasts == nil ? .perfect : .issued, from: nil, to: nil) else { return [] }
        var desk = start.desk
        return start.instants.flatMap { instant in
            desk.apply(.hourSealed(HourSlot(instant))).compactMap { effect in
                if case .decided(let decision) = effect { decision } else { nil }
            }
        }
    }

    /// Warnings issued within 36 h of the end of the one before.
    static func reissues(_ decisions: [Decision]) -> [HourSlot] {
        let episodes = Episode.episodes(of: decisions)
        return zip(episodes, episodes.dropFirst()).filter { before, next in before.end.map { next.start - $0 < 36 } ?? true }
            .map { $1.start }
    }
}
