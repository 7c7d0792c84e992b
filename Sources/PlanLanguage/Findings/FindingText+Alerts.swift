extension FindingKind {
    var alertText: FindingText? {
        switch self {
        case .alertReadsForecast:
            .init(
                "alert-reads-forecast", "an alert at each station reads what was measured: no forecast is of a station",
                help: "say `observed`, or judge the area as a whole: `at area`")
        case .alertWithoutStations:
            .init(
                "alert-without-stations", "no area of the plan lists stations: the alert judges none",
                help: "list the stations of the area, or say `at area`")
        case .shareOutsideStation:
            .init(
                "share-outside-station", "a percentage of the area's value is compared in an alert `at station` only",
                help: "compare with a number and its unit")
        case .shareOutOfRange(let text):
            .init(
                "share-out-of-range", "a percentage of the area's value is above 0 and at most 10000, not \(text)",
                help: "write a percentage such as `150% of area`")
        default: nil
        }
    }
}
