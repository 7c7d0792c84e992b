import AirQuality
import PlanModel

/// Asks the solver about one plan, or two over the same series, and has replays confirm what it answers.
struct ProofSession {
    let plans: [Plan]
    let settings: ProofSettings
    let scenes: [WitnessScene]
    let shouldStop: () -> Bool
    /// Local midnight of the date around which instants lie.
    let base: Int
    /// The edition in force on that date under each plan.
    let editions: [Edition]
    /// Which pollutants vary, the simplest series first; the last one leaves nothing out.
    private let scopes: [PollutantSet]
    private var encoders: [PollutantSet: ConditionEncoder] = [:]
    private(set) var disagreements = 0

    enum Outcome {
        /// A series that replay confirms.
        case confirmed(HourlyValues)
        /// A series that replay does not confirm.
        case unconfirmed(HourlyValues)
        case impossible
        case interrupted
    }

    /// nil where a plan has no area.
    init?(plans: [Plan], settings: ProofSettings, shouldStop: @escaping () -> Bool) {
        guard let first = plans.first else { return nil }
        let scenes = plans.compactMap { WitnessScene(plan: $0, reach: settings.reach) }
        guard scenes.count == plans.count else { return nil }
        self.plans = plans
        self.settings = settings
        self.scenes = scenes
        self.shouldStop = shouldStop
        let date = settings.date(for: plans.map(\.edition))
        base = first.zone.midnight(of: date).hours
        editions = plans.map { $0.edition.edition(on: date) }
        let named = plans.reduce(PollutantSet()) { $0.union($1.namedPollutants) }
        scopes =
            [.pm25, .o3, .pm10].filter { named.contains($0) }.prefix(1).map { PollutantSet($0) }.filter { $0 != named }
            + [named]
    }

    // MARK: Instants

    /// Whether daily conditions read natural days, so that the clock matters.
    private var hasNaturalDays: Bool {
        plans.contains { plan in
            plan.days == .natural
                && plan.tests.contains { test in
                    if case .run(_, let inclusion?) = test.span, inclusion.cycle == .daily { return true }
                    return test.cycle == .daily
                }
        }
    }

    private var review: Set<Int> { Set(plans.flatMap(\.review).map(\.hour)) }

    /// The first hour of the day of witnesses where nothing depends on the clock.
    private static let plainHour = 8

    /// Instants of which every other one is like one, as far as conditions at that instant go.
    var instants: [Int] {
        if hasNaturalDays { return (0..<24).map { base + $0 } }
        guard plans.contains(where: { !$0.review.isEmpty }) else { return [base + Self.plainHour] }
        if plans.count > 1 { return (0..<24).map { base + $0 } }
        let other = (0..<24).first { !review.contains($0) }
        return (review.sorted().prefix(1) + (other.map { [$0] } ?? [])).map { base + $0 }
    }

    /// The same where forecasts are read.
    var reviewInstants: [Int] {
        review.isEmpty ? instants : instants.filter { review.contains($0 - base) }
    }

    /// Instants of which every other one is like one, as far as conditions around that instant go.
    var startInstants: [Int] {
        hasNaturalDays || !review.isEmpty ? (0..<24).map { base + $0 } : [base + Self.plainHour]
    }

    // MARK: Questions

    /// Whether statements can hold together, at one instant after the other.
    mutating func decide(
        at instants: [Int], _ state: (inout ConditionEncoder, Int) -> [Formula], confirm: (HourlyValues, Int) -> Bool
    ) -> (outcome: Outcome, instant: Int) {
        var open: (Outcome, Int)?
        for varying in scopes {
            for instant in instants {
                if shouldStop() { return open ?? (.interrupted, instant) }
                // Taken out, so that stating more does not copy what was stated before.
                var encoder =
                    encoders.removeValue(forKey: varying)
                    ?? ConditionEncoder(plans: plans, scope: EncodingScope(reach: settings.reach, varying: varying))
                let formulas = state(&encoder, instant)
                encoders[varying] = encoder
                switch FormulaSolver.solve(formulas, in: encoder.store, shouldStop: shouldStop) {
                case .possible(let values):
                    if confirm(values, instant) { return (.confirmed(values), instant) }
                    if encoder.store.isExact(formulas), !hasStationSeries { disagreements += 1 }
                    if varying == scopes.last { open = (.unconfirmed(values), instant) }
                case .impossible: break
                case .interrupted: return open ?? (.interrupted, instant)
                }
            }
        }
        return open ?? (.impossible, instants.first ?? base)
    }

    /// Whether no series lets statements hold together at any of some instants; nil: not known.
    mutating func excludes(
        at instants: [Int], _ state: (inout ConditionEncoder, Int) -> [Formula]
    ) -> Bool? {
        switch decide(at: instants, state, confirm: { _, _ in true }).outcome {
        case .confirmed, .unconfirmed: false
        case .impossible: true
        case .interrupted: nil
        }
    }

    /// Whether stations have series of their own, which in truth are part of the area's.
    private var hasStationSeries: Bool { plans.contains { $0.namesStations } }

    // MARK: Witnesses

    func witness(
        _ values: HourlyValues, at instants: [Int], evaluated: ClosedRange<Int>, plan: Int = 0,
        isWitness: (HourlyValues) -> Bool
    ) -> Witness {
        let simple =
            !settings.simplifies
            ? values
            : withoutActuallyEscaping(isWitness) {
                WitnessSimplifier(isWitness: $0, shouldStop: shouldStop).simplify(values)
            }
        return Witness(
            simple, at: instants, evaluated: evaluated, decisions: scenes[plan].decisions(simple, evaluated) ?? [])
    }
}

extension Plan {
    /// Whether some condition reads a single station.
    var namesStations: Bool { tests.contains { $0.station != nil } }

    /// The pollutants on which its conditions rest.
    var namedPollutants: PollutantSet {
        var named: PollutantSet = []
        func note(_ comparison: Comparison) {
            switch comparison.quantity {
            case .aqi: named = .all
            case .iaqi(let pollutant), .concentration(let pollutant): named.insert(PollutantSet(pollutant))
            }
        }
        for test in tests {
            note(test.comparison)
            if test.ledBy != nil { named = .all }
            if case .run(_, let inclusion?) = test.span { note(inclusion.comparison) }
        }
        return named
    }
}
