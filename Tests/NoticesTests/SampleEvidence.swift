import AirQuality
import Desk
import PlanModel
import Warnings

@testable import Notices

/// Evidence of a decision on random data.
struct SampleEvidence {
    private var evidence: DecisionEvidence?

    /// The first from a seed on for which anything is decided.
    static func evidence(seed: UInt64) -> DecisionEvidence? {
        (0..<20 as Range<UInt64>).lazy.compactMap { SampleEvidence(seed: seed + $0 * 1000).evidence }.first
    }

    private init(seed: UInt64) {
        var random = Generator(state: seed)
        var plan = SampleNotices.plan
        plan.areas[0].stations = ["S1", "站,\"2\""]
        let area = plan.areas[0]
        let at = SampleNotices.hour(9, 20)
        var observations = ObservationBatch()
        observations.stations = Recomputation.stations(plan, area)
        for slot in Recomputation.slots(before: at) {
            for station in observations.stations.indices where random.next() % 9 > 0 {
                var values = PollutantValues()
                for pollutant in Pollutant.allCases where random.next() % 7 > 0 {
                    values[pollutant] = Int32(random.next() % (pollutant == .co ? 9_000 : 300_000))
                }
                observations.rows.append(ObservationRow(slot: Int32(slot), station: Int32(station), values: values))
            }
        }
        var forecasts = ForecastBatch()
        for issue in 0..<3 {
            let issued = Instant(seconds: (at - 30 + issue * 12).start.seconds + Int64(random.next() % 3600))
            let received = random.next() % 2 == 0 ? nil : Instant(seconds: issued.seconds + 61)
            for day in 0..<4 {
                let low = Int(random.next() % 300)
                forecasts.days.append(
                    DayForecast(
                        issued: issued, received: received, area: area.id,
                        date: LocalDate(days: plan.zone.date(of: at).days + day), low: low, high: low + Int(random.next() % 200),
                        primary: PollutantSet(rawValue: UInt8(random.next() % 64))))
            }
            for hour in 0..<60 where random.next() % 4 > 0 {
                var values = PollutantValues()
                for pollutant in Pollutant.allCases where random.next() % 2 > 0 {
                    values[pollutant] = Int32(random.next() % 200_000)
                }
                forecasts.hours.append(
                    HourForecast(
                        issued: issued, received: received, area: area.id, slot: at - 10 + hour,
                        aqi: random.next() % 2 == 0 ? nil : Int(random.next() % 500), values: values))
            }
        }
        var standing = Standing()
        if seed % 2 == 0 { standing.apply(SampleNotices.issue) }
        // Orange is demanded wherever the last hour has any value.
        plan.levels[1].issue.append(
            IssueClause(
                label: "any",
                condition: .test(
                    Test(
                        source: .observed, station: nil, cycle: .hourly, comparison: SamplePlan.aqi(0, .greaterOrEqual),
                        ledBy: nil, span: .single, startingWithin: nil))))
        let basis = Recomputation(
            plan: plan, area: area, at: at, standing: standing, observations: observations, forecasts: forecasts)
        guard let decision = basis.trace().decision else { return }
        let text = Array("plan \(seed)".utf8)
        evidence = DecisionEvidence(
            notice: "n", decision: decision, recorded: at.start, basis: basis, planHash: Self.hash(text),
            planParts: [
                DecisionEvidence.PlanPart(name: "city.plan", hash: Self.hash(text), size: text.count, bytes: text),
                DecisionEvidence.PlanPart(name: "list.csv", hash: "00", size: 7, bytes: nil),
            ], headBefore: "7:aa", head: "8:bb")
    }

    /// Stands for SHA-256.
    static func hash(_ bytes: [UInt8]) -> String { Fingerprint.hexadecimal(String(decoding: bytes, as: UTF8.self)) }

    /// The files of `evidence/` by their paths in it.
    static func files(_ evidence: DecisionEvidence) -> [String: [UInt8]] {
        Dictionary(
            uniqueKeysWithValues: evidence.files(hash: hash).map { (String($0.name.dropFirst("evidence/".count)), $0.bytes) })
    }

    static func check(
        _ evidence: DecisionEvidence, _ files: [String: [UInt8]], notice: [String: [UInt8]]? = nil
    ) -> EvidenceReport {
        EvidenceCheck(
            hash: hash, versionHash: { hash($0[0].bytes) }, checkPlan: { _ in .init(plan: evidence.basis.plan, errors: "") }
        )
        .check(evidence: files, notice: notice)
    }

    private struct Generator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 33
        }
    }
}
