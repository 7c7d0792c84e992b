import FileAccess
import Ledger
import Presentation

/// What is said of a ledger's file, in the language of the locale; what SQLite or the system says of a fault stays as it is.
struct LedgerWords {
    let language: Language

    /// What a check found.
    func text(_ report: VerifyReport) -> String {
        guard language == .chinese else { return "\(report)" }
        return switch report.fault {
        case nil: "完整：共 \(report.head.seq) 条记录，链头 \(report.head)，各表均由记录得出"
        case .file(let reason): "文件已损坏：\(reason)"
        case .chain(let seq, let reason): "第 \(seq) 条记录处链条断裂：\(reason)；\(report.head) 之前完好"
        case .head(let missing): "链头 \(missing) 不在链中：记录被改动或删除；\(report.head) 之前完好"
        case .schema(let name): "“\(name)”缺失或与建立时不同；链条至 \(report.head) 完好"
        case .table(let table, let row, let reason):
            "表 \(table) 第 \(row) 行：\(reason)；链条至 \(report.head) 完好，可用 lantian ledger rebuild 重建各表"
        }
    }

    /// Why something could not be done.
    func text(_ error: any Error) -> String {
        guard language == .chinese else { return "\(error)" }
        if let error = error as? LedgerError { return "\(Self.chinese(error.code))（\(error)）" }
        if let error = error as? StateInUse { return "另一个 lantiand 正在 \(error.folder) 上运行：请先停止服务（systemctl stop lantiand）" }
        return "未能完成：\(error)"
    }

    private static func chinese(_ code: LedgerError.Code) -> String {
        switch code {
        case .noSpace: "磁盘已满，未作任何记录：请腾出空间"
        case .busy: "文件被其他进程占用：请先结束该进程"
        case .notWritable: "无权写入：请给予该文件及其目录的写权限"
        case .cannotOpen: "文件无法打开：请检查目录是否存在、是否有读写权限"
        case .damaged: "文件已损坏：请停止服务，保留副本，并用 lantian restore 恢复最近的完好备份"
        case .notALedger: "不是蓝天的台账文件：请检查路径"
        case .otherVersion: "台账由其他版本的程序写成：未作任何改动"
        case .brokenChain: "记录链断裂：请保留副本，恢复最近的完好备份，并查明何人改动"
        case .otherWriter: "其他进程也在写入：请先结束该进程"
        case .refused: "不能照此执行：请换一个文件名"
        case .failed: "读写失败：请查看磁盘错误，然后运行 lantian ledger verify"
        }
    }
}
