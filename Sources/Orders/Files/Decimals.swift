/// Exact decimals.
public enum Decimals {
    /// `12.5`, without trailing zeros.
    public static func text(millionths: Int64) -> String {
        var buffer = ByteBuffer(capacity: 32)
        buffer.append(millionths: millionths)
        return String(decoding: buffer.bytes, as: UTF8.self)
    }
}
