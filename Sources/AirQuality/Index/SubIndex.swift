/// The individual air quality index (IAQI) of HJ 633-2012 and HJ 633-2026, table 1 and formula 1.
public enum SubIndex {
    /// The IAQI of a concentration at reporting precision (CO in tenths of mg/m³).
    ///
    /// Linear between breakpoints, rounded up; above the last breakpoint 500. SO2 1 h and O3 8 h have no breakpoints above
    /// 800 µg/m³: 200 and 300 in the edition of 2026; in that of 2012 not computed.
    ///
    /// - Returns: 0…500, or nil where the edition does not compute this sub-index.
    public static func value(_ reported: Int, item: SubIndexItem, edition: Edition) -> Int? {
        let nodes = nodes(of: item, in: edition)
        let last = nodes.count - 1
        if reported > nodes[last] {
            guard last < indices.count - 1 else { return 500 }
            return edition == .edition2012 ? nil : indices[last]
        }
        var upper = 1
        while reported > nodes[upper] { upper += 1 }
        let low = nodes[upper - 1]
        let width = nodes[upper] - low
        let rise = indices[upper] - indices[upper - 1]
        return indices[upper - 1] + ((reported - low) * rise + width - 1) / width
    }

    static let indices = [0, 50, 100, 150, 200, 300, 400, 500]

    /// Breakpoints at reporting precision, for the first of ``indices``.
    static func nodes(of item: SubIndexItem, in edition: Edition) -> [Int] {
        switch item {
        case .so2Day: so2Day
        case .so2Hour: so2Hour
        case .no2Day: no2Day
        case .no2Hour: no2Hour
        case .coDay: coDay
        case .coHour: coHour
        case .o3EightHours: o3EightHours
        case .o3Hour: o3Hour
        case .pm10Day: edition == .edition2012 ? pm10Day2012 : pm10Day2026
        case .pm25Day: edition == .edition2012 ? pm25Day2012 : pm25Day2026
        }
    }

    private static let so2Day = [0, 50, 150, 475, 800, 1600, 2100, 2620]
    private static let so2Hour = [0, 150, 500, 650, 800]
    private static let no2Day = [0, 40, 80, 180, 280, 565, 750, 940]
    private static let no2Hour = [0, 100, 200, 700, 1200, 2340, 3090, 3840]
    private static let coDay = [0, 20, 40, 140, 240, 360, 480, 600]
    private static let coHour = [0, 50, 100, 350, 600, 900, 1200, 1500]
    private static let o3EightHours = [0, 100, 160, 215, 265, 800]
    private static let o3Hour = [0, 160, 200, 300, 400, 800, 1000, 1200]
    private static let pm10Day2012 = [0, 50, 150, 250, 350, 420, 500, 600]
    private static let pm10Day2026 = [0, 50, 120, 250, 350, 420, 500, 600]
    private static let pm25Day2012 = [0, 35, 75, 115, 150, 250, 350, 500]
    private static let pm25Day2026 = [0, 35, 60, 115, 150, 250, 350, 500]
}
