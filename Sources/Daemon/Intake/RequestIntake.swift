import AirQuality
import Control
import Desk
import FileAccess
import Ledger
import Logging
import Presentation
import Warnings

/// Carries out the requests of a file as if its owner asked them over the control socket: one, or one a line.
///
/// Each goes on record with the line in which it stood, so that none is carried out twice: not after a crash between the
/// record and the filing, and not when the same content comes again.
struct RequestIntake<Files: FileSystem> {
    let service: DeskService<Files>
    let files: Files
    let log: Logger
    /// Whether an account may use the control socket.
    let mayAct: (UInt32) -> Bool

    /// Requests of one file.
    static var maximum: Int { 1000 }
    /// Refusals of one file that are told one by one.
    private static var toldRefusals: Int { 100 }

    // MARK: Recognition

    /// Whether a file is one of requests: its first character opens an object, which soon has a method. No feed is like that.
    static func isRequests(_ bytes: [UInt8]) -> Bool {
        let text = text(bytes).prefix(ControlLimits.requestBytes)
        guard text.first(where: { !isBlank($0) }) == UInt8(ascii: "{") else { return false }
        return text.contains(Array("\"method\"".utf8))
    }

    /// Without the byte order mark.
    private static func text(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    }

    private static func isBlank(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }

    /// The requests with their lines: a file that is one object as a whole is one request, however many lines it has.
    private static func requests(_ bytes: [UInt8]) -> [(line: Int, bytes: [UInt8])] {
        let text = text(bytes)
        if text.count <= ControlLimits.requestBytes,
            (try? JSONReader.read(Array(text), depth: ControlLimits.depth)) != nil
        {
            return [(1, Array(text))]
        }
        return text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
            .filter { !$0.element.allSatisfy(isBlank) }
            .map { (line: $0.offset + 1, bytes: Array($0.element)) }
    }

    // MARK: Carrying out

    /// - Parameters:
    ///   - digest: Of the content.
    ///   - owner: The account that owns the file, who counts as the one that records; nil where the file is a link.
    ///   - goesOn: Asked before each request.
    /// - Throws: ``LedgerError`` where the ledger refuses for now; the file may be tried again.
    func take(
        _ bytes: [UInt8], name: String, digest: String, owner: UInt32?, now: Instant, goesOn: () -> Bool
    ) throws -> FeedIntake<Files>.Outcome {
        let requests = Self.requests(bytes)
        guard requests.count <= Self.maximum else {
            return .rejected(
                """
                it has \(requests.count) requests, more than \(Self.maximum): none is carried out, split the file
                共有 \(requests.count) 条请求，超过上限 \(Self.maximum) 条：均未执行，请拆分文件
                """)
        }
        guard let owner else {
            return .rejected(
                """
                requests do not come by a link, which may be another's than the file: put the file itself into the inbox
                请求文件不得为链接（链接与文件可能不属于同一账户）：请将文件本身放入收件目录
                """)
        }
        let recorder = Accounts.recorder(owner)
        guard mayAct(owner) else {
            return .rejected(
                """
                it belongs to \(recorder.user), who may not act at the desk: none of its requests is carried out; only files of \
                members of the group \(ServiceGroup.desk.name) and of root are (usermod -aG \(ServiceGroup.desk.name) NAME)
                文件属于账户 \(recorder.user)，该账户无权值班操作：其中请求均未执行；只执行 \(ServiceGroup.desk.name) 组成员和 root 的请求文件\
                （usermod -aG \(ServiceGroup.desk.name) 账户名）
                """)
        }
        var refusals: [(line: Int, error: ControlError)] = []
        for (line, bytes) in requests {
            guard goesOn() else { return .interrupted }
            let file = RequestFile(name: name, digest: digest, line: line)
            guard try !service.ledger.hasSeen(digest: file.key) else {
                log.info("a request was carried out before", metadata: ["file": "\(name)", "line": "\(line)"])
                continue
            }
            do { try carryOut(bytes, file, recorder, now) } catch let error as ControlError {
                refusals.append((line, error))
            } catch let error as LedgerError where error.code == .refused {
                refusals.append((line, .ledgerRefuses(reason: error.description)))
            }
        }
        log.info(
            "requests of a file are carried out",
            metadata: ["file": "\(name)", "user": "\(recorder.user)", "requests": "\(requests.count - refusals.count)"])
        return refusals.isEmpty ? .taken : .rejected(Self.reason(refusals, of: requests.count))
    }

    private func carryOut(_ line: [UInt8], _ file: RequestFile, _ recorder: Recorder, _ now: Instant) throws {
        let request = try ControlRequest(line: line)
        guard request.method.mayComeAsFile else { throw ControlError.notByFile(method: request.method.rawValue) }
        let desk = ControlDesk(
            service: service, spool: service.spool, files: files, now: now, reload: {}, file: file)
        _ = try desk.perform(request) { recorder }
    }

    private static func reason(_ refusals: [(line: Int, error: ControlError)], of count: Int) -> String {
        let done = count - refusals.count
        var lines = [
            "of \(count) requests \(done) are carried out and stand, \(refusals.count) are refused",
            "共 \(count) 条请求，已执行 \(done) 条（有效），未执行 \(refusals.count) 条",
        ]
        for (line, error) in refusals.prefix(toldRefusals) {
            lines.append("line \(line): \(error.text(.english))")
            lines.append("第 \(line) 行：\(error.text(.chinese))")
        }
        let rest = refusals.count - toldRefusals
        if rest > 0 { lines.append("and \(rest) more / 另有 \(rest) 条") }
        return lines.joined(separator: "\n")
    }
}

extension ControlMethod {
    /// What another system may hand over: people approve, reject and declare at the desk.
    fileprivate var mayComeAsFile: Bool {
        switch self {
        case .direct, .withdraw, .acknowledge, .opine, .retract: true
        case .getInfo, .status, .episodes, .decisions, .proposals, .directives, .receipts, .notice, .export, .approve, .reject,
            .declare, .correct, .reload:
            false
        }
    }
}
