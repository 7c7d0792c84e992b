/// The AQI of a slot or of a 24 h block, with what it is made of (semantics §4).
public struct AirQualityIndex: Hashable, Sendable {
    /// IAQI of each pollutant, -1 where it is NA.
    private var so2, no2, co, o3, pm10, pm25: Int16
    /// The largest known item of the pollutants in ``halfKnown``, -1 where there is none.
    private var halfKnownItem: Int16
    /// The largest sub-index of every item that is known; -1 where none is.
    public private(set) var maximum: Int16
    /// Pollutants of which every item that the edition computes is known.
    public private(set) var known: PollutantSet
    /// Pollutants of which only some items are known.
    public private(set) var halfKnown: PollutantSet
    /// Whether all required pollutants are known, so that ``maximum`` is the AQI and not only a lower bound.
    public internal(set) var isExact: Bool

    init() {
        so2 = -1
        no2 = -1
        co = -1
        o3 = -1
        pm10 = -1
        pm25 = -1
        halfKnownItem = -1
        maximum = -1
        known = []
        halfKnown = []
        isExact = false
    }

    /// The IAQI of a pollutant, nil where it is NA.
    public func iaqi(_ pollutant: Pollutant) -> Int? {
        let value =
            switch pollutant {
            case .so2: so2
            case .no2: no2
            case .co: co
            case .o3: o3
            case .pm10: pm10
            case .pm25: pm25
            }
        return value < 0 ? nil : Int(value)
    }

    /// Pollutants whose IAQI, or the known item of a half-known one, equals the AQI; none at an AQI of 50 or less.
    ///
    /// `led by` takes a half-known pollutant for unknown all the same (semantics §7).
    public var primary: PollutantSet {
        guard maximum > 50 else { return [] }
        let whole = PollutantSet(where: { iaqi($0) == Int(maximum) })
        return halfKnownItem == maximum ? whole.union(halfKnown) : whole
    }

    /// The number to publish: the AQI, or a lower bound above 100; nil (NA) otherwise (HJ 633-2026 §5.3.1).
    public var published: Int? { isExact || maximum > 100 ? (maximum < 0 ? nil : Int(maximum)) : nil }

    /// Enters a pollutant with the sub-index of its items; an item that is missing is nil.
    mutating func enter(_ pollutant: Pollutant, _ item: Int?) {
        guard let item else { return }
        set(pollutant, item)
    }

    /// Enters a pollutant of two items.
    mutating func enter(_ pollutant: Pollutant, _ first: Int?, _ second: Int?) {
        if let first, let second {
            set(pollutant, max(first, second))
        } else if let half = first ?? second {
            halfKnown.insert(PollutantSet(pollutant))
            halfKnownItem = max(halfKnownItem, Int16(half))
            maximum = max(maximum, Int16(half))
        }
    }

    private mutating func set(_ pollutant: Pollutant, _ value: Int) {
        let value = Int16(value)
        switch pollutant {
        case .so2: so2 = value
        case .no2: no2 = value
        case .co: co = value
        case .o3: o3 = value
        case .pm10: pm10 = value
        case .pm25: pm25 = value
        }
        known.insert(PollutantSet(pollutant))
        maximum = max(maximum, value)
    }
}
