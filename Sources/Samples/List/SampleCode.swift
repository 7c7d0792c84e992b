/// Unified social credit codes (GB 32100-2015) that are valid and yet no one's.
///
/// Their division is 411099, under which nobody registers: no code is that of a real enterprise. Digits 9 and 1 say enterprise,
/// registered with the market authority; MA begins an organisation code (GB 11714-1997) handed out with the unified one.
enum SampleCode {
    private static let checks = Array("0X987654321".utf8)
    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
    private static let head = Array("91411099MA".utf8)
    /// Codes of six characters of the alphabet.
    private static let space = 31 * 31 * 31 * 31 * 31 * 31
    /// Coprime to the space: numbers in a row get codes far apart, and none twice.
    private static let stride = 523_456_789

    /// Numbers of construction units begin here, those of enterprises at 0.
    static let firstContractor = 500_000_000

    /// The code of a number in 0..<31^6.
    static func text(_ number: Int, seed: UInt64) -> String {
        var rest = (number * stride + Int(seed % UInt64(space))) % space
        var code = head
        for _ in 0..<6 {
            code.append(alphabet[rest % 31])
            rest /= 31
        }
        code.append(organisationCheck(code[8...]))
        code.append(check(code))
        return String(decoding: code, as: UTF8.self)
    }

    /// GB 11714-1997: 11 − Σ ci·wi mod 11, letters counted from A = 10; 10 is written X, 11 is written 0.
    private static func organisationCheck(_ body: ArraySlice<UInt8>) -> UInt8 {
        let sum = zip(body, [3, 7, 9, 10, 5, 8, 4, 2]).reduce(0) { sum, pair in
            sum + (pair.0 < 0x41 ? Int(pair.0) - 0x30 : Int(pair.0) - 0x41 + 10) * pair.1
        }
        return checks[sum % 11]
    }

    /// GB 32100-2015: 31 − Σ ci·3^(i−1) mod 31, as a character of its alphabet.
    private static func check(_ body: [UInt8]) -> UInt8 {
        var sum = 0
        var weight = 1
        for byte in body {
            sum += (alphabet.firstIndex(of: byte) ?? 0) * weight
            weight = weight * 3 % 31
        }
        return alphabet[(31 - sum % 31) % 31]
    }
}
