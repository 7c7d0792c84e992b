/// Invented names: syllables drawn from rare characters, so that no well-known firm is met by chance.
enum SampleName {
    private static let syllables = Array(
        "砺霁岚澄霖屿珩曦沁泓皓煦翊昱晗璟栩岑芮祺屹澍泠逸筠朔溯衡黛蔚湛渊烁煜炜骁骋骥翎翮鹭鸢棠楠椿榆槿芷荃蘅茗苓葭黍稷穗砚墨笺簌"
    ).map(String.init)
    /// Coprime to the number of syllables, so that neighbours do not share their first one.
    private static let stride = 1_009
    private static let surnames = Array("张王李赵刘陈杨孙周吴郑冯蒋沈韩朱秦许何吕").map(String.init)

    /// A brand of its own for each number below `count`.
    static func brand(_ number: Int, of count: Int, seed: UInt64) -> String {
        let base = syllables.count
        var space = base * base
        while space < count { space *= base }
        var rest = (number * stride + Int(seed % UInt64(space))) % space
        var text = ""
        var left = space
        while left > 1 {
            text += syllables[rest % base]
            rest /= base
            left /= base
        }
        return text
    }

    /// A person to call, by surname alone.
    static func contact(_ draw: inout SplitMix64) -> String { surnames[draw.below(surnames.count)] + "工" }

    /// A telephone number that no exchange hands out: local numbers never begin with 0.
    static func phone(_ draw: inout SplitMix64) -> String { "0374-0" + padded(draw.below(1_000_000), 6) }
}

/// A number with leading zeros up to a width.
func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
