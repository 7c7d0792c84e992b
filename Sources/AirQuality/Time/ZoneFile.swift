extension Zone {
    /// Reads the bytes of a TZif file (RFC 8536), nil where they are none.
    ///
    /// The 64-bit block is used where there is one. Offsets beyond the last transition are those of the last one: the
    /// zone files of Debian list the changes up to 2037, and China has had one offset since 1991.
    public init?(name: String, tzif bytes: [UInt8]) {
        guard var block = ZoneFileBlock(bytes, at: 0, timeWidth: 4) else { return nil }
        if bytes[4] >= 0x32 {
            guard let second = ZoneFileBlock(bytes, at: block.end, timeWidth: 8) else { return nil }
            block = second
        }
        guard let (initial, transitions) = block.offsets(in: bytes) else { return nil }
        self.init(name: name, initialOffset: initial, transitions: transitions)
    }
}

/// One header with its data block in a TZif file.
private struct ZoneFileBlock {
    let timeWidth: Int
    let transitionCount, typeCount: Int
    let times, indices, types, end: Int

    init?(_ bytes: [UInt8], at start: Int, timeWidth: Int) {
        guard bytes.count >= start + 44, bytes[start..<start + 4].elementsEqual("TZif".utf8) else { return nil }
        func count(_ index: Int) -> Int { Int(bigEndian(bytes, start + 20 + index * 4, 4)) }
        self.timeWidth = timeWidth
        transitionCount = count(3)
        typeCount = count(4)
        guard (0...10_000).contains(transitionCount), (1...256).contains(typeCount) else { return nil }
        times = start + 44
        indices = times + transitionCount * timeWidth
        types = indices + transitionCount
        end = types + typeCount * 6 + count(5) + count(2) * (timeWidth + 4) + count(1) + count(0)
        guard end <= bytes.count else { return nil }
    }

    func offsets(in bytes: [UInt8]) -> (initial: Int, transitions: [Zone.Transition])? {
        let offsets = (0..<typeCount).map { Int(Int32(truncatingIfNeeded: bigEndian(bytes, types + $0 * 6, 4))) }
        var transitions: [Zone.Transition] = []
        for index in 0..<transitionCount {
            let type = Int(bytes[indices + index])
            guard type < typeCount else { return nil }
            let raw = bigEndian(bytes, times + index * timeWidth, timeWidth)
            let time = timeWidth == 8 ? raw : Int64(Int32(truncatingIfNeeded: raw))
            transitions.append(Zone.Transition(at: time, offset: offsets[type]))
        }
        return (offsets[0], transitions)
    }
}

private func bigEndian(_ bytes: [UInt8], _ start: Int, _ width: Int) -> Int64 {
    bytes[start..<start + width].reduce(0) { $0 << 8 | Int64($1) }
}
