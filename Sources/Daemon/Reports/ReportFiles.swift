import AirQuality
import Assessments
import Desk
import Dispatch
import FileAccess
import Ledger
import Logging
import PlanModel
import Presentation
import Reports
import Warnings

/// The folder of reports: status reports at their hours while a warning is in force, consultation sheets in the hour before one of
/// review, and the assessment after a warning has ended. A file appears whole, by a rename; one that is there is not made again.
struct ReportFiles<Files: FileSystem>: Sendable {
    let folder: String
    let files: Files

    /// Writes what is due once an instant is sealed. An hour in which nothing is due costs the same however long the record is.
    func write(from ledger: Ledger, at: HourSlot) throws {
        let reader = RecordReader(ledger)
        let moments = MomentReader(reader)
        let plan = try moments.plan(at: at).plan
        if plan.reportHours.contains(where: { $0.hour == plan.zone.clockHour(of: at) }) {
            for area in plan.areas where !holds("\(name(at, area))-status.txt") { try writeStatus(area, at, moments) }
        }
        if plan.review.contains(where: { $0.hour == plan.zone.clockHour(of: at + 1) }) {
            let sheets = ConsultationReader(reader)
            for area in plan.areas where !holds("\(name(at, area))-consultation.txt") {
                let sheet = try sheets.sheet(of: area, at: at)
                try put("\(name(at, area))-consultation.html", sheet.html)
                try put("\(name(at, area))-consultation.txt", sheet.text(Style(isOn: false)))
            }
        }
        let episodes = EpisodeReader(reader)
        for area in plan.areas {
            let last = try episodes.lastEnded(ofArea: area.id) { !holds("\($0)-assessment.json") }
            guard let last, let assessment = Assessment(try episodes.record(of: last))
            else { continue }
            try put("\(last.id)-assessment.html", assessment.html)
            try put("\(last.id)-assessment.json", assessment.json)
        }
    }

    private func writeStatus(_ area: Area, _ at: HourSlot, _ moments: MomentReader) throws {
        guard try moments.level(ofArea: area.id, at: at) != nil else { return }
        let record = try moments.record(of: area, at: at)
        let report = StatusReport(record)
        try put("\(name(at, area))-status.json", report.json)
        try put("\(name(at, area))-status.txt", report.text(Style(isOn: false)))
    }

    private func name(_ at: HourSlot, _ area: Area) -> String { "\(at.compactText)-\(area.id)" }

    /// Whether a file is one that is never swept.
    static func isAssessment(_ name: String) -> Bool {
        name.hasSuffix("-assessment.html") || name.hasSuffix("-assessment.json")
    }

    private func holds(_ name: String) -> Bool { files.exists("\(folder)/\(name)") }

    private func put(_ name: String, _ text: String) throws(FileFailure) {
        try files.makeFolder(folder)
        let aside = "\(folder)/.\(name).tmp"
        try files.write(Array(text.utf8), to: aside)
        try files.rename(aside, to: "\(folder)/\(name)")
        try files.syncFolder(folder)
    }
}

/// Writes reports beside the loop, one hour after the other, from a view of the ledger of its own: however long a list is, and
/// whatever goes wrong, no hour waits for them.
struct ReportWriter: Sendable {
    private let ledger: String
    private let reports: ReportFiles<LocalFileSystem>
    private let log: Logger
    private let queue = DispatchQueue(label: "reports", qos: .utility)

    init(ledger: String, spool: String, log: Logger) {
        self.ledger = ledger
        reports = ReportFiles(folder: "\(spool)/reports", files: LocalFileSystem())
        self.log = log
    }

    /// Asks for what is due once an instant is sealed; returns at once.
    func sealed(_ at: HourSlot) {
        queue.async { [ledger, reports, log] in
            do {
                try reports.write(from: Ledger(path: ledger, readOnly: true), at: at)
            } catch {
                log.error(
                    "reports cannot be written; warnings and notices go on, `lantian report` and `lantian assess` make them by hand",
                    metadata: ["folder": "\(reports.folder)", "error": "\(error)"])
            }
        }
    }
}
