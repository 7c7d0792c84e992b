import Logging
import Synchronization
import Testing

@testable import ServiceManager

@Suite struct TerminalLogHandlerTests {
    @Test func anEventIsOneLine() {
        let line = write { $0.notice("issued", metadata: ["level": "yellow", "clause": "two days", "empty": ""]) }
        #expect(line == "2024-12-09 20:00:00 notice   issued clause=\"two days\" empty=\"\" level=yellow\n")
    }

    @Test func dataCannotSteerTheTerminalOrForgeALine() {
        let line = write { $0.info("row\u{1B}[2J\n2024-12-09 error", metadata: ["cell": "a\"\n\u{9B}b\u{202E}"]) }
        #expect(
            line == #"2024-12-09 20:00:00 info     row\u{1B}[2J"# + "\n    2024-12-09 error " + #"cell="a\"\n\u{009B}b\u{202E}""#
                + "\n")
    }

    @Test func coloursOnlyWhereAskedFor() {
        #expect(write { $0.error("x") } == "2024-12-09 20:00:00 error    x\n")
        #expect(write(colour: true) { $0.error("x") } == "2024-12-09 20:00:00 \u{1B}[31merror   \u{1B}[0m x\n")
    }

    @Test func quieterEventsAreLeftOut() {
        #expect(write(level: .warning) { $0.info("x") } == "")
    }

    private func write(level: Logger.Level = .trace, colour: Bool = false, _ body: (Logger) -> Void) -> String {
        let text = Mutex("")
        let handler = TerminalLogHandler(
            colour: colour, time: { "2024-12-09 20:00:00" }, sink: { line in text.withLock { $0 += line } }
        )
        var logger = Logger(label: "test") { _ in handler }
        logger.logLevel = level
        body(logger)
        return text.withLock { $0 }
    }
}
