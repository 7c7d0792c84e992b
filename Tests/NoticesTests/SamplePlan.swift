import AirQuality
import PlanModel

/// A small plan with what notices speak of: three levels, labels, citations, an approver, an end of each level.
enum SamplePlan {
    static let zone = Zone(name: "Asia/Shanghai", offsetSeconds: 8 * 3600)

    static func aqi(_ value: Int64, _ relation: Relation = .greater) -> Comparison {
        Comparison(quantity: .aqi, relation: relation, threshold: value * 1000)
    }

    static func expected(_ value: Int64, hours: Int, including: Inclusion? = nil) -> Condition {
        .test(
            Test(
                source: .expected, station: nil, cycle: .daily, comparison: aqi(value), ledBy: nil,
                span: .run(hours: hours, including: including), startingWithin: 72))
    }

    static let severe = expected(200, hours: 72, including: Inclusion(cycle: .daily, comparison: aqi(300), hours: 24))

    static let observedClear = Test(
        source: .observed, station: nil, cycle: .hourly,
        comparison: Comparison(quantity: .iaqi(.pm25), relation: .lessOrEqual, threshold: 150_000), ledBy: nil, span: .single,
        startingWithin: nil)

    static let forecastClear = Test(
        source: .forecast, station: nil, cycle: .hourly,
        comparison: Comparison(quantity: .iaqi(.pm25), relation: .lessOrEqual, threshold: 150_000), ledBy: nil,
        span: .throughout(hours: 36, missingAtMost: 2), startingWithin: nil)

    static let stationPeak = Test(
        source: .observed, station: "2396A", cycle: .hourly,
        comparison: Comparison(quantity: .concentration(.pm25), relation: .greaterOrEqual, threshold: 500_000), ledBy: [.pm25],
        span: .run(hours: 3, including: nil), startingWithin: nil)

    static let dust = Condition.or([
        .test(stationPeak),
        .test(
            Test(
                source: .expected, station: nil, cycle: .hourly,
                comparison: Comparison(quantity: .concentration(.pm10), relation: .greater, threshold: 600_000), ledBy: nil,
                span: .single, startingWithin: nil)),
    ])

    static let cleared = Condition.named("cleared", .and([.test(observedClear), .test(forecastClear)]))

    static let plan = Plan(
        name: "许昌市重污染天气应急预案", basis: ["环大气〔2024〕6号"], zone: zone, edition: .byDate,
        levels: [
            Level(
                id: "yellow", name: "黄色", response: "Ⅲ级",
                issue: [IssueClause(label: nil, condition: .or([expected(200, hours: 24), expected(150, hours: 48)]))],
                end: cleared, approval: .unstated, responseStart: .immediately, cites: ["环大气〔2024〕6号"]),
            Level(
                id: "orange", name: "橙色", response: "Ⅱ级",
                issue: [
                    IssueClause(label: "预测", condition: .or([expected(200, hours: 48), expected(150, hours: 72)])),
                    IssueClause(label: "实测", condition: .and([.test(stationPeak), .not(dust)])),
                ], end: cleared, approval: .automatic, responseStart: .immediately, cites: ["环大气〔2024〕6号"]),
            Level(
                id: "red", name: "红色", response: "Ⅰ级", issue: [IssueClause(label: "预测", condition: severe)], end: cleared,
                approval: .by("总指挥", within: 1, remind: "市政府值班室"), responseStart: .atNext([]),
                cites: ["环大气〔2024〕6号", "许昌市预案第4.2条"]),
        ],
        areas: [Area(id: "xuchang", name: "许昌市", code: "411000", stations: ["2396A", "2397A"], atLeast: nil)], requires: .all,
        horizon: 72, review: [], forecastBound: .upper, days: .rolling, waitMinutes: 50,
        advice: [
            Advice(
                id: "ozone", name: "臭氧污染健康提示",
                condition: .test(
                    Test(
                        source: .forecast, station: nil, cycle: .daily,
                        comparison: Comparison(quantity: .aqi, relation: .greater, threshold: 200_000), ledBy: [.o3],
                        span: .run(hours: 24, including: nil), startingWithin: 72)),
                text: "午后至傍晚减少户外活动，儿童、老年人和呼吸系统疾病患者留在室内。")
        ],
        alerts: [
            Alert(
                id: "hotspot", name: "污染高值预警", scope: .station, condition: .and([.test(peak), .test(share)]), everyHours: 6,
                text: "请属地立即排查站点周边污染源，两小时内反馈。"),
            Alert(id: "city", name: "城市高值预警", scope: .area, condition: .test(peak), everyHours: 24),
        ])

    /// Of an alert: high for two hours, and half again as high as the area.
    static let peak = observed(
        Comparison(quantity: .concentration(.pm25), relation: .greater, threshold: 150_000), .run(hours: 2, including: nil))
    static let share = observed(
        Comparison(quantity: .concentration(.pm25), relation: .greater, threshold: 150_000, isOfArea: true), .single)

    private static func observed(_ comparison: Comparison, _ span: Span) -> Test {
        Test(source: .observed, station: nil, cycle: .hourly, comparison: comparison, ledBy: nil, span: span, startingWithin: nil)
    }
}
