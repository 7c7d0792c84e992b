public import AirQuality
public import Warnings

/// A high value that an alert of the plan makes known (污染高值预警): it starts no response and has no end of its own.
public struct HighValue: Hashable, Sendable, Codable {
    /// The area's id.
    public var area: String
    /// The id of the alert in the plan.
    public var alert: String
    /// Its name, and what it says, as the plan had them.
    public var name: String
    public var text: String?
    /// Nil: the area as a whole.
    public var station: String?
    /// The instant at which its condition was found true.
    public var at: HourSlot
    /// Since when what it rests on has held without a gap.
    public var since: HourSlot
    /// Hours in which it is not made known again of this place.
    public var everyHours: Int
    public var readings: [HighValueReading]

    public init(
        area: String, alert: String, name: String, text: String?, station: String?, at: HourSlot, since: HourSlot,
        everyHours: Int, readings: [HighValueReading]
    ) {
        self.area = area
        self.alert = alert
        self.name = name
        self.text = text
        self.station = station
        self.at = at
        self.since = since
        self.everyHours = everyHours
        self.readings = readings
    }

    /// A name that follows from what is made known: FNV-1a over `area|at|alert|ID|STATION`, or `…|ID` of the area as a whole.
    public var id: String {
        Fingerprint.hexadecimal(([area, at.compactText, "alert", alert] + [station].compactMap(\.self)).joined(separator: "|"))
    }
}
