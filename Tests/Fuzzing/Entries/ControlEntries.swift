import Control

extension FuzzEntry {
    static let controlEntries = [FuzzEntry(name: "control", run: request)]

    /// A stream comes apart into lines however it arrives, and what is a request says the same when it is written again.
    private static func request(_ bytes: [UInt8]) {
        var whole = LineSplitter(limit: 1000)
        whole.append(bytes)
        var piecewise = LineSplitter(limit: 1000)
        var pieces: [[UInt8]] = []
        for byte in bytes {
            piecewise.append([byte])
            if let line = try? piecewise.next() { pieces.append(line) }
        }
        for piece in pieces {
            guard let line = try? whole.next() else { return }
            require(line == piece, "a line depends on how it arrived")
            guard let request = try? ControlRequest(line: line) else { continue }
            let again = try? ControlRequest(line: request.line.dropLast())
            require(again == request, "a request does not come back")
        }
    }
}
