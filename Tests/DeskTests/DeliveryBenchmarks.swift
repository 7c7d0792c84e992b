import AirQuality
import Desk
import Foundation
import Testing
import Warnings

/// Figures, printed; `LANTIAN_BENCH=1 swift test -c release -Xswiftc -enable-testing --filter DeskTests.DeliveryBenchmarks`.
@Suite(.serialized, .enabled(if: ProcessInfo.processInfo.environment["LANTIAN_BENCH"] != nil)) struct DeliveryBenchmarks {
    /// Prints processor time, which does not depend on what else the machine does.
    private func measure(_ title: String, _ count: Int, _ work: () throws -> Void) rethrows {
        let start = clock()
        for _ in 0..<count { try work() }
        print("\(title): \(Double(clock() - start) / Double(CLOCKS_PER_SEC) * 1e6 / Double(count)) µs")
    }

    /// A month with a notice a day, each served on 1,800 enterprises of which none acknowledges.
    @Test func turnsOfALoop() throws {
        let start: Int64 = 1_800_000_000
        let addressees = (0..<1800).map { Addressee(name: "411000\(10000 + $0)", withinHours: 2) }
        var delivery = Delivery()
        for day in 0..<30 {
            delivery.publish("notice \(day)", at: Instant(seconds: start + Int64(day) * 3600), to: addressees)
        }
        var found = 0
        measure("a turn before anybody's time is over", 20) { found += delivery.overdue(at: Instant(seconds: start + 60)).count }
        #expect(found == 0)
        let late = Instant(seconds: start + 40 * 3600)
        measure("a turn that finds them late", 1) { found = delivery.overdue(at: late).count }
        #expect(found == 30)
        measure("taking the reminders", 1) {
            for (notice, missing) in delivery.overdue(at: late) {
                delivery.take(Reminder(area: "a", at: late, matter: .receipts(notice: notice, missing: missing)))
            }
        }
        measure("a turn after the desk was reminded", 20) { found = delivery.overdue(at: late).count }
        #expect(found == 0)
        var next = addressees.makeIterator()
        measure("a receipt", 1000) {
            let receipt = Receipt(
                notice: "notice 29", addressee: next.next()?.name ?? "", signedBy: nil, recorder: Recorder(user: "a", id: 1),
                at: late)
            try? delivery.check(receipt)
            delivery.take(receipt)
        }
    }
}
