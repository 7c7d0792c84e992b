import ArgumentParser
import Control
import Glibc
import Presentation

/// Asks the daemon one thing over its socket.
struct ControlClient {
    let path: String
    let format: OutputFormat
    let language: Language

    init(socket: String?, format: OutputFormat, language: Language) {
        path = socket ?? Console.variable("LANTIAN_SOCKET") ?? ControlOptions.defaultSocket
        self.format = format
        self.language = language
    }

    /// Sends a request and waits for its reply.
    ///
    /// - Returns: The reply, and its line without the line end.
    /// - Throws: The exit code, after saying why on stderr.
    func ask<Reply: Codable>(_ request: ControlRequest, _ type: Reply.Type) throws -> (reply: Reply, line: [UInt8]) {
        let line = try reading { try exchange(request.line, seconds: request.patience) }
        do {
            return (try ControlReply.read(type, line), line)
        } catch let error as ControlError {
            if format == .json { Console.write(String(decoding: line, as: UTF8.self) + "\n") }
            throw fail(error.text(language), error.exitCode)
        } catch {
            throw fail(unreadable("\(error)"), ClientExit.unavailable)
        }
    }

    /// Does what can fail only where the two programs do not understand each other.
    func reading<Value>(_ body: () throws -> Value) throws -> Value {
        do { return try body() } catch let code as ExitCode {
            throw code
        } catch { throw fail(unreadable("\(error)"), ClientExit.unavailable) }
    }

    private func unreadable(_ reason: String) -> String {
        language.pick(
            "the reply cannot be read, client and daemon may be of different versions: \(reason)",
            "无法读懂答复，客户端与服务端可能版本不同：\(reason)")
    }

    private func fail(_ text: String, _ code: ExitCode) -> ExitCode {
        Console.note("\(Console.style(of: STDERR_FILENO).red("lantian:")) \(text)")
        return code
    }

    // MARK: The socket

    private func exchange(_ request: [UInt8], seconds: Int) throws -> [UInt8] {
        signal(SIGPIPE, SIG_IGN)
        let descriptor = try connected()
        defer { close(descriptor) }
        var patience = timeval(tv_sec: seconds, tv_usec: 0)
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            setsockopt(descriptor, SOL_SOCKET, option, &patience, socklen_t(MemoryLayout<timeval>.size))
        }
        // Where the daemon has closed already, it has said why.
        send(request, to: descriptor)
        return try receive(from: descriptor, seconds: seconds)
    }

    private func connected() throws -> Int32 {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        guard descriptor >= 0, path.utf8.count < MemoryLayout.size(ofValue: address.sun_path) else {
            throw fail(language.pick("\(path) cannot be a socket", "\(path) 不能作为套接字"), ClientExit.unavailable)
        }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let result = withUnsafePointer(to: address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) }
        }
        guard result != 0 else { return descriptor }
        let code = errno
        close(descriptor)
        switch code {
        case EACCES, EPERM:
            throw fail(
                language.pick(
                    "this account may not use \(path): only members of the group lantian may (usermod -aG lantian NAME)",
                    "本账号无权使用 \(path)：仅限 lantian 组成员（usermod -aG lantian 账号）"), ClientExit.noPermission)
        case ENOENT, ECONNREFUSED:
            throw fail(
                language.pick(
                    "no daemon listens on \(path): `systemctl status lantiand` says why; of another daemon, give --socket",
                    "\(path) 上没有服务：用“systemctl status lantiand”查看原因；若是其他实例，请用 --socket 指明"), ClientExit.unavailable)
        default:
            let reason = String(cString: strerror(code))
            throw fail(
                language.pick("cannot connect to \(path): \(reason)", "无法连接 \(path)：\(reason)"), ClientExit.unavailable)
        }
    }

    private func send(_ request: [UInt8], to descriptor: Int32) {
        var sent = 0
        while sent < request.count {
            let count = request.withUnsafeBytes { bytes in
                write(descriptor, bytes.baseAddress.map { $0 + sent }, bytes.count - sent)
            }
            if count > 0 { sent += count } else if errno != EINTR { return }
        }
    }

    private func receive(from descriptor: Int32, seconds: Int) throws -> [UInt8] {
        var lines = LineSplitter(limit: ControlLimits.replyBytes)
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count > 0 {
                lines.append(buffer[..<count])
                if let line = try lines.next() { return line }
                continue
            }
            if count < 0, errno == EINTR { continue }
            let isLate = count < 0 && errno == EAGAIN
            throw fail(
                isLate
                    ? language.pick(
                        "the daemon has not answered in \(seconds) s; whether it will yet do what was asked, `lantian decisions` tells",
                        "服务在 \(seconds) 秒内未答复；所请求的事项是否完成，请用“lantian decisions”查看")
                    : language.pick("the daemon has closed the connection", "服务已关闭连接"), ClientExit.unavailable)
        }
    }
}

extension ControlRequest {
    /// Seconds that a client waits: a busy desk first does what is due by itself.
    fileprivate var patience: Int {
        switch method {
        case .reload: 300
        case .approve, .reject, .declare, .direct, .withdraw, .acknowledge, .opine, .retract, .correct: 120
        default: 30
        }
    }
}

extension ControlError {
    fileprivate var exitCode: ExitCode {
        switch self {
        case .busy, .ledgerRefuses, .badRequest, .unknownMethod, .badParameter, .other: ClientExit.unavailable
        default: ClientExit.refused
        }
    }
}
