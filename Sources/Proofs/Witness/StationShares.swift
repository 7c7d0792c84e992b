import AirQuality
import PlanModel

/// What the stations of an area have where the area's value is that of a series.
///
/// Stations with a series of their own have it; the others share what is left of the sum evenly.
struct StationShares {
    let series: HourlyValues
    /// The area's, or the area itself where it has none, then others that have a series.
    let names: [String]
    private let own: Int
    private let named: Set<String>

    init(_ series: HourlyValues, _ area: Area) {
        self.series = series
        let stations = area.stations.isEmpty ? [area.id] : area.stations
        named = Set(series.values.keys.compactMap(\.station))
        own = stations.count
        names = stations + named.subtracting(stations).sorted()
    }

    /// One a name, in thousandths; nil where what is left is nothing that instruments report.
    func values(of pollutant: Pollutant, at slot: Int) -> [Int64]? {
        let ceiling = Int64(Ceilings.standard.values[pollutant])
        var left = series[SeriesKey(pollutant: pollutant, station: nil), slot] * Int64(own)
        var rest = Int64(0)
        var result = [Int64](repeating: 0, count: names.count)
        for (index, name) in names.enumerated() {
            if named.contains(name) {
                result[index] = series[SeriesKey(pollutant: pollutant, station: name), slot]
                if index < own { left -= result[index] }
            } else {
                rest += 1
            }
        }
        for (index, name) in names.enumerated() where !named.contains(name) {
            let share = left / rest
            guard (0...ceiling).contains(share) else { return nil }
            result[index] = share
            left -= share
            rest -= 1
        }
        return result
    }
}
