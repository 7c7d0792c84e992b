public import AirQuality
public import Warnings

/// What a sealed instant, the beginning of an hour or an act of a person led to.
public struct HourOutcome: Hashable, Sendable {
    public var at: HourSlot
    /// The decisions by which the level in force changed.
    public var decisions: [Decision]
    public var silences: [Silence]
    /// Own decisions of which directives make something else.
    public var own: [Decision]
    public var proposals: [ProposalChange]
    public var overruled: [OverruledChange]
    public var demandGaps: [DemandGap]
    public var bulletins: [Bulletin]
    public var highValues: [HighValue]
    public var extensions: [Extension]
    public var corrections: [Correction]

    public init(
        at: HourSlot, decisions: [Decision], silences: [Silence], own: [Decision] = [], proposals: [ProposalChange] = [],
        overruled: [OverruledChange] = [], demandGaps: [DemandGap] = [], bulletins: [Bulletin] = [],
        highValues: [HighValue] = [], extensions: [Extension] = [], corrections: [Correction] = []
    ) {
        self.at = at
        self.decisions = decisions
        self.silences = silences
        self.own = own
        self.proposals = proposals
        self.overruled = overruled
        self.demandGaps = demandGaps
        self.bulletins = bulletins
        self.highValues = highValues
        self.extensions = extensions
        self.corrections = corrections
    }

    /// What effects amount to.
    public init(at instant: HourSlot, effects: [DeskEffect]) {
        self.init(at: instant, decisions: [], silences: [])
        for effect in effects {
            switch effect {
            case .decided(let decision): decisions.append(decision)
            case .silence(let silence): silences.append(silence)
            case .ownDecided(let decision): own.append(decision)
            case .proposal(let change): proposals.append(change)
            case .overruled(let change): overruled.append(change)
            case .demandGap(let gap): demandGaps.append(gap)
            case .bulletin(let bulletin): bulletins.append(bulletin)
            case .highValue(let value): highValues.append(value)
            case .extended(let moved): extensions.append(moved)
            case .corrected(let correction): corrections.append(correction)
            case .demandChanged: break
            }
        }
    }

    /// What notices are made of, in the order in which a record names them.
    public var matters: [NoticeMatter] {
        decisions.map { .decision($0) } + silences.map { .silence($0) } + bulletins.map { .bulletin($0) }
            + highValues.map { .highValue($0) } + extensions.map { .extend($0) } + corrections.map { .correction($0) }
    }

    public var isEmpty: Bool {
        decisions.isEmpty && silences.isEmpty && own.isEmpty && proposals.isEmpty && overruled.isEmpty
            && demandGaps.isEmpty && bulletins.isEmpty && highValues.isEmpty && extensions.isEmpty && corrections.isEmpty
    }
}

/// Coded without what there is none of, so that records of before and hours without acts stay as they are.
extension HourOutcome: Codable {
    private enum CodingKeys: CodingKey {
        case at, decisions, silences, own, proposals, overruled, demandGaps, bulletins, highValues, extensions, corrections
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        at = try container.decode(HourSlot.self, forKey: .at)
        decisions = try container.decode([Decision].self, forKey: .decisions)
        silences = try container.decode([Silence].self, forKey: .silences)
        own = try container.decodeIfPresent([Decision].self, forKey: .own) ?? []
        proposals = try container.decodeIfPresent([ProposalChange].self, forKey: .proposals) ?? []
        overruled = try container.decodeIfPresent([OverruledChange].self, forKey: .overruled) ?? []
        demandGaps = try container.decodeIfPresent([DemandGap].self, forKey: .demandGaps) ?? []
        bulletins = try container.decodeIfPresent([Bulletin].self, forKey: .bulletins) ?? []
        highValues = try container.decodeIfPresent([HighValue].self, forKey: .highValues) ?? []
        extensions = try container.decodeIfPresent([Extension].self, forKey: .extensions) ?? []
        corrections = try container.decodeIfPresent([Correction].self, forKey: .corrections) ?? []
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(at, forKey: .at)
        try container.encode(decisions, forKey: .decisions)
        try container.encode(silences, forKey: .silences)
        if !own.isEmpty { try container.encode(own, forKey: .own) }
        if !proposals.isEmpty { try container.encode(proposals, forKey: .proposals) }
        if !overruled.isEmpty { try container.encode(overruled, forKey: .overruled) }
        if !demandGaps.isEmpty { try container.encode(demandGaps, forKey: .demandGaps) }
        if !bulletins.isEmpty { try container.encode(bulletins, forKey: .bulletins) }
        if !highValues.isEmpty { try container.encode(highValues, forKey: .highValues) }
        if !extensions.isEmpty { try container.encode(extensions, forKey: .extensions) }
        if !corrections.isEmpty { try container.encode(corrections, forKey: .corrections) }
    }
}
