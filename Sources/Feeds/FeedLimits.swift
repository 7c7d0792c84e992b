/// Bounds of one feed file; what exceeds them is refused with words, never cut silently.
public enum FeedLimits {
    /// The largest file, unpacked.
    public static let bytes = 256 << 20
    /// The longest line.
    public static let lineBytes = 1 << 20
    /// The most stations, cities or areas that one file may name.
    public static let names = 10_000
    /// The longest name of a station, a city or an area, in bytes of UTF-8.
    public static let nameBytes = 128
    /// The most rows of one station and hour that one file may give.
    public static let rows = 8_000_000
    /// The most forecast or withdrawal rows that one file may give.
    public static let forecastRows = 1_000_000
    /// How many row errors are kept with their text; the others are counted.
    public static let keptErrors = 200
    /// The days of which a feed may speak, from 1990 to 2100: a row of another age is an error, and makes no room for the years
    /// between.
    static let days = 7_305..<47_847
    /// How deep JSON may nest.
    public static let depth = 64
}
