/// An industry of the action plan: how many enterprises it has where, and what they are like.
///
/// Counts, grades and emissions are made up to look like those of such a city; nothing in them was reported by anyone.
struct SampleIndustry: Sendable {
    /// As plans write it.
    let name: String
    /// What enterprises call what they do.
    let trades: [String]
    /// What their lines are called, in turn.
    let lines: [String]
    /// Treatment facilities and their processes, in turn.
    let treatment: [(name: String, process: String)]
    /// Enterprises in each county, of 1,500.
    let counts: [Int]
    /// A plant of middling size: SO2, NOx, PM, VOCs in 10^-2 kg/d.
    let emission: [Int]
    /// Of 100 key enterprises, those at A, B, B-, C, D, pending.
    let grades: [Int]
    /// Of 100 enterprises, those that are general and those that are micro.
    let general: Int
    let micro: Int
    /// Lines of a middling plant.
    let lineCount: ClosedRange<Int>
    /// Of 100 lines, those that cannot be interrupted, and the load in percent to which they can be banked.
    let continuous: Int
    let minimumLoad: ClosedRange<Int>
    /// Whether it works with paints, inks or glue, so that low-VOCs materials can replace them.
    let usesSolvents: Bool

    private static let kiln = [
        (name: "脱硝设施", process: "SCR"), (name: "除尘设施", process: "覆膜袋式除尘"), (name: "脱硫设施", process: "石灰石-石膏湿法"),
    ]
    private static let dust = [(name: "除尘设施", process: "覆膜滤筒除尘"), (name: "废气治理设施", process: "活性炭吸附")]
    private static let solvent = [
        (name: "VOCs治理设施", process: "活性炭吸附+催化燃烧"), (name: "VOCs治理设施", process: "RTO"), (name: "VOCs治理设施", process: "沸石转轮+RTO"),
    ]

    static let all: [SampleIndustry] = [
        .init(
            name: "钢铁", trades: ["特钢", "钢铁"], lines: ["烧结机", "高炉", "转炉", "轧钢线"], treatment: kiln,
            counts: [0, 0, 1, 2, 0, 1, 0, 0, 0], emission: [28_000, 62_000, 55_000, 3_000], grades: [25, 50, 0, 25, 0, 0],
            general: 0,
            micro: 0, lineCount: 4...6, continuous: 70, minimumLoad: 65...75, usesSolvents: false),
        .init(
            name: "水泥", trades: ["水泥", "建材"], lines: ["熟料生产线", "水泥磨"], treatment: kiln,
            counts: [0, 1, 5, 2, 0, 1, 0, 0, 0], emission: [6_000, 42_000, 17_000, 300], grades: [20, 40, 20, 20, 0, 0],
            general: 0,
            micro: 0, lineCount: 2...4, continuous: 0, minimumLoad: 0...0, usesSolvents: false),
        .init(
            name: "焦化", trades: ["焦化", "焦化能源"], lines: ["焦炉", "焦炉", "化产回收线"], treatment: kiln,
            counts: [0, 0, 1, 0, 0, 4, 0, 0, 0], emission: [17_000, 58_000, 21_000, 42_000], grades: [0, 60, 20, 20, 0, 0],
            general: 0,
            micro: 0, lineCount: 3...6, continuous: 100, minimumLoad: 60...75, usesSolvents: false),
        .init(
            name: "烧结砖瓦", trades: ["新型墙材", "页岩砖", "建材"], lines: ["隧道窑", "隧道窑", "破碎成型线"], treatment: kiln,
            counts: [0, 10, 14, 8, 8, 12, 0, 0, 0], emission: [6_200, 5_400, 2_900, 0], grades: [0, 8, 12, 66, 12, 2], general: 0,
            micro: 0, lineCount: 1...3, continuous: 0, minimumLoad: 0...0, usesSolvents: false),
        .init(
            name: "铸造", trades: ["铸造", "精密铸造", "铸业"], lines: ["电炉熔炼线", "造型线", "浇注线", "抛丸清理线"], treatment: dust,
            counts: [0, 22, 92, 58, 6, 14, 0, 4, 0], emission: [320, 680, 1_700, 950], grades: [4, 12, 16, 60, 4, 4], general: 5,
            micro: 6, lineCount: 2...5, continuous: 0, minimumLoad: 0...0, usesSolvents: false),
        .init(
            name: "再生金属", trades: ["再生资源", "金属材料", "铝业"], lines: ["熔炼炉", "精炼炉", "铸锭线"], treatment: kiln,
            counts: [0, 4, 4, 118, 0, 2, 0, 0, 0], emission: [1_500, 2_300, 1_900, 600], grades: [5, 14, 18, 55, 4, 4],
            general: 3,
            micro: 4, lineCount: 2...5, continuous: 6, minimumLoad: 45...60, usesSolvents: false),
        .init(
            name: "耐火材料", trades: ["耐火材料", "耐材", "高温材料"], lines: ["隧道窑", "梭式窑", "破粉碎线"], treatment: kiln,
            counts: [0, 0, 102, 10, 0, 6, 0, 0, 0], emission: [880, 1_600, 1_450, 180], grades: [4, 12, 16, 60, 4, 4], general: 4,
            micro: 5, lineCount: 2...5, continuous: 4, minimumLoad: 50...60, usesSolvents: false),
        .init(
            name: "家具", trades: ["家具", "木业", "家居"], lines: ["开料线", "喷漆线", "封边线"], treatment: solvent,
            counts: [10, 20, 8, 22, 30, 0, 6, 5, 3], emission: [0, 30, 260, 1_150], grades: [4, 12, 14, 62, 4, 4], general: 12,
            micro: 22, lineCount: 1...3, continuous: 0, minimumLoad: 0...0, usesSolvents: true),
        .init(
            name: "人造板", trades: ["板业", "木业", "装饰板材"], lines: ["热压线", "砂光线", "涂胶线"], treatment: solvent,
            counts: [0, 18, 4, 20, 34, 10, 0, 0, 0], emission: [160, 720, 900, 1_700], grades: [3, 10, 14, 65, 4, 4], general: 6,
            micro: 10, lineCount: 1...4, continuous: 0, minimumLoad: 0...0, usesSolvents: true),
        .init(
            name: "工业涂装", trades: ["机械", "装备制造", "汽车零部件", "电气设备"], lines: ["喷漆线", "喷粉线", "烘干线", "前处理线"], treatment: solvent,
            counts: [30, 60, 42, 110, 12, 16, 18, 30, 4], emission: [30, 180, 340, 2_100], grades: [5, 14, 15, 58, 4, 4],
            general: 12,
            micro: 14, lineCount: 1...5, continuous: 0, minimumLoad: 0...0, usesSolvents: true),
        .init(
            name: "包装印刷", trades: ["印务", "包装", "彩印"], lines: ["凹印机", "柔印机", "复合机", "胶印机"], treatment: solvent,
            counts: [40, 50, 24, 50, 14, 12, 10, 20, 6], emission: [0, 40, 30, 1_900], grades: [5, 13, 14, 60, 4, 4], general: 12,
            micro: 16, lineCount: 1...5, continuous: 0, minimumLoad: 0...0, usesSolvents: true),
        .init(
            name: "陶瓷", trades: ["陶瓷", "卫生陶瓷", "瓷业"], lines: ["辊道窑", "隧道窑", "喷雾干燥塔", "施釉线"], treatment: kiln,
            counts: [0, 4, 170, 30, 0, 2, 0, 0, 0], emission: [720, 1_850, 800, 110], grades: [4, 13, 16, 59, 4, 4], general: 6,
            micro: 12, lineCount: 1...5, continuous: 12, minimumLoad: 40...60, usesSolvents: false),
        .init(
            name: "供热", trades: ["热力", "供热", "能源"], lines: ["燃煤锅炉", "燃气锅炉", "生物质锅炉"], treatment: kiln,
            counts: [6, 7, 8, 8, 5, 4, 2, 3, 1], emission: [3_100, 7_600, 1_100, 40], grades: [10, 45, 20, 25, 0, 0], general: 0,
            micro: 0,
            lineCount: 1...4, continuous: 0, minimumLoad: 0...0, usesSolvents: false),
    ]
}
