import Glibc
import Logging
import Synchronization
import Testing

@testable import ServiceManager

@Suite struct JournalLogHandlerTests {
    @Test func anEventBecomesFields() {
        let entries = record { logger in
            logger[metadataKey: "area"] = "xuchang"
            logger.warning("demanded level: orange → red", metadata: ["level": "red", "decision": "17"])
        }
        #expect(
            entries == [
                [
                    "MESSAGE=demanded level: orange → red", "PRIORITY=4", "SYSLOG_IDENTIFIER=lantiand",
                    "LANTIAN_AREA=xuchang", "LANTIAN_DECISION=17", "LANTIAN_LEVEL=red",
                ]
            ]
        )
    }

    @Test func theCallWinsOverTheLogger() {
        let entries = record { logger in
            logger[metadataKey: "area"] = "xuchang"
            logger.info("sealed", metadata: ["area": "beijing"])
        }
        #expect(entries.first?.last == "LANTIAN_AREA=beijing")
    }

    @Test func anErrorIsAField() {
        struct Full: Error, CustomStringConvertible { let description = "no space left" }
        let entries = record { $0.error("not published", error: Full()) }
        #expect(entries.first?.last == "LANTIAN_ERROR=no space left")
    }

    @Test(arguments: [
        (Logger.Level.critical, 2), (.error, 3), (.warning, 4), (.notice, 5), (.info, 6), (.debug, 7), (.trace, 7),
    ])
    func levelsBecomePriorities(level: Logger.Level, priority: Int) {
        let entries = record { $0.log(level: level, "x") }
        #expect(entries.first?.contains("PRIORITY=\(priority)") == true)
    }

    @Test(arguments: [
        ("area", "LANTIAN_AREA"), ("plan.version", "LANTIAN_PLAN_VERSION"), ("地区", "LANTIAN___"), ("a=b\nc", "LANTIAN_A_B_C"),
        (String(repeating: "k", count: 200), "LANTIAN_" + String(repeating: "K", count: 56)),
    ])
    func everyKeyBecomesAFieldNameThatJournaldTakes(key: String, name: String) {
        #expect(JournalEntry.name(forKey: key) == name)
    }

    @Test func aValueKeepsItsLineBreaks() {
        let entries = record { $0.info("line 1\nPRIORITY=0", metadata: ["file": "a\nb"]) }
        #expect(entries.first?.first == "MESSAGE=line 1\nPRIORITY=0")
        #expect(entries.first?.last == "LANTIAN_FILE=a\nb")
    }

    @Test func onlyTheStreamThatSystemdConnectedIsTheJournal() throws {
        var file = stat()
        try #require(fstat(0, &file) == 0)
        #expect(JournalStream.carries(descriptor: 0, variable: "\(file.st_dev):\(file.st_ino)"))
        #expect(!JournalStream.carries(descriptor: 0, variable: "\(file.st_dev):\(file.st_ino &+ 1)"))
        #expect(!JournalStream.carries(descriptor: 0, variable: "\(file.st_dev)"))
        #expect(!JournalStream.carries(descriptor: 0, variable: nil))
        #expect(!JournalStream.carries(descriptor: -1, variable: "\(file.st_dev):\(file.st_ino)"))
    }

    private func record(_ body: (inout Logger) -> Void) -> [[String]] {
        let entries = Mutex<[[String]]>([])
        let handler = JournalLogHandler(identifier: "lantiand") { entry in
            let fields = entry.fields.map { String(decoding: $0, as: UTF8.self) }
            entries.withLock { $0.append(fields) }
        }
        withExtendedLifetime(entries) {
            var logger = Logger(label: "lantiand") { _ in handler }
            logger.logLevel = .trace
            body(&logger)
        }
        return entries.withLock { $0 }
    }
}
