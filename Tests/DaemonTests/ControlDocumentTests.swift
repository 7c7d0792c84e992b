import Control
import Foundation
import Presentation
import Testing

extension WholeDaemon {
    /// `docs/control.md` against a real server: the same methods, and of each example the shape that it shows.
    /// `LANTIAN_UPDATE_GOLDEN=1` writes the replies anew.
    @Suite struct ControlDocumentTests {
        @Test func theExamplesAreTrue() async throws {
            var document = try ControlDocument()
            #expect(Set(document.examples.map(\.method)) == Set(ControlMethod.allCases.map(\.rawValue)))
            #expect(document.examples.count == ControlMethod.allCases.count)
            let updates = ProcessInfo.processInfo.environment["LANTIAN_UPDATE_GOLDEN"] != nil
            let place = try Place(plan: TestPlan.served)
            let service = try await Service(place).ready()
            try await place.seal("2026-11-20 10:05", slot: "2026-11-20 09", pm25: 150)
            for example in document.examples {
                if example.method == "Reject" { try await place.seal("2026-11-20 11:05", slot: "2026-11-20 10", pm25: 300) }
                #expect(try ControlRequest(line: Array(example.request.utf8)).method.rawValue == example.method)
                let client = try RawClient(place.control)
                client.sendNow(example.request + "\n")
                let reply = try JSONReader.read(Array(try #require(client.lines(1).first).utf8))
                #expect(reply["error"] == nil, "\(example.method): \(reply)")
                if updates {
                    try document.put(reply, of: example)
                } else {
                    #expect(try JSONReader.read(Array(example.reply.utf8)).shape == reply.shape, "\(example.method)")
                }
                guard example.method == "GetInfo" else { continue }
                let methods = reply["parameters"]?["methods"]?.elements?.compactMap(\.text) ?? []
                #expect(Set(methods) == Set(document.examples.map { "\(ControlMethod.interface).\($0.method)" }))
            }
            if updates { try document.text.write(toFile: ControlDocument.path, atomically: true, encoding: .utf8) }
            try await service.stop()
        }
    }
}
