import AirQuality
import Desk
import PlanModel

/// A plan and what becomes known, in order, with the instants at which it is evaluated.
struct DifferentialCase {
    enum Mode: CaseIterable { case perfect, persistence, issued, live }

    enum Step {
        case observations(ObservationBatch)
        case forecasts(ForecastBatch)
        case seal(Int)
    }

    var plan: Plan
    var mode: Mode
    /// The slots on record at the start of a replay with perfect forecasts.
    var record: Range<Int>
    var steps: [Step]

    var supply: NaiveSupply {
        switch mode {
        case .perfect: .perfect(end: record.upperBound)
        case .persistence: .persistence
        case .issued: .issued(honoursReceived: true)
        case .live: .issued(honoursReceived: false)
        }
    }

}

extension DifferentialCase {
    /// A case of its own for each seed.
    init(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        mode = [.perfect, .issued, .live, .issued, .persistence, .live][seed % 6]
        let stations = (1...random.int(2...5)).map { "\(1000 + $0)A" }
        var plans = PlanGenerator(random, stations: stations)
        plan = plans.plan()
        random = plans.random
        var data = DataGenerator(random, plan: plan, stations: stations, mode: mode)
        record = data.record
        steps = data.steps()
    }
}
