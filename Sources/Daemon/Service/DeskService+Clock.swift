import AirQuality
import Desk
import FileAccess
import Ledger
import Logging
import PlanModel

extension DeskService {
    /// Reads both clocks: reports a step of the wall clock, puts it on record, and says which time to go by (``ClockGuard``).
    @discardableResult
    func readClock(wall: Instant, steady: Int64) -> Instant {
        let trusted = clock.trustsClock
        let step = clock.read(wall: wall, steady: steady, newestData: desk.newestData(until: HourSlot(Int.max)))
        let time = clock.time ?? wall
        if let step {
            let zone = desk.plan.zone
            log.warning(
                "\(words(for: step))", metadata: ["from": "\(zone.text(step.from))", "to": "\(zone.text(step.to))"])
            // It changes nothing, so a refusal loses nothing.
            try? committing { try ledger.append([.clockJump(from: step.from, to: step.to)], knownAt: time) }
        } else if !trusted, clock.trustsClock {
            log.notice("the wall clock is believed again", metadata: ["now": "\(desk.plan.zone.text(time))"])
        }
        return time
    }

    private func words(for step: ClockGuard.Step) -> String {
        switch (step.isForward, clock.trustsClock) {
        case (true, true): "the wall clock stepped forward, and what came in fits the new time"
        case (true, false):
            "the wall clock stepped forward; hours go by the steady clock until something of the new time comes in"
        case (false, true): "the wall clock stepped backward; instants that were sealed are not sealed again"
        case (false, false): "the wall clock lies behind the data on record; hours go by the steady clock until it is put right"
        }
    }
}
