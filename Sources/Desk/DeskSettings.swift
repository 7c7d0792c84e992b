public import Warnings

/// How a desk is run.
public struct DeskSettings: Sendable {
    /// Where forecasts come from.
    public var supply: ForecastSupply
    /// The slots of a record that is known beforehand; nil: data comes as time goes.
    public var window: Range<Int>?
    /// Whether a forecast counts only from its `received` time on.
    public var honoursReceived: Bool
    /// Whether silences of feeds, advice to the public and high values are made known.
    public var reportsSilence: Bool
    /// Hours of observations kept; nil: all.
    public var keepHours: Int?
    /// Whether decisions take force at once, as if everybody approved within the hour (semantics §8.6).
    public var approvesAtOnce: Bool

    /// Days for which late data is accepted.
    public static let lateDays = 30

    /// The daemon: late data counts for 30 days, and what the longest condition looks back beyond that.
    public static let live = DeskSettings(
        supply: .issued, window: nil, honoursReceived: false, reportsSilence: true, keepHours: (lateDays + 15) * 24,
        approvesAtOnce: false)

    /// A drill at a fast pace, in which nobody waits for signatures.
    public static let drill = {
        var settings = DeskSettings.live
        settings.approvesAtOnce = true
        return settings
    }()

    /// A replay of recorded data.
    public static func replay(_ supply: ForecastSupply, window: Range<Int>?) -> DeskSettings {
        DeskSettings(
            supply: supply, window: window, honoursReceived: true, reportsSilence: false, keepHours: nil,
            approvesAtOnce: true)
    }
}
