import Presentation

/// For comparing what stands in a notice with what comes out anew.
extension JSONValue {
    /// The same without the names of the forecasts used, where another document has none anywhere: decisions of before did not
    /// name them.
    func named(asIn other: JSONValue) -> JSONValue {
        other.holds(EvidenceJSON.forecastsKey) ? self : withoutAny(EvidenceJSON.forecastsKey)
    }

    private func holds(_ key: String) -> Bool {
        switch self {
        case .array(let elements): elements.contains { $0.holds(key) }
        case .object(let members): members.contains { $0.key == key || $0.value.holds(key) }
        case .null, .bool, .number, .string: false
        }
    }

    private func withoutAny(_ key: String) -> JSONValue {
        switch self {
        case .array(let elements): .array(elements.map { $0.withoutAny(key) })
        case .object(let members):
            .object(members.filter { $0.key != key }.map { Member(key: $0.key, value: $0.value.withoutAny(key)) })
        case .null, .bool, .number, .string: self
        }
    }

    /// For a line of a report; long ones are cut.
    var shown: String {
        switch self {
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .number(let digits): String(digits.prefix(40))
        case .string(let text): "\"\(PlainText.line(text, limit: 80))\""
        case .array(let elements): "\(elements.count) elements"
        case .object(let members):
            "an object with \(members.prefix(6).map { PlainText.line($0.key, limit: 20) }.joined(separator: ", "))"
        }
    }

    // MARK: Differences

    /// Where two trees differ, at most `limit` places.
    ///
    /// - Parameters:
    ///   - stated: What stands in a file.
    ///   - found: What comes out anew.
    static func differences(_ stated: JSONValue, _ found: JSONValue, limit: Int = 8) -> [String] {
        var result: [String] = []
        collect(stated, found, "", limit, &result)
        return result
    }

    private static func collect(
        _ stated: JSONValue, _ found: JSONValue, _ path: String, _ limit: Int, _ result: inout [String]
    ) {
        guard stated != found, result.count < limit else { return }
        switch (stated, found) {
        case (.object(let old), .object(let new)):
            for member in old {
                let inner = path.isEmpty ? member.key : "\(path).\(member.key)"
                guard let other = found[member.key] else {
                    result.append("\(inner) is stated as \(member.value.shown), and does not come out anew")
                    continue
                }
                collect(member.value, other, inner, limit, &result)
            }
            for member in new where stated[member.key] == nil {
                result.append(
                    "\(path.isEmpty ? member.key : "\(path).\(member.key)") comes out as \(member.value.shown), and is not stated"
                )
            }
            if result.isEmpty { result.append("\(path.isEmpty ? "the keys" : path) stand in another order") }
        case (.array(let old), .array(let new)):
            if old.count != new.count {
                result.append("\(path) has \(old.count) elements as stated, \(new.count) as they come out anew")
            }
            for (index, pair) in zip(old, new).enumerated() { collect(pair.0, pair.1, "\(path)[\(index)]", limit, &result) }
        default: result.append("\(path) is stated as \(stated.shown), comes out as \(found.shown)")
        }
        if result.count > limit { result.removeLast(result.count - limit) }
    }
}
