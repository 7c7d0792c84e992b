import FileAccess
import Glibc

/// Files that wait in the inbox, and those that were rejected of late.
struct InboxChecks {
    let path: String
    let now: Int64

    /// Seconds after which a file should have been taken.
    private static let patience: Int64 = 300
    private static let recent: Int64 = 86400

    func run() -> [Diagnosis] {
        guard let waiting = files(path, isCounted: { !$0.hasPrefix(".") }) else { return [] }
        let name = Diagnosis.Words("backlog", "收件积压")
        var diagnoses: [Diagnosis] = []
        if let oldest = waiting.min(), now - oldest > Self.patience {
            diagnoses.append(
                .warning(
                    "backlog", name,
                    .init(
                        "\(waiting.count) files wait in \(path), the oldest for \((now - oldest) / 60) min",
                        "\(path) 中有 \(waiting.count) 个文件等待，最久的已 \((now - oldest) / 60) 分钟"),
                    help: .init(
                        "look into the journal for why they stay; files named .tmp or .part wait for their writer",
                        "请查看日志了解原因；以 .tmp、.part 结尾的文件在等写入方改名")))
        } else {
            diagnoses.append(.fine("backlog", name, .init("\(waiting.count) files wait", "\(waiting.count) 个文件等待")))
        }
        let rejected = files(path + "/rejected") { !$0.hasSuffix(".reason.txt") } ?? []
        let recent = rejected.count { now - $0 < Self.recent }
        if recent > 0 {
            diagnoses.append(
                .warning(
                    "rejected", .init("rejected files", "拒收文件"),
                    .init("\(recent) files were rejected within a day", "一天内拒收 \(recent) 个文件"),
                    help: .init(
                        "read \(path)/rejected/*.reason.txt and tell the writer of the feed",
                        "查看 \(path)/rejected/*.reason.txt，并通知数据提供方")))
        }
        return diagnoses
    }

    /// When each file came to where it lies, in seconds; nil where the folder cannot be read.
    private func files(_ folder: String, isCounted: (String) -> Bool) -> [Int64]? {
        guard let entries = try? LocalFileSystem().list(folder) else { return nil }
        return entries.filter { $0.kind == .file && isCounted($0.name) }.compactMap { entry in
            var status = stat()
            guard stat("\(folder)/\(entry.name)", &status) == 0 else { return nil }
            return Int64(status.st_ctim.tv_sec)
        }
    }
}
