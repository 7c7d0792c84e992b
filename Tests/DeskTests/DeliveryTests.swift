import AirQuality
import Desk
import Testing
import Warnings

/// The figures of a delivery beside a plain count over its addressees.
@Suite struct DeliveryTests {
    private let start = Instant(seconds: 1_800_000_000)

    private func hours(_ count: Int64) -> Instant { Instant(seconds: start.seconds + count * 3600) }

    private func receipt(_ notice: String, _ name: String) -> Receipt {
        Receipt(notice: notice, addressee: name, signedBy: nil, recorder: Recorder(user: "duty", id: 1000), at: start)
    }

    private func check(_ delivery: Delivery, at now: Instant) {
        var owed = (outstanding: 0, overdue: 0)
        for item in delivery.items {
            #expect(item.outstanding == item.missing.count)
            #expect(item.overdue(at: now) == item.missing.count { item.deadline(of: $0) <= now })
            owed.outstanding += item.outstanding
            owed.overdue += item.overdue(at: now)
            let late = item.missing.filter { item.deadline(of: $0) <= now && !item.reminded.contains($0.name) }.map(\.name)
            #expect(delivery.overdue(at: now).first { $0.notice == item.notice }?.missing ?? [] == late)
        }
        #expect(delivery.owed(at: now) == owed)
    }

    @Test func theFiguresAreThoseOfACount() {
        var delivery = Delivery()
        // One is named by two clauses, with two times.
        let addressees = [
            Addressee(name: "东区", withinHours: 2), Addressee(name: "西区", withinHours: 2), Addressee(name: "工信局", withinHours: 4),
            Addressee(name: "东区", withinHours: 4), Addressee(name: "南区", withinHours: 0),
        ]
        delivery.publish("a", at: start, to: addressees)
        delivery.publish("b", at: hours(1), to: Array(addressees.prefix(3)))
        func remind(at now: Instant) {
            for (notice, missing) in delivery.overdue(at: now) {
                delivery.take(Reminder(area: "north", at: now, matter: .receipts(notice: notice, missing: missing)))
            }
        }
        for hour in 0...6 {
            let now = hours(Int64(hour))
            check(delivery, at: now)
            remind(at: now)
            #expect(delivery.overdue(at: now).isEmpty)
            check(delivery, at: now)
            if hour == 1 { delivery.take(receipt("a", "西区")) }
            if hour == 3 { delivery.take(receipt("a", "东区")) }
            // Again, and of one who owes nothing.
            if hour == 4 { for name in ["东区", "东区", "北区"] { delivery.take(receipt("b", name)) } }
            check(delivery, at: now)
        }
        #expect(delivery.items.map(\.outstanding) == [2, 2])
        for name in ["工信局", "南区"] { delivery.take(receipt("a", name)) }
        #expect(delivery.items.map(\.notice) == ["b"])
    }
}
