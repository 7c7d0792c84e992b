import AirQuality
import Desk
import PlanModel
import Reports
import Testing

@testable import Daemon
@testable import FileAccess
@testable import Ledger

/// The files of reports beside the notices.
@Suite struct ReportFilesTests {
    @Test func eachAppearsOnceAtItsHour() throws {
        let files = MemoryFileSystem(Trouble())
        let reports = ReportFiles(folder: "/spool/reports", files: files)
        let script = try EpisodeScript { script, hour in
            try reports.write(from: script.service.ledger, at: EpisodeScript.instant(hour))
        }
        let names = files.names(in: "/spool/reports")
        let zone = script.service.desk.plan.zone
        let due = try EpisodeReader(RecordReader(script.service.ledger)).episodes().flatMap { episode in
            (episode.start.hours..<(episode.end ?? episode.start).hours).map { HourSlot($0) }
                .filter { [6, 9, 17].contains(zone.clockHour(of: $0)) }.map { "\($0.compactText)-north-status.txt" }
        }
        #expect(names.filter { $0.hasSuffix("-status.txt") } == due)
        #expect(names.filter { $0.hasSuffix("-assessment.html") }.count == 2)
        #expect(names.allSatisfy { !$0.hasPrefix(".") })
        try reports.write(from: script.service.ledger, at: EpisodeScript.instant(EpisodeScript.hours))
        #expect(files.names(in: "/spool/reports") == names)
    }
}
