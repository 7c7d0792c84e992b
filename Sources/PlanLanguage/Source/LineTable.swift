/// Where the lines of a file start: turns byte offsets into places and back into lines.
struct LineTable {
    private let bytes: [UInt8]
    private let starts: [Int]
    /// The last place asked for: findings come in order, so one long line is not counted anew for each of them.
    private var last: (offset: Int, lineIndex: Int, column: Int)

    init(_ file: SourceFile) {
        bytes = file.bytes
        var starts = [file.textStart]
        for (offset, byte) in file.bytes.enumerated() where byte == 0x0A { starts.append(offset + 1) }
        self.starts = starts
        last = (file.textStart, 0, 1)
    }

    var count: Int { starts.count }

    mutating func place(of offset: Int) -> Place {
        let offset = max(starts[0], min(offset, bytes.count))
        let index = lineIndex(of: offset)
        var position = starts[index]
        var column = 1
        if last.lineIndex == index, last.offset <= offset {
            position = last.offset
            column = last.column
        }
        while position < offset {
            // Continuation bytes belong to the scalar that began before them.
            if bytes[position] & 0xC0 != 0x80 { column += 1 }
            position += 1
        }
        last = (offset, index, column)
        return Place(line: index + 1, column: column)
    }

    /// The bytes of a line, counted from 1, without its end.
    func line(_ number: Int) -> ArraySlice<UInt8> {
        guard number >= 1, number <= starts.count else { return [] }
        let start = starts[number - 1]
        var end = number < starts.count ? starts[number] - 1 : bytes.count
        if end > start, bytes[end - 1] == 0x0D { end -= 1 }
        return bytes[start..<max(start, end)]
    }

    private func lineIndex(of offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while low + 1 < high {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }
}
