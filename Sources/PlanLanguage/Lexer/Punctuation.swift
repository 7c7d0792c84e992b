/// The signs of the language, ASCII and full-width.
enum Punctuation {
    static func ascii(_ bytes: [UInt8], _ offset: Int) -> (kind: Token.Kind, length: Int)? {
        let isEqualNext = offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "=")
        switch bytes[offset] {
        case UInt8(ascii: "{"): return (.leftBrace, 1)
        case UInt8(ascii: "}"): return (.rightBrace, 1)
        case UInt8(ascii: "("): return (.leftParenthesis, 1)
        case UInt8(ascii: ")"): return (.rightParenthesis, 1)
        case UInt8(ascii: "]"): return (.rightBracket, 1)
        case UInt8(ascii: ","): return (.comma, 1)
        case UInt8(ascii: ";"): return (.semicolon, 1)
        case UInt8(ascii: ":"): return (.colon, 1)
        case UInt8(ascii: "/"): return (.slash, 1)
        case UInt8(ascii: "%"): return (.percent, 1)
        case UInt8(ascii: "*"): return (.star, 1)
        case UInt8(ascii: "|"): return (.bar, 1)
        case UInt8(ascii: "="): return isEqualNext ? (.doubleEqual, 2) : (.equal, 1)
        case UInt8(ascii: "!"): return isEqualNext ? (.notEqual, 2) : nil
        case UInt8(ascii: "<"): return isEqualNext ? (.lessOrEqual, 2) : (.less, 1)
        case UInt8(ascii: ">"): return isEqualNext ? (.greaterOrEqual, 2) : (.greater, 1)
        default: return nil
        }
    }

    static func fullWidth(_ bytes: [UInt8], _ offset: Int, _ scalar: Unicode.Scalar) -> (kind: Token.Kind, length: Int)? {
        switch scalar {
        case "｛": (.leftBrace, 3)
        case "｝": (.rightBrace, 3)
        case "（": (.leftParenthesis, 3)
        case "）": (.rightParenthesis, 3)
        case "】", "］": (.rightBracket, 3)
        case "，", "、": (.comma, 3)
        case "；", "。": (.semicolon, 3)
        case "：": (.colon, 3)
        case "／": (.slash, 3)
        case "％": (.percent, 3)
        case "＊": (.star, 3)
        case "｜": (.bar, 3)
        case "＝": bytes[offset...].starts(with: Array("＝＝".utf8)) ? (.doubleEqual, 6) : (.equal, 3)
        case "≠": (.notEqual, 3)
        case "≤", "≦": (.lessOrEqual, 3)
        case "≥", "≧": (.greaterOrEqual, 3)
        case "＜": orEqual(bytes, offset) ?? (.less, 3)
        case "＞": orEqual(bytes, offset) ?? (.greater, 3)
        default: nil
        }
    }

    /// `＜=`, `＞＝` and so on.
    private static func orEqual(_ bytes: [UInt8], _ offset: Int) -> (kind: Token.Kind, length: Int)? {
        let kind: Token.Kind = bytes[offset + 2] == 0x9C ? .lessOrEqual : .greaterOrEqual
        let rest = bytes[(offset + 3)...]
        if rest.first == UInt8(ascii: "=") { return (kind, 4) }
        return rest.starts(with: [0xEF, 0xBC, 0x9D]) ? (kind, 6) : nil
    }

    /// The length of `]`, `】` or `］` at an offset.
    static func closingBracket(_ bytes: [UInt8], _ offset: Int) -> Int? {
        switch bytes[offset] {
        case UInt8(ascii: "]"): return 1
        case 0xE3: return bytes[offset...].starts(with: [0xE3, 0x80, 0x91]) ? 3 : nil
        case 0xEF: return bytes[offset...].starts(with: [0xEF, 0xBC, 0xBD]) ? 3 : nil
        default: return nil
        }
    }
}
