import AirQuality
import Desk
import Testing

struct SealingTests {
    private static let hour = HourSlot(497_304)

    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        /// Minutes past the hour.
        var minutes: Int
        var last: Int?
        var isComplete = false
        var due: Int?
        var gap: ClosedRange<Int>?
        var testDescription: String { name }
    }

    @Test(arguments: [
        Case(name: "the data is not in", minutes: 20, last: -1, due: nil),
        Case(name: "the data is in", minutes: 0, last: -1, isComplete: true, due: 0),
        Case(name: "the wait is nearly over", minutes: 49, last: -1, due: nil),
        Case(name: "the wait is over", minutes: 50, last: -1, due: 0),
        Case(name: "sealed already", minutes: 55, last: 0, isComplete: true, due: nil),
        Case(name: "the clock went back", minutes: 55, last: 5, isComplete: true, due: nil),
        Case(name: "the first ever", minutes: 50, last: nil, due: 0),
        Case(name: "one hour missed", minutes: 50, last: -2, due: 0, gap: -1 ... -1),
        Case(name: "after downtime, with data", minutes: 1, last: -10, isComplete: true, due: 0, gap: -9 ... -1),
        Case(name: "after downtime, still waiting", minutes: 1, last: -10, due: nil),
        Case(name: "the end of the hour", minutes: 59, last: -1, due: 0),
    ])
    func due(_ example: Case) {
        let due = Sealing.due(
            now: Instant(seconds: Self.hour.start.seconds + Int64(example.minutes) * 60),
            lastSealed: example.last.map { Self.hour + $0 }, waitMinutes: 50,
            isComplete: { $0 == Self.hour && example.isComplete })
        #expect(due?.instant == example.due.map { Self.hour + $0 })
        #expect(due?.notEvaluated == example.gap.map { Self.hour + $0.lowerBound...Self.hour + $0.upperBound })
    }
}
