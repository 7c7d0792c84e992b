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

    /// The tables at hand for many codes.
    struct Checker {
        private let values = CreditCode.values
        private let weights = CreditCode.weights

        @inline(__always) func isValid(_ place: UnsafePointer<UInt8>, _ count: Int) -> Bool {
            guard count == 18 else { return false }
            return values.withUnsafeBufferPointer { values in
                weights.withUnsafeBufferPointer { weights in
                    var sum: UInt32 = 0
                    var all: UInt8 = 0
                    for index in 0..<17 {
                        let value = values[Int(place[index])]
                        all |= value
                        sum &+= UInt32(value) &* UInt32(weights[index])
                    }
                    let check = values[Int(place[17])]
                    return (all | check) & 0x80 == 0 && (sum &+ UInt32(check)) % 31 == 0
                }
            }
        }

        func verdict(_ place: UnsafePointer<UInt8>, _ count: Int) -> Verdict {
            guard count == 18 else { return .length(count) }
            if let wrong = (0..<18).first(where: { values[Int(place[$0])] == 255 }) { return .character(wrong) }
            if isValid(place, count) { return .valid }
            let sum = (0..<17).reduce(0) { $0 + Int(values[Int(place[$1])]) * Int(weights[$1]) }
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
