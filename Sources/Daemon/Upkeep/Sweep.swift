import AirQuality
import FileAccess
import Glibc
import Logging
import PlanModel

/// Removes files that the plan no longer keeps: once a day, a few at a turn, so that no hour waits for it.
///
/// The age of a file is the time since it was filed where it lies, by the file system's own stamp (`st_ctime`).
final class Sweep {
    private let folders: [(subject: Retention.Subject, path: String)]
    private let log: Logger
    private let files = LocalFileSystem()
    private var waiting: [String] = []
    private var removed = 0
    private var lastDay: Int64?
    private var lastRetention = Retention()

    /// Files of a turn; a turn with files that wait is followed by another within a second.
    static let filesInTurn = 100

    init(inbox: String, spool: String, log: Logger) {
        folders = [
            (.done, inbox + "/done"), (.rejected, inbox + "/rejected"), (.notices, spool + "/cur"),
            (.reports, spool + "/reports"),
        ]
        self.log = log
    }

    var isUnderWay: Bool { !waiting.isEmpty }

    /// - Parameter now: A time that is not in doubt.
    func turn(_ retention: Retention, now: Instant) {
        let day = now.seconds / 86_400
        if waiting.isEmpty, day != lastDay || retention != lastRetention {
            lastDay = day
            lastRetention = retention
            waiting = folders.flatMap { folder in
                retention[folder.subject].map { old(folder.subject, in: folder.path, days: $0, now: now) } ?? []
            }
        }
        guard !waiting.isEmpty else { return }
        for path in waiting.suffix(Self.filesInTurn) {
            do throws(FileFailure) {
                try files.remove(path)
                removed += 1
            } catch {
                log.warning("a file that is kept no longer cannot be removed", metadata: ["error": "\(error)"])
            }
        }
        waiting.removeLast(min(Self.filesInTurn, waiting.count))
        if waiting.isEmpty {
            log.notice("files that the plan keeps no longer were removed", metadata: ["files": "\(removed)"])
            removed = 0
        }
    }

    private func old(_ subject: Retention.Subject, in folder: String, days: Int, now: Instant) -> [String] {
        guard let entries = try? files.list(folder) else { return [] }
        return entries.filter { subject != .reports || !ReportFiles<LocalFileSystem>.isAssessment($0.name) }
            .map { "\(folder)/\($0.name)" }.filter { path in
                var status = stat()
                return lstat(path, &status) == 0 && now.seconds - Int64(status.st_ctim.tv_sec) > Int64(days) * 86_400
            }
    }
}
