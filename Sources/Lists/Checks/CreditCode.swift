/// The unified social credit code (统一社会信用代码, GB 32100-2015): 17 characters and a check character, each a digit or a capital
/// other than I, O, S, V, Z.
public enum CreditCode {
    public enum Verdict: Hashable, Sendable {
        case valid
        /// Not 18 characters; how many bytes.
        case length(Int)
        /// A character that no code has; its place from 0.
        case character(Int)
        /// The check character that the others ask for.
        case check(Character)
    }

    static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
    /// 3 to the place's power, modulo 31.
    static let weights: [UInt16] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
    /// The value of each byte, 255 where it is in no code.
    static let values: [UInt8] = (0..<256).map { byte in
        alphabet.firstIndex(of: UInt8(byte)).map { UInt8($0) } ?? 255
    }

    public static func verdict(_ code: some StringProtocol) -> Verdict {
        let bytes = Array(code.utf8)
        return bytes.withUnsafeBufferPointer { bytes in
            guard let place = bytes.baseAddress else { return .length(0) }
            return Checker().verdict(place, bytes.count)
        }
    }

    /// The check character of 17 others, nil where they are no beginning of a code.
    public static func checkCharacter(of characters: some StringProtocol) -> Character? {
        guard characters.utf8.count == 17 else { return nil }
        switch verdict(characters + "0") {
        case .valid: return "0"
        case .check(let character): return character
        case .length, .character: return nil
        }
    }

    /// Tables for many codes: the weighted value of each byte at each of the 18 places.
    struct Checker {
        /// Marks a byte that no code has; what 18 others add up to stays below it.
        private static let none: UInt32 = 1 << 20
        private static let table: [UInt32] = (0..<18).flatMap { place in
            CreditCode.values.map { value in
                value == 255 ? none : UInt32(value) * (place < 17 ? UInt32(CreditCode.weights[place]) : 1)
            }
        }
        private let weighted = table

        @inline(__always) func isValid(_ place: UnsafePointer<UInt8>, _ count: Int) -> Bool {
            guard count == 18 else { return false }
            return weighted.withUnsafeBufferPointer { weighted in
                var sum: UInt32 = 0
                for index in 0..<18 { sum &+= weighted[index &<< 8 | Int(place[index])] }
                return sum < Self.none && sum % 31 == 0
            }
        }

        func verdict(_ place: UnsafePointer<UInt8>, _ count: Int) -> Verdict {
            guard count == 18 else { return .length(count) }
            let values = CreditCode.values
            if let wrong = (0..<18).first(where: { values[Int(place[$0])] == 255 }) { return .character(wrong) }
            if isValid(place, count) { return .valid }
            let sum = (0..<17).reduce(0) { $0 + Int(values[Int(place[$1])]) * Int(CreditCode.weights[$1]) }
            return .check(Character(Unicode.Scalar(CreditCode.alphabet[(31 - sum % 31) % 31])))
        }
    }

    /// Why a code is none, and the mend; nil for a valid one.
    static func objection(_ code: String) -> (message: String, help: String)? {
        switch verdict(code) {
        case .valid: return nil
        case .length:
            return ("a unified social credit code has 18 characters, not \(code.count)", "copy it from the business licence")
        case .character(let place):
            let bytes = Array(code.utf8)
            let byte = bytes[place]
            if (0x61...0x7A).contains(byte) { return ("the letters of a credit code are capitals", "write \(code.uppercased())") }
            let shown = byte < 0x80 ? "“\(Character(Unicode.Scalar(byte)))”" : "a character that is not ASCII"
            return (
                "a credit code never has \(shown), as at place \(place + 1)",
                "I, O, S, V and Z are in no code: was 1, 0, 5, U or 2 meant?"
            )
        case .check(let character):
            return (
                "the check character does not fit the others: it would be \(character)",
                "compare the code with the business licence: one of its characters is wrong"
            )
        }
    }
}
