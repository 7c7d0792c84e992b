internal import Logging

/// One log event as a line for people: time, level, message, key=value.
struct TerminalLine {
    let text: String

    init(level: Logger.Level, message: String, time: String, metadata: LogFields, colour: Bool) {
        let word = level.rawValue.padding(to: 8)
        var line = "\(time) \(colour ? Self.paint(level) + word + Self.plain : word) \(Self.indented(message))"
        for (key, value) in metadata.pairs {
            let pair = "\(Self.quotedIfNeeded(key))=\(Self.quotedIfNeeded(value))"
            line += colour ? " \(Self.dim)\(pair)\(Self.plain)" : " \(pair)"
        }
        text = line + "\n"
    }

    private static let plain = "\u{1B}[0m"
    private static let dim = "\u{1B}[2m"

    private static func paint(_ level: Logger.Level) -> String {
        switch level {
        case .critical, .error: "\u{1B}[31m"
        case .warning: "\u{1B}[33m"
        case .notice: "\u{1B}[1m"
        case .info: plain
        case .debug, .trace: dim
        }
    }

    /// Diagnostics span lines. Further lines are indented, so that none can pass for an event of its own.
    private static func indented(_ message: String) -> String {
        var result = ""
        for scalar in message.unicodeScalars {
            if scalar == "\n" {
                result += "\n    "
            } else if scalar.isControl {
                result += scalar.escaped(asASCII: true)
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func quotedIfNeeded(_ value: String) -> String {
        let needed = value.isEmpty || value.unicodeScalars.contains { $0 == " " || $0 == "\"" || $0 == "=" || $0.isControl }
        guard needed else { return value }
        var result = "\""
        for scalar in value.unicodeScalars {
            if scalar == "\"" || scalar == "\\" || scalar.isControl {
                result += scalar.escaped(asASCII: true)
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

extension String {
    fileprivate func padding(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
