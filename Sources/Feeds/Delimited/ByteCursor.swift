/// A place in the bytes of a delimited file.
///
/// Reads eight bytes at a time. Bytes beyond the end read as line feeds, so that every scan stops there: `position` never
/// passes `end`, whatever the input.
struct ByteCursor {
    private(set) var position: UnsafePointer<UInt8>
    let end: UnsafePointer<UInt8>

    @inline(__always) init(_ position: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>) {
        self.position = position
        self.end = end
    }

    @inline(__always) init(_ bytes: UnsafeBufferPointer<UInt8>, base: UnsafePointer<UInt8>) {
        position = base
        end = base + bytes.count
    }

    @inline(__always) var isAtEnd: Bool { position == end }

    /// Back to a place that the cursor had before.
    @inline(__always) mutating func rewind(to earlier: UnsafePointer<UInt8>) { position = earlier }

    /// Steps over one separator.
    @inline(__always) mutating func takeSeparator() -> Bool {
        guard position != end, position.pointee == Byte.comma else { return false }
        position += 1
        return true
    }

    /// The number of columns from here to the line's end.
    func columnCount() -> Int {
        var probe = self
        var count = 0
        repeat {
            _ = probe.cell()
            count += 1
        } while probe.takeSeparator()
        return count
    }

    /// Steps over the given bytes where they come next; an empty run never does.
    @inline(__always) mutating func take(prefix: UnsafeBufferPointer<UInt8>) -> Bool {
        guard !prefix.isEmpty, end - position >= prefix.count,
            UnsafeBufferPointer(start: position, count: prefix.count).equals(prefix)
        else { return false }
        position += prefix.count
        return true
    }

    /// Steps over a cell that is written as another one was, quotes and all.
    @inline(__always) mutating func take(cell: UnsafeBufferPointer<UInt8>) -> Bool {
        guard !cell.isEmpty, end - position > cell.count else { return false }
        let next = position[cell.count]
        guard
            next == Byte.comma || next == Byte.lineFeed
                || (next == Byte.carriageReturn && end - position > cell.count + 1 && position[cell.count + 1] == Byte.lineFeed),
            UnsafeBufferPointer(start: position, count: cell.count).equals(cell)
        else { return false }
        position += cell.count
        return true
    }

    /// Steps over a line feed, CR LF, or stays where the file ends.
    @inline(__always) mutating func takeLineEnd() -> Bool {
        if position == end { return true }
        if position.pointee == Byte.lineFeed {
            position += 1
            return true
        }
        guard position.pointee == Byte.carriageReturn else { return false }
        if position + 1 == end {
            position += 1
            return true
        }
        guard position[1] == Byte.lineFeed else { return false }
        position += 2
        return true
    }

    /// Steps over the rest of the line and its line feed.
    mutating func skipLine() {
        while true {
            let feeds = Word.matches(word(at: position), Word.lineFeeds)
            if feeds == 0 {
                position += 8
                continue
            }
            position += feeds.trailingZeroBitCount &>> 3
            if position != end { position += 1 }
            return
        }
    }

    /// Steps over `count` separators outside quotes; false, and somewhere before the line's end, where the line has fewer.
    @inline(__always) mutating func skip(_ count: Int) -> Bool {
        var remaining = count
        var quoted: UInt64 = 0
        while remaining > 0 {
            let word = word(at: position)
            let feeds = Word.matches(word, Word.lineFeeds)
            let parity = Word.quoteParity(word) ^ quoted
            var commas = Word.matches(word, Word.commas) & ~parity
            if feeds != 0 { commas &= (feeds & (0 &- feeds)) &- 1 }
            let found = Word.count(commas)
            if found < remaining {
                if feeds != 0 { return false }
                remaining -= found
                quoted = parity >> 63 == 0 ? 0 : Word.highBits
                position += 8
                continue
            }
            while remaining > 1 {
                commas &= commas &- 1
                remaining -= 1
            }
            position += commas.trailingZeroBitCount &>> 3 + 1
            return true
        }
        return true
    }

    /// Steps to the end of a cell: a separator outside quotes, the line's end, or the file's.
    ///
    /// A quote never reaches over the line's end: one that is left open ends there.
    mutating func cell() -> Cell {
        let start = position
        var quoted: UInt64 = 0
        while true {
            let word = word(at: position)
            let feeds = Word.matches(word, Word.lineFeeds)
            let parity = Word.quoteParity(word) ^ quoted
            let ends = (Word.matches(word, Word.commas) & ~parity) | feeds
            if ends == 0 {
                quoted = parity >> 63 == 0 ? 0 : Word.highBits
                position += 8
                continue
            }
            let length = ends.trailingZeroBitCount &>> 3
            let isOpen = length == 0 ? quoted != 0 : (parity &>> UInt64(8 * length - 1)) & 1 != 0
            position += length
            if position > start, position == end || position.pointee == Byte.lineFeed, position[-1] == Byte.carriageReturn {
                position -= 1
            }
            return Cell(UnsafeBufferPointer(start: start, count: position - start), hasOpenQuote: isOpen)
        }
    }

    /// Steps over a cell that holds a part of a date; -1 where it is no number of at most `digits` digits.
    @inline(__always) mutating func part(_ digits: Int) -> Int64 {
        let plain = plainDecimal(places: 0)
        return plain >= 0 ? plain : slowPart(digits)
    }

    private mutating func slowPart(_ digits: Int) -> Int64 {
        let content = cell().content
        guard (1...digits).contains(content.count), content.allSatisfy({ (0x30...0x39).contains($0) }) else { return -1 }
        return content.reduce(0) { $0 * 10 + Int64($1 - 0x30) }
    }

    /// The next eight bytes, the first in the lowest place.
    @inline(__always) func word(at place: UnsafePointer<UInt8>) -> UInt64 {
        if end - place >= 8 { return UInt64(littleEndian: UnsafeRawPointer(place).loadUnaligned(as: UInt64.self)) }
        return lastWord(at: place)
    }

    private func lastWord(at place: UnsafePointer<UInt8>) -> UInt64 {
        var word = Word.lineFeeds
        var shift: UInt64 = 0
        var next = place
        while next < end {
            word = word & ~(0xFF &<< shift) | UInt64(next.pointee) &<< shift
            shift += 8
            next += 1
        }
        return word
    }
}
