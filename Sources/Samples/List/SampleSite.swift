/// A construction site of the sample list.
struct SampleSite {
    let number: Int
    let id: String
    let name: String
    let county: SampleCounty
    let contractor: SampleContractor
    let stage: String
    let area: Int
    /// PM in 10^-2 kg/d; a site emits nothing else that the list counts.
    let dust: Int
    let onlineMonitoring: Bool
    let videoMonitoring: Bool
    let treatmentRunning: Bool
    let isCompliant: Bool
    let isRunning: Bool
    /// Why it stands on the list of livelihood projects, where it does.
    let livelihood: String?

    /// Stages and how many of 100 sites are at each.
    private static let stages = [
        ("土石方", 22), ("拆除", 5), ("室外喷涂", 5), ("主体结构", 34), ("装饰装修", 24), ("连续浇筑", 3), ("盾构", 2), ("抢险抢修", 5),
    ]
    private static let projects = [
        "住宅小区", "标准厂房", "商业综合体", "道路改造", "地下管廊", "安置房", "中学新建", "医院病房楼", "污水处理厂提标", "供水管网",
    ]
    /// Of the projects, the first that serves everyday life.
    private static let firstLivelihood = 5
    /// Sites in each county, of 20.
    private static let counties = [0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 4, 5, 6, 6, 7, 7, 8]

    init(_ number: Int, of count: Int, seed: UInt64) {
        var draw = SplitMix64(seed: (seed &+ 7) ^ UInt64(number) &* 0xD1B5_4A32_D192_ED03)
        draw = SplitMix64(seed: draw.next())
        self.number = number
        id = "GD" + padded(number + 1, 4)
        county = SampleCounty.all[Self.counties[number * Self.counties.count / count]]
        let project = draw.below(Self.projects.count)
        name = "\(county.name)\(SampleName.brand(number, of: count, seed: seed &+ 2_011))\(Self.projects[project])项目"
        let pool = SampleContractor.count(ofSites: count)
        contractor = SampleContractor(draw.below(pool), of: pool, seed: seed)
        var lot = draw.below(100)
        stage =
            Self.stages.first { entry in
                lot -= entry.1
                return lot < 0
            }?.0 ?? "主体结构"
        area = 800 + draw.below(60) * draw.below(60) * 16
        dust = area * (stage == "土石方" || stage == "拆除" ? 9 : 4) / 100 * (80 + draw.below(41)) / 100
        let isWatched = area < 5_000 ? draw.below(100) < 40 : draw.below(100) < 97
        onlineMonitoring = isWatched
        videoMonitoring = isWatched || draw.below(100) < 50
        isRunning = draw.below(100) >= 5
        treatmentRunning = isRunning && draw.below(100) >= 3
        isCompliant = isRunning && draw.below(100) >= 3
        let isListed = project >= Self.firstLivelihood && draw.below(100) < 25
        livelihood = isListed ? Self.projects[project] : nil
    }
}
