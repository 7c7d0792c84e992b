/// The text of a table as it grows. No cell of a sample needs quotes.
struct TableText {
    private(set) var bytes: [UInt8] = []
    private var isFirst = true

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    mutating func cell(_ text: String) {
        if !isFirst { bytes.append(0x2C) }
        isFirst = false
        bytes.append(contentsOf: text.utf8)
    }

    mutating func cell(_ number: Int?) { cell(number.map(String.init) ?? "") }

    /// A number of 10^-2, without zeros at its end.
    mutating func hundredths(_ number: Int) {
        let (whole, part) = number.quotientAndRemainder(dividingBy: 100)
        cell(String(whole))
        guard part > 0 else { return }
        bytes.append(0x2E)
        bytes.append(0x30 + UInt8(part / 10))
        if part % 10 > 0 { bytes.append(0x30 + UInt8(part % 10)) }
    }

    /// Four values of 10^-2.
    mutating func hundredths(_ values: SIMD4<Int>) {
        for index in 0..<4 { hundredths(values[index]) }
    }

    /// A coordinate of 10^-4 degrees.
    mutating func degrees(_ number: Int) { cell("\(number / 10_000).\(padded(number % 10_000, 4))") }

    mutating func endRow() {
        bytes.append(0x0A)
        isFirst = true
    }
}
