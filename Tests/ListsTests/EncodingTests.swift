import PlanModel
import Testing

@testable import Lists

/// How spreadsheets export the same table.
@Suite struct EncodingTests {
    private static let text = "统一社会信用代码,企业名称,县区,行业,绩效等级\r\n\(code(1)),许昌铸造有限公司,魏都区,铸造,A\r\n"

    private func name(_ bytes: [UInt8]) -> String? {
        let result = ListReader.read(files: [TableFile(name: "enterprises.csv", bytes: bytes)], plan: plan())
        return result.list.map { $0.enterprises.text(0, "name") }
    }

    @Test func utf8WithAndWithoutAMark() {
        #expect(name(Array(Self.text.utf8)) == "许昌铸造有限公司")
        #expect(name([0xEF, 0xBB, 0xBF] + Array(Self.text.utf8)) == "许昌铸造有限公司")
    }

    /// 许昌 and 厂 in two bytes each as in GB2312, 㐂 in the four that GB18030 added.
    @Test func gb18030() {
        let name: [UInt8] = [0xD0, 0xED, 0xB2, 0xFD, 0x81, 0x39, 0xEF, 0x31, 0xB3, 0xA7]
        let head: [UInt8] = [0xCD, 0xB3, 0xD2, 0xBB, 0xC9, 0xE7, 0xBB, 0xE1, 0xD0, 0xC5, 0xD3, 0xC3, 0xB4, 0xFA, 0xC2, 0xEB]
        let text = head + Array(",name,county,industry\r\n\(code(1)),".utf8) + name + Array(",c,i\r\n".utf8)
        #expect(self.name(text) == "许昌㐂厂")
    }

    @Test func utf16IsRefusedWithAMend() {
        let result = ListReader.read(
            files: [TableFile(name: "enterprises.csv", bytes: [0xFF, 0xFE, 0x61, 0x00])], plan: plan())
        #expect(result.ids == ["encoding-utf16"])
        #expect(result.findings[0].help?.contains("CSV UTF-8") == true)
    }

    @Test func aSpreadsheetFileIsRefused() {
        let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00, 0xFF, 0xFF, 0xFF]
        let result = ListReader.read(files: [TableFile(name: "enterprises.csv", bytes: zip)], plan: plan())
        #expect(result.ids == ["encoding-unknown"])
    }

    /// A character that breaks off at the end of a block, at the end of the text or before another character.
    @Test func brokenCharactersAtTheEndOfABlock() {
        for piece in [[0xC3], [0xE4], [0xE4, 0xB8], [0xF0], [0xF0, 0x9F], [0xF0, 0x9F, 0x98]] as [[UInt8]] {
            for length in [64, 128, 192] {
                let bytes = [UInt8](repeating: 0x7A, count: length - piece.count) + piece
                for after in [0, 1, 63, 64, 65, 200] {
                    #expect(
                        !UTF8Check.isValid((bytes + [UInt8](repeating: 0x79, count: after))[...]), "\(piece) \(length) \(after)")
                }
            }
        }
    }

    /// Against the standard library, at every place within a block and beside every other kind of character.
    @Test func whatIsUTF8() {
        let pieces: [[UInt8]] = [
            [0x61], [0xC3, 0xA9], [0xE4, 0xB8, 0xAD], [0xF0, 0x9F, 0x98, 0x80], [0xED, 0x9F, 0xBF], [0xED, 0xA0, 0x80],
            [0xE0, 0x80, 0x80], [0xE0, 0xA0, 0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xF4, 0x90, 0x80, 0x80],
            [0xF4, 0x8F, 0xBF, 0xBF],
            [0xF0, 0x8F, 0xBF, 0xBF], [0xF5, 0x80, 0x80, 0x80], [0x80], [0xE4, 0xB8], [0xF0, 0x9F, 0x98], [0xFF],
        ]
        for before in [0, 1, 5, 60, 61, 62, 63, 64, 65, 127, 130] {
            for (first, piece) in pieces.enumerated() {
                for second in [pieces[(first + 2) % pieces.count], pieces[first], [0xE4, 0xB8, 0xAD]] {
                    for after in [0, 3, 70] {
                        let filler = [UInt8](repeating: 0x7A, count: before)
                        let bytes = filler + piece + second + [UInt8](repeating: 0x79, count: after)
                        #expect(UTF8Check.isValid(bytes[...]) == (String(validating: bytes, as: UTF8.self) != nil), "\(bytes)")
                    }
                }
            }
        }
    }
}
