import AirQuality
import PlanModel
import Testing

@testable import Lists

/// What single cells may hold.
@Suite struct CellTests {
    @Test(
        arguments: [
            ("0", 0), ("12", 12_000_000), ("12.5", 12_500_000), ("0.0001", 100), ("123456.75", 123_456_750_000),
            ("00012.50", 12_500_000),
            ("114.2278", 114_227_800), ("999999.9999", 999_999_999_900), (" 7 ", 7_000_000), ("\"8\"", 8_000_000),
        ] as [(String, Int64)])
    func numbersAreExact(text: String, value: Int64) throws {
        let list = try #require(enterprises(head + "\(code(1)),n,c,i,A,2024,\(text)\n").list)
        #expect(list.enterprises.numbers("so2") == [value])
    }

    @Test(arguments: [
        "1.00001", "-1", "－3", "1e3", "12 t", "\"1,234.5\"", "1.", ".5", "1.2.3", "5%", "1000000.5", "9999999999999999999", "１２",
        "+1",
        "1.0000000000000000000000", "NaN", "0x10",
    ])
    func otherNumbersAreRefused(text: String) {
        let result = enterprises(head + "\(code(1)),n,c,i,A,2024,\(text)\n")
        #expect(result.ids == ["cell-number"], "\(text)")
        #expect(result.list == nil)
    }

    /// The fast reading of eight bytes gives what the plain one gives, for each string of few characters.
    @Test func theFastNumberAgreesWithThePlainOne() {
        let alphabet = Array("019.-e ".utf8)
        for length in 1...5 {
            var digits = [Int](repeating: 0, count: length)
            while true {
                let bytes = digits.map { alphabet[$0] }
                let fast = (bytes + [UInt8](repeating: 0x2C, count: 8)).withUnsafeBufferPointer { buffer in
                    buffer.baseAddress.map { NumberCell.fast($0, count: length, isReadable: true) }
                }
                let plain = try? NumberCell.read(bytes).get()
                if fast != NumberCell.other { #expect(fast == plain, "\(String(decoding: bytes, as: UTF8.self))") }
                guard let place = digits.lastIndex(where: { $0 + 1 < alphabet.count }) else { break }
                digits[place] += 1
                for later in place + 1..<length { digits[later] = 0 }
            }
        }
    }

    @Test(arguments: [
        "2024-10-31", "2024/10/31", "20241031", "2024/010/31", "2024-02-30", "1989-01-01", "2101-01-01", "2024-2-29", "明天",
    ])
    func dates(text: String) {
        let expected: [String: String] = [
            "2024-10-31": "2024-10-31", "2024/10/31": "2024-10-31", "20241031": "2024-10-31", "2024-2-29": "2024-02-29",
        ]
        #expect(DateCell.read(text.utf8).map { "\(LocalDate(days: Int($0)))" } == expected[text])
    }

    @Test func wordsInBothLanguagesAndWidths() {
        #expect(["是", "yes", "TRUE", "1", "ｙ", "√"].map { Words.flag($0, filed: false) } == [1, 1, 1, 1, 1, 1])
        #expect(["否", "No", "false", "0", "n", "×"].map { Words.flag($0, filed: false) } == [0, 0, 0, 0, 0, 0])
        #expect(["停产", "stop", "运行", "-", "半停"].map { Words.flag($0, filed: true) } == [1, 1, 0, 0, nil])
        let grades = TableLayout.grades
        #expect(
            ["Ｂ－", "b-", "B-级", "引领性", "LEADING", "E"].map { Words.choice($0, of: grades).map { grades[$0].name } } == [
                "B-", "B-", "B-", "leading", "leading", nil,
            ])
    }

    @Test(arguments: [
        // The worked example of GB 32100-2015, and codes of public institutions and companies.
        ("91350100M000100Y43", CreditCode.Verdict.valid), ("91350100M000100Y44", .check("3")), ("91350100M000100Y4", .length(17)),
        ("91350100M000100O43", .character(15)), ("91350100m000100Y43", .character(8)),
    ])
    func creditCodes(code: String, verdict: CreditCode.Verdict) { #expect(CreditCode.verdict(code) == verdict) }

    /// No single wrong character and no swap of neighbours goes unseen.
    @Test func theCheckCharacterSeesSlips() {
        let characters = Array(code(4711).utf8)
        for place in 0..<18 {
            for other in CreditCode.alphabet where other != characters[place] {
                var wrong = characters
                wrong[place] = other
                #expect(CreditCode.verdict(String(decoding: wrong, as: UTF8.self)) != .valid)
            }
            if place < 17, characters[place] != characters[place + 1] {
                var swapped = characters
                swapped.swapAt(place, place + 1)
                #expect(CreditCode.verdict(String(decoding: swapped, as: UTF8.self)) != .valid)
            }
        }
    }
}
