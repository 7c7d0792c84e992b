/// A high-value alert (污染高值预警, action plan 七(二)): a value that stands out is made known. It starts no response, orders nothing and
/// changes no level.
public struct Alert: Hashable, Sendable {
    /// Whose values it judges.
    public enum Scope: String, Hashable, Sendable, Codable {
        /// Each station of an area by itself.
        case station
        /// The area as a whole.
        case area
    }

    /// The name in code, such as `hotspot`.
    public var id: String
    /// The name as people read it, such as 污染高值预警.
    public var name: String
    public var scope: Scope
    /// As the plan states it: what it reads of no named station is each station's, or the area's.
    public var condition: Condition
    /// Hours from one alert on a place to the next one on it, at the least.
    public var everyHours: Int
    /// What is to be done; nil where the plan says nothing.
    public var text: String?

    public init(id: String, name: String, scope: Scope, condition: Condition, everyHours: Int, text: String? = nil) {
        self.id = id
        self.name = name
        self.scope = scope
        self.condition = condition
        self.everyHours = everyHours
        self.text = text
    }
}

extension Condition {
    /// The same of one station, where the condition names none.
    public func at(station: String) -> Condition {
        switch self {
        case .or(let parts): return .or(parts.map { $0.at(station: station) })
        case .and(let parts): return .and(parts.map { $0.at(station: station) })
        case .not(let inner): return .not(inner.at(station: station))
        case .named(let name, let inner): return .named(name, inner.at(station: station))
        case .test(var test):
            test.station = test.station ?? station
            return .test(test)
        }
    }
}
