public import AirQuality
public import PlanModel
public import Warnings

/// What happens at the duty desk, in the order in which it became known.
public enum DeskEvent: Sendable {
    /// Observations came in.
    case observations(ObservationBatch)
    /// Forecasts came in.
    case forecasts(ForecastBatch)
    /// A checked plan takes the place of the one in force.
    case planSwapped(Plan)
    /// An instant is sealed: its data is in or the wait for it is over (semantics §8.10). Each instant is sealed once, in order.
    case hourSealed(HourSlot)
    /// What an earlier run of the desk made of a sealed instant, taken from the record instead of being decided anew.
    case hourRecalled(HourOutcome)
    /// An hour has begun: directives count from it or end with it.
    case hourStarted(HourSlot)
    /// What a person did, or the beginning of an hour, and what came of it, taken from the record.
    case actRecalled(DeskAct?, HourOutcome)
}

/// What the desk asks the world to do.
public enum DeskEffect: Hashable, Sendable {
    /// A decision took force: the level in force is another one.
    case decided(Decision)
    /// The own level of an area changed, and directives make something else of it than it says.
    case ownDecided(Decision)
    /// A proposal was made, or came to its end.
    case proposal(ProposalChange)
    /// A person decided against what the conditions lead to, or they no longer lead there.
    case overruled(OverruledChange)
    /// A feed fell silent or the desk is blind, or no longer.
    case silence(Silence)
    /// What is demanded in an area is unknown from an instant on, or known again.
    case demandGap(DemandGap)
    /// Advice to the public begins, or is over.
    case bulletin(Bulletin)
    /// A high value is made known.
    case highValue(HighValue)
    /// The stated end of a standing warning moved.
    case extended(Extension)
    /// A notice is corrected.
    case corrected(Correction)
    /// A swap of plans changes what is demanded at the last sealed instant; ids, nil for none.
    case demandChanged(area: String, from: String?, to: String?)
}

/// The silence of a feed of an area, or what else leaves the desk blind: its beginning, or its end.
public struct Silence: Hashable, Sendable, Codable {
    public enum Feed: String, Hashable, Sendable, Codable, CaseIterable {
        case observations, forecasts
        /// Fewer stations than the area's quorum have values for the hour that ended.
        case stations
        /// The level demanded is unknown.
        case demand
        /// No forecast has been issued on a day by ``forecastDue``.
        case todaysForecast = "todays-forecast"

        /// Hours without anything new after which it is an alarm, where a plan states nothing else; 0: at once.
        public var defaultLimit: Int {
            switch self {
            case .observations, .demand: 3
            case .forecasts: 36
            case .stations, .todaysForecast: 0
            }
        }

        /// Hours in a row in which enough stations must have had values before it counts as over: where they drop in and out,
        /// the desk is told once of all of it.
        public static let steadyHours = 6

        /// Whether data comes, but what it says does not suffice.
        public var isBlindness: Bool { self != .observations && self != .forecasts }

        /// The local hour by which each day's forecast is to be there.
        public static let forecastDue = 20

        /// Hours without anything new after which it is an alarm: of forecasts, the age beyond which the plan counts none.
        public func limit(in plan: Plan) -> Int {
            self == .forecasts ? plan.forecasts.maximumAge ?? defaultLimit : defaultLimit
        }
    }

    public var area: String
    public var feed: Feed
    /// The instant at which it was found.
    public var at: HourSlot
    /// The end of the last slot with data, the last issue time in whole hours, or the last instant that was no such; nil where
    /// there never was any.
    public var last: HourSlot?
    /// Whether the silence is over.
    public var isOver: Bool

    public init(area: String, feed: Feed, at: HourSlot, last: HourSlot?, isOver: Bool) {
        self.area = area
        self.feed = feed
        self.at = at
        self.last = last
        self.isOver = isOver
    }
}

/// That the level demanded in an area can no longer be told, or can be told again.
public struct DemandGap: Hashable, Sendable, Codable {
    public var area: String
    public var isOver: Bool

    public init(area: String, isOver: Bool) {
        self.area = area
        self.isOver = isOver
    }
}
