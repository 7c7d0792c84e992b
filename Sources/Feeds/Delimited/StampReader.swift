import AirQuality

/// Reads the time labels of a column, most of which differ from the one before in the hour alone.
struct StampReader {
    /// The zone of labels that state none; nil where a label must.
    let zone: Zone?
    /// Hours from the label to the start of its slot: 0, or -1 where labels name the slot's end.
    let shift: Int

    private var last = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    /// The slot of `last`'s date at hour 0.
    private var midnight = 0

    enum Failure: Error { case notATime, noOffset, notWholeHour, otherAge }

    init(zone: Zone?, label: LabelSide) {
        self.zone = zone
        shift = label == .end ? -1 : 0
    }

    /// The slot that a cell names, where it equals the one before but for the hour; nil for others.
    @inline(__always) func guess(_ cell: UnsafeBufferPointer<UInt8>) -> Int? {
        guard cell.count == last.count, cell.count >= 19, let new = cell.baseAddress, let old = last.baseAddress else {
            return nil
        }
        let tens = new[11] &- 0x30
        let ones = new[12] &- 0x30
        guard tens <= 2, ones <= 9, tens < 2 || ones < 4 else { return nil }
        let a = UnsafeRawPointer(new)
        let b = UnsafeRawPointer(old)
        // Bytes 0…10 are the date and the T, 13… what follows the hour.
        guard a.loadUnaligned(as: UInt64.self) == b.loadUnaligned(as: UInt64.self),
            a.loadUnaligned(fromByteOffset: 7, as: UInt32.self) == b.loadUnaligned(fromByteOffset: 7, as: UInt32.self)
        else { return nil }
        var index = 13
        while index < cell.count {
            if new[index] != old[index] { return nil }
            index += 1
        }
        return midnight + Int(tens) * 10 + Int(ones)
    }

    /// The slot that a cell names, in hours since 1970-01-01T00:00Z.
    mutating func slot(of cell: Cell) throws(Failure) -> Int {
        if let guessed = guess(cell.raw) { return guessed }
        guard let text = cell.text else { throw .notATime }
        let slot = try slot(of: text)
        let raw = cell.raw
        // Only a label that stands bare, with its hour in the usual place, may be compared with the next one.
        if raw.count >= 19, raw.count == cell.content.count, raw[10] == 0x54 || raw[10] == 0x20, raw[13] == 0x3A,
            zone == nil || zone == .beijing, raw[11] >= 0x30, raw[11] <= 0x32, raw[12] >= 0x30, raw[12] <= 0x39
        {
            last = raw
            midnight = slot - Int(raw[11] - 0x30) * 10 - Int(raw[12] - 0x30)
        }
        return slot
    }

    /// The slot that a text names.
    func slot(of text: some StringProtocol) throws(Failure) -> Int {
        guard let instant = Instant(text, zone: zone) else {
            throw zone == nil && Instant(text, zone: .utc) != nil ? .noOffset : .notATime
        }
        guard instant.seconds % 3600 == 0 else { throw .notWholeHour }
        guard FeedLimits.days.contains(instant.hourFloor.hours / 24) else { throw .otherAge }
        return instant.hourFloor.hours + shift
    }
}

extension StampReader.Failure {
    func reason(_ shown: String) -> String {
        switch self {
        case .notATime: "'\(shown)' is no time such as 2026-11-20T07:00:00+08:00"
        case .noOffset: "the time '\(shown)' has no offset; write one, such as +08:00"
        case .notWholeHour: "'\(shown)' is not on a whole hour"
        case .otherAge: "'\(shown)' does not lie between the years 1990 and 2100"
        }
    }
}
