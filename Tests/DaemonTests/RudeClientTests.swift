import Foundation
import Testing

extension WholeDaemon {
    /// Whatever a client does, hours are sealed and others are answered.
    @Suite struct RudeClientTests {
        private static let status = "{\"method\":\"cn.lantian.Desk1.Status\"}\n"

        /// Lets clients do their worst, and sees that the desk goes on meanwhile and is in order afterwards.
        private func desk(_ rude: (Place, Service) async throws -> [RawClient]) async throws {
            let place = try Place()
            let service = try await Service(place).ready()
            let clients = try await rude(place, service)
            for step in Episode.steps.prefix(4) { try await step.play(place, service) }
            #expect(place.notices.count == 2)
            withExtendedLifetime(clients) {}
            try await service.stop()
            try place.verify()
        }

        @Test func halfALineDelaysNobody() async throws {
            try await desk { place, _ in
                let client = try RawClient(place.control)
                client.sendNow("{\"method\":\"cn.lantian")
                let other = try RawClient(place.control)
                other.sendNow(Self.status)
                #expect(other.lines(1).first?.hasPrefix("{\"parameters\":{") == true)
                // Patience with half a line has an end.
                try await eventually("the client is let go") { client.isClosed }
                return [client, other]
            }
        }

        @Test func oneThatNeverReadsDelaysNobody() async throws {
            try await desk { place, service in
                let client = try RawClient(place.control)
                // Until the socket takes no more.
                let many = String(repeating: Self.status, count: 500)
                try await eventually("the client is left waiting") { client.sendNow(many) == 0 }
                let figures = ProcessFigures(process: service.process)
                let before = try figures.processorTime()
                let other = try RawClient(place.control)
                other.sendNow(Self.status)
                #expect(other.lines(1).count == 1)
                try await Task.sleep(for: .seconds(2))
                #expect(try figures.processorTime() - before < 1000)
                return [client, other]
            }
        }

        @Test func aLineOfTenMegabytesIsRefused() async throws {
            try await desk { place, service in
                let client = try RawClient(place.control)
                let figures = ProcessFigures(process: service.process)
                let before = try figures.peak()
                var left = 10 << 20
                try await eventually("the line is refused") {
                    left -= client.sendNow([UInt8](repeating: 0x78, count: min(left, 64 << 10)))
                    return left <= 0 || client.hasAnswer
                }
                #expect(left > 0)
                #expect(client.lines(1).first?.hasPrefix("{\"error\":\"cn.lantian.Desk1.LineTooLong\"") == true)
                #expect(try figures.peak() - before < 4096)
                return [client]
            }
        }

        @Test func aFloodOfConnectionsIsTurnedAway() async throws {
            try await desk { place, service in
                let figures = ProcessFigures(process: service.process)
                let before = try figures.descriptors()
                var clients = try (0..<300).map { _ in try RawClient(place.control) }
                try await eventually("the flood is turned away") {
                    clients.removeAll { $0.isClosed }
                    return clients.count <= 8
                }
                #expect(clients.count == 8)
                #expect(try figures.descriptors() <= before + 8)
                let late = try place.lantian("status")
                #expect(late.status == 69 && late.output.contains("too many connections"), "\(late.output)")
                clients.removeLast()
                try await eventually("there is room again") { try place.lantian("status").status == 0 }
                return clients
            }
        }

        @Test func requestsMayComeInOneStreamAndInPieces() async throws {
            try await desk { place, _ in
                let client = try RawClient(place.control)
                let stream = Array(String(repeating: Self.status, count: 100).utf8) + Array("{\"method\":\"x.y\"}\n".utf8)
                for start in stride(from: 0, to: stream.count, by: 37) {
                    client.sendNow(Array(stream[start..<min(start + 37, stream.count)]))
                }
                client.finish()
                let lines = client.lines(101)
                #expect(lines.count == 101)
                #expect(lines.dropLast().allSatisfy { $0.hasPrefix("{\"parameters\":{") })
                #expect(lines.last?.hasPrefix("{\"error\":\"cn.lantian.Desk1.UnknownMethod\"") == true)
                try await eventually("the end is answered by an end") { client.isClosed }
                return []
            }
        }

        @Test func whatIsNoRequestIsAnsweredAndEnds() async throws {
            try await desk { place, _ in
                for text in ["GET / HTTP/1.1\r\n", "{\"method\":\n", "\u{0}\u{1}\n", "[]\n"] {
                    let client = try RawClient(place.control)
                    client.sendNow(text + Self.status)
                    #expect(
                        client.lines(2).map { $0.hasPrefix("{\"error\":\"cn.lantian.Desk1.BadRequest\"") } == [true], "\(text)")
                }
                return []
            }
        }

        @Test func aSocketLeftBehindIsTakenOverAndAFileIsNot() async throws {
            let place = try Place()
            try FileManager.default.createDirectory(atPath: place.state, withIntermediateDirectories: true)
            try "somebody's".write(toFile: place.control, atomically: true, encoding: .utf8)
            let service = try await Service(place).ready()
            // The desk does its work without, and says what is wrong.
            #expect(service.log.contains("there is no control socket"))
            #expect(try String(contentsOfFile: place.control, encoding: .utf8) == "somebody's")
            try await Episode.steps[0].play(place, service)
            try await service.stop()
        }
    }
}
