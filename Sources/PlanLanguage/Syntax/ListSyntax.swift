public import PlanModel

// The tables beside a plan, and what it states of the area as a whole.

/// `enterprises from "enterprises.csv"`
public struct TableSyntax: Hashable, Sendable {
    public var range: SourceRange
    public var kind: TableKind
    public var file: TextSyntax
}

/// `list whitelist "低VOCs白名单" from "whitelist.csv"`
public struct ListSyntax: Hashable, Sendable {
    public var range: SourceRange
    public var id: NameSyntax
    public var name: TextSyntax?
    public var file: TextSyntax?
}

/// `industries "钢铁", "水泥"`
public struct IndustriesSyntax: Hashable, Sendable {
    public var range: SourceRange
    public var names: [TextSyntax]
}

/// `emissions SO2 18000 kg/d, NOx 52000 kg/d`
public struct EmissionsSyntax: Hashable, Sendable {
    public struct Item: Hashable, Sendable {
        public var pollutant: NameSyntax
        public var number: NumberSyntax
        public var unit: Located<String>?
    }

    public var range: SourceRange
    public var items: [Item]
}

/// `reduce at red at least 30% of SO2, NOx`
public struct ReduceSyntax: Hashable, Sendable {
    public var range: SourceRange
    public var level: NameSyntax
    public var percent: NumberSyntax
    public var pollutants: [NameSyntax]
}
