import AirQuality
import Desk
import PlanModel
import TestSupport
import Warnings

/// Plans and what becomes known, in order, with the instants at which all of them are evaluated.
struct DifferentialCase {
    enum Mode: String, CaseIterable { case perfect, persistence, issued, live }

    enum Step {
        case observations(ObservationBatch)
        case forecasts(ForecastBatch)
        case opinion(Voice)
        /// The plan at a place in ``plans`` is replaced; live only.
        case swap(Int, Plan)
        case seal(Int)
    }

    /// What people say of days to come, or that it no longer stands.
    struct Voice {
        var area: String
        /// The hour in which it is recorded.
        var at: Int
        var days: [DayForecast]
        var isRetracted: Bool

        /// What a person does at the desk to say so.
        var act: DeskAct {
            let matter: DeskAct.Matter =
                isRetracted
                ? .retract(area: area, days: days.map(\.date), reason: "因")
                : .opine(
                    Opinion(
                        area: area,
                        days: days.map {
                            Opinion.Day(date: $0.date, range: .aqi(low: $0.low, high: $0.high), primary: $0.primary)
                        }, because: "会商", signature: Signature(name: "首席", channel: .paper)))
            return DeskAct(
                matter: matter, recorder: Recorder(user: "duty", id: 1000),
                at: Instant(seconds: HourSlot(at).start.seconds + 600))
        }
    }

    /// Run side by side on the same data.
    var plans: [Plan]
    var mode: Mode
    /// The slots on record at the start of a replay with perfect forecasts.
    var record: Range<Int>
    var steps: [Step]
    /// Whether the engine is driven through its desk, which takes longer; always where plans are swapped.
    var drivesDesk = true

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
        // The edition changes on 2026-03-01, day 20,513.
        let day = random.pick([20_509, 20_511, 20_512, 20_400, 16_800, 20_600])
        var generator = PlanGenerator(random, stations: stations, day: day)
        let made = (0..<8).map { place in
            if place % 4 == 0 { generator.chooseReading() }
            return generator.plan()
        }
        // A desk keeps only what its plan reads: values of further stations would count from the swap on.
        let isSwapped = mode == .live && !made[0].areas[0].stations.isEmpty && generator.random.chance(50)
        let successors = isSwapped ? made.map { generator.successor(of: $0) } : []
        plans = made
        drivesDesk = isSwapped || seed / 6 % 2 == 0
        random = generator.random
        var data = DataGenerator(random, plan: plans[0], stations: stations, mode: mode, day: day)
        record = data.record
        var events = data.steps()
        random = data.random
        for (place, plan) in successors.enumerated() {
            events.insert(.swap(place, plan), at: random.int(events.count / 4...events.count - 1))
        }
        steps = events
    }
}
