/// The 64-bit FNV-1a hash of a text's UTF-8 bytes. It names things apart; it protects nothing.
public enum Fingerprint {
    /// 16 lower-case hexadecimal digits.
    public static func hexadecimal(_ text: String) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 {
            hash ^= UInt64(byte)
            hash &*= 0x0000_0100_0000_01B3
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
