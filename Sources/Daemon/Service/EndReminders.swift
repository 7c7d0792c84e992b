import AirQuality
import Desk
import PlanModel
import Warnings

/// Stated ends of which the desk has been told, each once.
public struct EndReminders: Sendable {
    private struct End: Hashable {
        var area: String
        var level: String
        var hour: HourSlot
    }

    private var told: Set<End> = []

    public init() {}

    /// Notes that a reminder is on record.
    mutating func take(_ reminder: Reminder) {
        guard case .end(let level, _, let end, _) = reminder.matter else { return }
        // Of what is over nobody is reminded again.
        told = told.filter { $0.hour.start > reminder.at }
        told.insert(End(area: reminder.area, level: level, hour: end))
    }

    /// The reminders that are due.
    ///
    /// - Parameter ends: What is stated now.
    func due(_ ends: [Desk.StatedEnd], hours: Int, at now: Instant) -> [Reminder] {
        ends.compactMap { stated in
            let (start, end) = ((stated.end - hours).start, stated.end.start)
            guard start <= now, now < end,
                !told.contains(End(area: stated.area.id, level: stated.level, hour: stated.end))
            else { return nil }
            return Reminder(
                area: stated.area.id, at: now,
                matter: .end(level: stated.level, documents: stated.documents, end: stated.end, hours: hours))
        }
    }
}
