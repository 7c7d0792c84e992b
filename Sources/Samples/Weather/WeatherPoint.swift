/// The state of the air over the city at one hour; between two points it changes evenly.
struct WeatherPoint: Hashable, Sendable {
    /// Hours since the start of the episode.
    var hour: Int
    /// PM2.5 in µg/m³, before the daily cycle.
    var pm25: Int
    /// PM10 in per cent of PM2.5: dry air and dust raise it, damp haze lowers it.
    var coarse: Int
    /// How still the air is, in per cent: what traffic and heating emit stays near the ground.
    var stillness: Int

    /// The state at an hour; before the first and after the last point that point's.
    static func interpolated(_ points: [WeatherPoint], at hour: Int) -> WeatherPoint? {
        guard let next = points.firstIndex(where: { $0.hour > hour }) else { return points.last }
        guard next > 0 else { return points.first }
        let (before, after) = (points[next - 1], points[next])
        let (part, whole) = (hour - before.hour, after.hour - before.hour)
        func between(_ value: (WeatherPoint) -> Int) -> Int { value(before) + (value(after) - value(before)) * part / whole }
        return WeatherPoint(
            hour: hour, pm25: between(\.pm25), coarse: between(\.coarse), stillness: between(\.stillness))
    }
}
