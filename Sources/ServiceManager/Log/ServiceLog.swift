import Glibc
public import Logging

/// The log of a service: the journal where systemd connected it, readable lines otherwise.
public enum ServiceLog {
    /// True where standard error is the journal's stream, false on a terminal and behind a redirection.
    public static var isConnectedToJournal: Bool {
        JournalStream.carries(descriptor: STDERR_FILENO, variable: Environment.value(of: "JOURNAL_STREAM"))
    }

    /// A logger to hand down from `main`; nothing global is set.
    ///
    /// - Parameter identifier: the program's name.
    public static func logger(identifier: String, level: Logger.Level) -> Logger {
        var logger = Logger(label: identifier) { label -> any LogHandler in
            if isConnectedToJournal { JournalLogHandler(identifier: label) } else { TerminalLogHandler() }
        }
        logger.logLevel = level
        return logger
    }
}
