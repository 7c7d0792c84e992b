import AirQuality
import PlanModel
import Warnings

/// The stated end of what stands.
extension AreaDesk {
    /// Reads the stated end anew after an event.
    ///
    /// - Parameter entry: Who entered the event, if somebody did.
    /// - Returns: How it moved; nil where it did not, or where the level changed, whose own notice tells on what it stands.
    mutating func restate(at hour: HourSlot, by entry: Extension.Entry?) -> Extension? {
        let now = EndBasis(at: hour, own: own.level, directives: directives)
        guard let before = ends.basis, ends.episode == inForce.episode, ends.level == inForce.level,
            ends.since == inForce.since
        else {
            ends = Ends(
                basis: inForce.level == nil ? nil : now, level: inForce.level, episode: inForce.episode, since: inForce.since,
                moves: ends.episode == inForce.episode ? ends.moves : 0)
            return nil
        }
        guard !before.directives.isEmpty || !now.directives.isEmpty, let level = inForce.level,
            let episode = inForce.episode,
            let moved = Extension(
                area: watch.area.id, level: level, episode: episode, number: ends.moves + 1, from: before, to: now,
                entry: entry, in: plan)
        else { return nil }
        ends.basis = now
        return moved
    }

    /// Reads the stated end anew as if it had always been so.
    mutating func forgetEnd(at hour: HourSlot) {
        guard ends.basis != nil else { return }
        ends.basis = EndBasis(at: hour, own: own.level, directives: directives)
    }

    /// Notes that a change of the end is on record.
    mutating func take(_ moved: Extension) { if moved.episode == ends.episode { ends.moves = moved.number } }
}

/// What was last stated of the end of a warning, and how often it has moved.
struct Ends: Sendable {
    /// On what the end rested when the level took force, or when it last moved; nil where no warning stands.
    var basis: EndBasis?
    var level: String?
    var episode: HourSlot?
    /// Since when the level stands.
    var since: HourSlot?
    /// Within the episode.
    var moves = 0
}
