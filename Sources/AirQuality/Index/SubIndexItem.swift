/// A column of the IAQI table of HJ 633. The hourly values of PM10 and PM2.5 are read on their 24 h columns.
public enum SubIndexItem: String, CaseIterable, Hashable, Sendable {
    case so2Day = "SO2_24H"
    case so2Hour = "SO2_1H"
    case no2Day = "NO2_24H"
    case no2Hour = "NO2_1H"
    case coDay = "CO_24H"
    case coHour = "CO_1H"
    case o3EightHours = "O3_8H"
    case o3Hour = "O3_1H"
    case pm10Day = "PM10_24H"
    case pm25Day = "PM2.5_24H"

    /// The column of a pollutant's 1 h values.
    public static func hourly(_ pollutant: Pollutant) -> SubIndexItem {
        switch pollutant {
        case .so2: .so2Hour
        case .no2: .no2Hour
        case .co: .coHour
        case .o3: .o3Hour
        case .pm10: .pm10Day
        case .pm25: .pm25Day
        }
    }

    /// The column of a pollutant's 24 h means, for O3 of its largest 8 h mean.
    public static func daily(_ pollutant: Pollutant) -> SubIndexItem {
        switch pollutant {
        case .so2: .so2Day
        case .no2: .no2Day
        case .co: .coDay
        case .o3: .o3EightHours
        case .pm10: .pm10Day
        case .pm25: .pm25Day
        }
    }

    public var pollutant: Pollutant {
        switch self {
        case .so2Day, .so2Hour: .so2
        case .no2Day, .no2Hour: .no2
        case .coDay, .coHour: .co
        case .o3EightHours, .o3Hour: .o3
        case .pm10Day: .pm10
        case .pm25Day: .pm25
        }
    }
}
