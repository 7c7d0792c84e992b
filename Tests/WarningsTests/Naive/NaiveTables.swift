import AirQuality

/// The breakpoints of HJ 633 as domain.md §4 prints them; CO in tenths of mg/m³.
enum NaiveTables {
    static let index = [0, 50, 100, 150, 200, 300, 400, 500]
    static let so2Day = [0, 50, 150, 475, 800, 1600, 2100, 2620]
    static let so2Hour = [0, 150, 500, 650, 800]
    static let no2Day = [0, 40, 80, 180, 280, 565, 750, 940]
    static let no2Hour = [0, 100, 200, 700, 1200, 2340, 3090, 3840]
    static let coDay = [0, 20, 40, 140, 240, 360, 480, 600]
    static let coHour = [0, 50, 100, 350, 600, 900, 1200, 1500]
    static let o3Hour = [0, 160, 200, 300, 400, 800, 1000, 1200]
    static let o3EightHours = [0, 100, 160, 215, 265, 800]

    static func pm10(_ edition: Edition) -> [Int] {
        [0, 50, edition == .edition2026 ? 120 : 150, 250, 350, 420, 500, 600]
    }

    static func pm25(_ edition: Edition) -> [Int] {
        [0, 35, edition == .edition2026 ? 60 : 75, 115, 150, 250, 350, 500]
    }

    /// The sub-index of a value at reporting precision (semantics §4); above the last breakpoint 500.
    static func subIndex(_ value: Int, _ nodes: [Int]) -> Int {
        for upper in 1..<nodes.count where value <= nodes[upper] {
            let low = nodes[upper - 1]
            let rise = (index[upper] - index[upper - 1]) * (value - low)
            return index[upper - 1] + roundedUp(rise, nodes[upper] - low)
        }
        return 500
    }
}
