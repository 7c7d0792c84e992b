import AirQuality

/// Dates of the list: 2024-10-31, 2024/10/31, 20241031; month and day may have one digit between separators.
public enum DateCell {
    static let years = 1990...2100

    /// The days since 1970-01-01; nil where there is no such date or its year lies outside 1990…2100.
    public static func read(_ bytes: some Collection<UInt8>) -> Int32? {
        var parts = [0]
        var widths = [0]
        var separator: UInt8?
        guard bytes.count <= 10 else { return nil }
        for byte in bytes {
            switch byte {
            case 0x30...0x39:
                parts[parts.count - 1] = parts[parts.count - 1] * 10 + Int(byte - 0x30)
                widths[widths.count - 1] += 1
            case 0x2D, 0x2F:
                guard separator == nil || separator == byte else { return nil }
                separator = byte
                parts.append(0)
                widths.append(0)
            default: return nil
            }
        }
        if widths == [8] {
            parts = [parts[0] / 10_000, parts[0] / 100 % 100, parts[0] % 100]
        } else {
            guard widths.count == 3, widths[0] == 4, (1...2).contains(widths[1]), (1...2).contains(widths[2]) else { return nil }
        }
        guard years.contains(parts[0]) else { return nil }
        return LocalDate(year: parts[0], month: parts[1], day: parts[2]).map { Int32($0.days) }
    }
}
