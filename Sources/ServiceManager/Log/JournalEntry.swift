internal import Logging

/// One journal entry as the fields that sd_journal_sendv(3) takes.
struct JournalEntry {
    /// Metadata keys become fields with this prefix: `area` is found by `journalctl LANTIAN_AREA=xuchang`.
    static let prefix = "LANTIAN_"

    /// journald ignores fields whose name is longer (systemd.journal-fields(7), journal-importer.h).
    static let nameLimit = 64

    /// `NAME=value` in UTF-8; a value may hold any byte, line breaks too.
    let fields: [[UInt8]]

    init(level: Logger.Level, message: String, identifier: String, metadata: LogFields) {
        var fields = [
            Self.field("MESSAGE", message),
            Self.field("PRIORITY", String(Self.priority(of: level))),
            Self.field("SYSLOG_IDENTIFIER", identifier),
        ]
        for (key, value) in metadata.pairs {
            fields.append(Self.field(Self.name(forKey: key), value))
        }
        self.fields = fields
    }

    /// syslog's severities (RFC 5424 §6.2.1).
    static func priority(of level: Logger.Level) -> Int {
        switch level {
        case .critical: 2
        case .error: 3
        case .warning: 4
        case .notice: 5
        case .info: 6
        case .debug, .trace: 7
        }
    }

    /// Field names are capitals, digits and `_`; everything else becomes `_`.
    static func name(forKey key: String) -> String {
        var name = prefix
        for scalar in key.unicodeScalars.prefix(nameLimit - prefix.count) {
            switch scalar {
            case "A"..."Z", "0"..."9": name.unicodeScalars.append(scalar)
            case "a"..."z": name += String(scalar).uppercased()
            default: name += "_"
            }
        }
        return name
    }

    private static func field(_ name: String, _ value: String) -> [UInt8] {
        Array(name.utf8) + [UInt8(ascii: "=")] + Array(value.utf8)
    }
}
