extension Instant {
    /// Reads an ISO 8601 time such as `2016-12-16T20:00:00+08:00`, `2016-12-16T12:00Z` or `2016-12-16 20:00`.
    ///
    /// A time without offset is read in `zone`; without a zone it is refused. Nil for anything else.
    public init?(_ text: some StringProtocol, zone: Zone? = nil) {
        var scanner = TimestampScanner(Array(text.utf8))
        guard let year = scanner.number(4), scanner.take("-"), let month = scanner.number(2), scanner.take("-"),
            let day = scanner.number(2), let date = LocalDate(year: year, month: month, day: day),
            scanner.take("T") || scanner.take(" "), let hour = scanner.number(2), hour <= 24, scanner.take(":"),
            let minute = scanner.number(2), minute <= 59
        else { return nil }
        var second = 0
        if scanner.take(":") {
            guard let value = scanner.number(2), value <= 59 else { return nil }
            second = value
        }
        guard hour < 24 || (minute == 0 && second == 0) else { return nil }
        let local = Int64(date.days) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
        if scanner.isAtEnd {
            guard let zone else { return nil }
            self = zone.instant(localSeconds: local)
        } else if scanner.take("Z") {
            guard scanner.isAtEnd else { return nil }
            self.init(seconds: local)
        } else {
            let sign: Int64 = scanner.take("-") ? -1 : 1
            guard sign < 0 || scanner.take("+"), let hours = scanner.number(2), hours <= 15 else { return nil }
            _ = scanner.take(":")
            guard let minutes = scanner.number(2), minutes <= 59, scanner.isAtEnd else { return nil }
            self.init(seconds: local - sign * Int64(hours * 3600 + minutes * 60))
        }
    }
}

private struct TimestampScanner {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { position == bytes.count }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    mutating func number(_ width: Int) -> Int? {
        guard position + width <= bytes.count else { return nil }
        var value = 0
        for byte in bytes[position..<position + width] {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte) - 0x30
        }
        position += width
        return value
    }
}
