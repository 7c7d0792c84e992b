import Control
import Foundation
import Presentation
import Testing

/// The examples of `docs/control.md`.
struct ControlDocument {
    static let path = Built.root + "/docs/control.md"

    struct Example {
        var method: String
        /// One line.
        var request: String
        var reply: String
    }

    var text: String
    let examples: [Example]

    init() throws {
        text = try String(contentsOfFile: Self.path, encoding: .utf8)
        let methods = try #require(text.components(separatedBy: "\n## Methods\n").last?.components(separatedBy: "\n## ").first)
        examples = try methods.components(separatedBy: "\n### ").dropFirst().map { section in
            let blocks = section.components(separatedBy: "```json\n").dropFirst().map { $0.components(separatedBy: "\n```")[0] }
            try #require(blocks.count == 2, "\(section.prefix(20)) has a request and a reply")
            return Example(method: String(section.prefix { $0 != "\n" }), request: blocks[0], reply: blocks[1])
        }
    }

    /// Writes a reply as it came, with nothing of the machine on which the test ran.
    mutating func put(_ reply: JSONValue, of example: Example) throws {
        let old = "\(example.request)\n```\n```json\n\(example.reply)\n```"
        try #require(text.contains(old))
        text = text.replacing(old, with: "\(example.request)\n```\n```json\n\(reply.shownInDocument(indent: 0))\n```")
    }
}

extension JSONValue {
    /// Names of members with the kinds of their values; a list has the shape of its elements together.
    var shape: [String: Set<String>] {
        var result: [String: Set<String>] = [:]
        collect("", &result)
        return result
    }

    private func collect(_ path: String, _ result: inout [String: Set<String>]) {
        switch self {
        case .null: result[path, default: []].insert("null")
        case .bool: result[path, default: []].insert("bool")
        case .number: result[path, default: []].insert("number")
        case .string: result[path, default: []].insert("string")
        case .array(let elements):
            result[path, default: []].insert("list")
            for element in elements { element.collect(path + "[]", &result) }
        case .object(let members):
            result[path, default: []].insert("object")
            for member in members { member.value.collect("\(path).\(member.key)", &result) }
        }
    }

    fileprivate func shownInDocument(indent: Int) -> String {
        var writer = JSONWriter()
        writer.value(withoutMachine)
        if writer.text.count + indent <= 120 { return writer.text }
        let blanks = String(repeating: " ", count: indent + 2)
        let end = "\n" + String(repeating: " ", count: indent)
        switch self {
        case .array(let elements):
            return "[\n" + elements.map { blanks + $0.shownInDocument(indent: indent + 2) }.joined(separator: ",\n") + end + "]"
        case .object(let members):
            return "{\n"
                + members.map { member in
                    var key = JSONWriter()
                    key.string(member.key)
                    let value = JSONValue.object([member]).withoutMachine[member.key] ?? member.value
                    return blanks + key.text + ": " + value.shownInDocument(indent: indent + 2)
                }.joined(separator: ",\n") + end + "}"
        default: return writer.text
        }
    }

    private var withoutMachine: JSONValue {
        switch self {
        case .string(let text): .string(text.count > 90 ? text.prefix(80) + "…" : text)
        case .array(let elements): .array(elements.map(\.withoutMachine))
        case .object(let members):
            .object(
                members.map { member in
                    let value: JSONValue =
                        switch member.key {
                        case "recordedBy": .string("li")
                        case "uid": .number("1001")
                        case "folder":
                            .string("/var/lib/lantian/spool/new/" + (member.value.text?.split(separator: "/").last ?? ""))
                        default: member.value.withoutMachine
                        }
                    return Member(key: member.key, value: value)
                })
        default: self
        }
    }
}
