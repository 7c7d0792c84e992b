import Testing

@testable import Control

/// However a stream is cut up, the same lines come out.
@Suite struct LineSplitterTests {
    @Test(arguments: 1...12) func linesDoNotDependOnHowTheyArrive(size: Int) throws {
        let stream = Array("a\n\nbcd\nefghij\nk".utf8)
        var splitter = LineSplitter(limit: 6)
        var lines: [String] = []
        for start in stride(from: 0, to: stream.count, by: size) {
            splitter.append(stream[start..<min(start + size, stream.count)])
            while let line = try splitter.next() { lines.append(String(decoding: line, as: UTF8.self)) }
        }
        #expect(lines == ["a", "", "bcd", "efghij"])
        #expect(splitter.count == 1 && !splitter.hasLine)
    }

    @Test func aLineThatIsTooLongIsRefusedWholeOrNot() {
        for text in ["1234567", "1234567\n", "1234567\nabc\n"] {
            var splitter = LineSplitter(limit: 6)
            splitter.append(Array(text.utf8))
            #expect(throws: LineSplitter.TooLong(limit: 6)) { try splitter.next() }
        }
    }

    @Test func whatWasReadIsForgotten() throws {
        var splitter = LineSplitter(limit: 10)
        for _ in 0..<10_000 {
            splitter.append(Array("12345678\n1".utf8))
            while try splitter.next() != nil {}
            splitter.append([0x0A])
            while try splitter.next() != nil {}
        }
        #expect(splitter.count == 0)
    }
}
