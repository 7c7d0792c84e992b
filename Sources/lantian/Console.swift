import ArgumentParser
import Glibc
import Presentation

/// What a command writes, and the ways in which it ends early.
enum Console {
    /// It could not run.
    static let cannotRun = ExitCode(2)
    /// What was looked at is not as it should be.
    static let failed = ExitCode(1)

    static func style(of stream: Int32) -> Style { Style(isOn: isatty(stream) == 1 && getenv("NO_COLOR") == nil) }

    /// Columns of a terminal, of which COLUMNS may say another number; 100 elsewhere.
    static func width(of stream: Int32) -> Int {
        if let value = getenv("COLUMNS"), let text = String(validatingCString: value), let columns = Int(text),
            (20...1000).contains(columns)
        {
            return columns
        }
        var size = winsize()
        guard ioctl(stream, UInt(TIOCGWINSZ), &size) == 0, (20...1000).contains(Int(size.ws_col)) else { return 100 }
        return Int(size.ws_col)
    }

    static var localeLanguage: Language { Language.ofLocale(variable) }

    static func variable(_ name: String) -> String? { getenv(name).flatMap { String(validatingCString: $0) } }

    /// The daemon's state folder.
    static var stateFolder: String { variable("STATE_DIRECTORY") ?? "/var/lib/lantian" }

    static func write(_ text: String) { write(text, to: STDOUT_FILENO) }

    static func note(_ text: String) { error(text + "\n") }

    static func error(_ text: String) { write(text, to: STDERR_FILENO) }

    /// Says why a command cannot run.
    static func cannotRun(_ reason: String) -> ExitCode {
        let style = style(of: STDERR_FILENO)
        note("\(style.red("lantian:")) \(reason)")
        return cannotRun
    }

    static func write(bytes: UnsafeBufferPointer<UInt8>) { write(bytes, to: STDOUT_FILENO) }

    private static func write(_ text: String, to descriptor: Int32) {
        var text = text
        text.withUTF8 { write($0, to: descriptor) }
    }

    private static func write(_ bytes: UnsafeBufferPointer<UInt8>, to descriptor: Int32) {
        var written = 0
        while written < bytes.count {
            let count = Glibc.write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
            if count > 0 {
                written += count
            } else if errno != EINTR {
                // Nobody reads any more, as when a pager was left.
                exit(errno == EPIPE ? 0 : cannotRun.rawValue)
            }
        }
    }
}

/// `--language`
enum LanguageChoice: String, ExpressibleByArgument, CaseIterable {
    case zh, en

    var language: Language { self == .zh ? .chinese : .english }
}

enum OutputFormat: String, ExpressibleByArgument, CaseIterable { case text, json }

/// Shows on a terminal how far a long command has come, once it takes longer than a second.
struct Progress {
    private let start = Progress.seconds
    private var last = 0.0
    private let what: String
    private var isShown = false

    init(_ what: String) { self.what = what }

    private static var seconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    mutating func update(_ done: Int, of total: Int) {
        let now = Self.seconds
        guard now - start > 1, now - last > (isatty(STDERR_FILENO) == 1 ? 0.1 : 5) else { return }
        last = now
        isShown = true
        let percent = total == 0 ? 100 : done * 100 / total
        let end = isatty(STDERR_FILENO) == 1 ? "\r" : "\n"
        Console.error("\(what) \(String(percent).leftPadded(to: 3)) %\(end)")
    }

    func finish() {
        if isShown, isatty(STDERR_FILENO) == 1 { Console.error(String(repeating: " ", count: what.displayWidth + 8) + "\r") }
    }
}
