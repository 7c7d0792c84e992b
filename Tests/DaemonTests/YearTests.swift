import Foundation
import Testing

extension WholeDaemon {
    /// Weeks of a service at full speed: what grows with time stays in bounds. `docs/bench/year` runs a whole year.
    @Suite struct YearTests {
        /// Hours of a spell from clean air over yellow and red back to clean air.
        private static let spell = 60
        private static let spells = 8
        /// Of the year to come everything that was filed is old, so that each day's sweep has something to take.
        private static let start = "2095-11-01"
        private static let plan = TestPlan.approved.replacing("levels", with: "keep done 1d keep notices 1d levels")

        private func pm25(_ hour: Int) -> Int {
            switch hour % Self.spell {
            case 24..<36, 42..<54: 150
            case 36..<42: 300
            default: 40
            }
        }

        /// Nobody answers in the last spell of each half.
        private func isAnswered(_ hour: Int) -> Bool { (hour / Self.spell) % 4 != 3 }

        private func time(_ hour: Int) throws -> (day: String, hour: String) {
            (try ChinaTime.date(Self.start, plus: hour / 24), FeedText.two(hour % 24))
        }

        /// Counts that are taken each hour; the largest of each.
        private struct Largest {
            var done = 0
            var pending = 0
            var taken = 0

            mutating func see(_ place: Place) {
                done = max(done, place.names("done").count)
                pending = max(pending, place.drafts.count)
                taken = max(taken, place.taken.count)
            }
        }

        private func play(_ hour: Int, _ place: Place) async throws {
            let (day, clock) = try time(hour)
            try place.clock.set("\(day) \(clock):05")
            if hour % 24 == 17 {
                let dates = try (1...3).map { try ChinaTime.date(day, plus: $0) }
                try place.drop(FeedText.forecast(issued: "\(day) 17:00", dates: dates, low: 80, high: 120), as: "f\(hour).csv")
            }
            let slot = try time(hour - 1)
            try place.drop(FeedText.hour("\(slot.day) \(slot.hour)", pm25: pm25(hour)), as: "h\(hour).csv")
            let sealed = "lantian_last_evaluation_timestamp_seconds \(try ChinaTime.seconds("\(day) \(clock):00"))\n"
            try await eventually("\(day) \(clock):00 is sealed") { place.metrics.contains(sealed) }
            guard isAnswered(hour), !place.drafts.isEmpty else { return }
            let run = try place.lantian("approve", try await place.proposal(), "--signed-by", "王五", "--document", "\(hour)号")
            try #require(run.status == 0, "\(run.output)")
        }

        @Test func whatGrowsWithTimeStaysInBounds() async throws {
            let place = try Place(at: "\(Self.start) 00:30", plan: Self.plan)
            let service = try await Service(place).ready()
            let figures = ProcessFigures(process: service.process)
            let hours = 1...Self.spell * Self.spells
            var largest = Largest()
            var middle = (memory: 0, descriptors: 0)
            for hour in hours {
                try await play(hour, place)
                try place.takeNotices()
                largest.see(place)
                if hour == hours.upperBound / 2 { middle = (try figures.resident(), try figures.descriptors()) }
            }
            let growth = try figures.resident() - middle.memory
            #expect(growth < 2 << 10, "\(growth) KiB, from \(middle.memory)")
            #expect(try figures.descriptors() <= middle.descriptors + 2)
            try await service.stop()

            #expect(try place.query("SELECT count(*) FROM instants WHERE evaluated") == "\(hours.count)\n")
            #expect(try place.query("SELECT count(*) FROM notices WHERE published IS NULL") == "0\n")
            // A day of hourly files with a forecast, and one proposal of an area.
            #expect(largest.done <= 26, "\(largest)")
            #expect(largest.pending == 1, "\(largest)")
            #expect((1...24).contains(largest.taken), "\(largest)")
            // Of a spell that is answered: issue, escalate, downgrade, lift.
            let answered = Self.spells - Self.spells / 4
            #expect(try place.query("SELECT count(*) FROM decisions WHERE in_force") == "\(answered * 4)\n")
            let bytes = try place.ledgerBytes()
            #expect(bytes < hours.count * 2048, "\(bytes) bytes")
            try place.verify()
        }
    }
}

extension Place {
    /// Names of the notices that a consumer has taken and that are still kept.
    fileprivate var taken: [String] { (try? FileManager.default.contentsOfDirectory(atPath: spool + "/cur")) ?? [] }

    /// Takes what has gone out, as a consumer does.
    fileprivate func takeNotices() throws {
        for notice in notices { try #require(rename("\(spool)/new/\(notice)", "\(spool)/cur/\(notice)") == 0) }
    }

    fileprivate func ledgerBytes() throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: ledger)
        return try #require(attributes[.size] as? Int)
    }
}
