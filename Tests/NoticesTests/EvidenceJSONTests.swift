import Presentation
import Testing

@testable import Notices

/// The reader of JSON takes what is JSON and nothing else.
struct EvidenceJSONTests {
    private func read(_ text: String) throws -> JSONValue { try JSONReader.read(Array(text.utf8)) }

    @Test func documents() throws {
        #expect(
            try read(#" {"a":[1.50,-2e3,true,false,null],"b":{"c":"é\n\"\u4e2d\ud842\udfb7"}} "#)
                == .object([
                    .init(key: "a", value: .array([.number("1.50"), .number("-2e3"), .bool(true), .bool(false), .null])),
                    .init(key: "b", value: .object([.init(key: "c", value: .string("é\n\"中𠮷"))])),
                ]))
        #expect(try read("[]") == .array([]))
        #expect(try read("{}") == .object([]))
    }

    @Test(
        "what is no JSON is refused",
        arguments: [
            "", " ", "{", "[1,", "[1,]", "{\"a\"}", "{\"a\":}", "{\"a\":1,\"a\":2}", "\"x", "\"\\x\"", "\"\\u12\"", "\"\\ud800\"",
            "\"\\ud800\\u0041\"", "\"\\udc00\"", "\"\\u+123\"", "tru", "[1] x", "\"\u{1}\"", "{a:1}",
            String(repeating: "[", count: 100),
        ])
    func refused(text: String) {
        #expect(throws: JSONReader.Failure.self) { try read(text) }
    }

    @Test func differences() throws {
        let stated = try read(#"{"a":1,"b":[1,2],"c":{"d":"x"},"e":0}"#)
        #expect(JSONValue.differences(stated, stated).isEmpty)
        #expect(
            JSONValue.differences(stated, try read(#"{"a":2,"b":[1,3,4],"c":{"d":"y"},"f":0}"#)) == [
                "a is stated as 1, comes out as 2", "b has 2 elements as stated, 3 as they come out anew",
                "b[1] is stated as 2, comes out as 3", #"c.d is stated as "x", comes out as "y""#,
                "e is stated as 0, and does not come out anew", "f comes out as 0, and is not stated",
            ])
        #expect(
            JSONValue.differences(try read(#"{"a":1,"b":2}"#), try read(#"{"b":2,"a":1}"#)) == ["the keys stand in another order"]
        )
    }
}
