import FoundationEssentials
import Presentation

/// Reads the parameters of a request out of its tree.
struct ParameterReader {
    private let tree: JSONValue

    init(_ tree: JSONValue) { self.tree = tree }

    func none(_ request: ControlRequest) throws(ControlError) -> ControlRequest {
        try check(known: [])
        return request
    }

    func value<Value: Parameters>(_ type: Value.Type) throws(ControlError) -> Value {
        try check(known: Value.CodingKeys.allCases.map(\.stringValue))
        for (name, known) in Value.elements {
            let members = (tree[name]?.elements ?? []).flatMap { element -> [JSONValue.Member] in
                if case .object(let members) = element { members } else { [] }
            }
            if let unknown = members.first(where: { !known.contains($0.key) }) {
                throw .badParameter(name: "\(name).\(unknown.key.prefix(60))", reason: .unknown)
            }
        }
        var writer = JSONWriter()
        writer.value(tree)
        do { return try JSONDecoder().decode(type, from: Data(writer.text.utf8)) } catch let error as DecodingError {
            throw Self.wording(error)
        } catch {
            throw .badParameter(name: "parameters", reason: .wrongType)
        }
    }

    private func check(known: [String]) throws(ControlError) {
        guard case .object(let members) = tree else { throw .badParameter(name: "parameters", reason: .wrongType) }
        if let unknown = members.first(where: { !known.contains($0.key) }) {
            throw .badParameter(name: String(unknown.key.prefix(60)), reason: .unknown)
        }
        // No parameter takes another number; the decoder would not say which one it stumbles over.
        let number = members.first { Self.hasOddNumber($0.value) }
        if let number { throw .badParameter(name: number.key, reason: .wrongType) }
    }

    private static func hasOddNumber(_ value: JSONValue) -> Bool {
        switch value {
        case .number(let digits): Int64(digits) == nil
        case .array(let elements): elements.contains(where: hasOddNumber)
        case .object(let members): members.contains { hasOddNumber($0.value) }
        case .null, .bool, .string: false
        }
    }

    private static func wording(_ error: DecodingError) -> ControlError {
        switch error {
        case .keyNotFound(let key, _): .badParameter(name: key.stringValue, reason: .missing)
        case .valueNotFound(_, let context) where !context.codingPath.isEmpty:
            .badParameter(name: context.codingPath[0].stringValue, reason: .missing)
        case .typeMismatch(_, let context), .dataCorrupted(let context), .valueNotFound(_, let context):
            .badParameter(name: context.codingPath.first?.stringValue ?? "parameters", reason: .wrongType)
        @unknown default: .badParameter(name: "parameters", reason: .wrongType)
        }
    }
}
