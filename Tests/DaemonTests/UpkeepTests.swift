import Foundation
import Testing

extension WholeDaemon {
    /// What a daemon costs that has nothing to do.
    @Suite struct UpkeepTests {
        @Test func atRestItTakesNoProcessorTime() async throws {
            let place = try Place()
            let service = try await Service(place, usesTestClock: false).ready()
            try await Task.sleep(for: .milliseconds(300))
            let figures = ProcessFigures(process: service.process)
            let before = try figures.processorTime()
            try await Task.sleep(for: .seconds(3))
            #expect(try figures.processorTime() - before <= 20)
            try await service.stop()
        }

        @Test func theWatchdogIsFedByTheLoop() async throws {
            let place = try Place()
            let service = try await Service(place, environment: ["WATCHDOG_USEC": "3000000"]).ready()
            try await Task.sleep(for: .milliseconds(3500))
            let fed = service.socket.messages.count { $0.contains("WATCHDOG=1") }
            #expect(fed >= 3)
            try await service.stop()
        }
    }
}
