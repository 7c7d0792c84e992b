/// Bytes that mean something in a delimited file.
enum Byte {
    static let comma: UInt8 = 0x2C
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    static let quote: UInt8 = 0x22
    static let point: UInt8 = 0x2E
}
