/// An enterprise of the sample list. Each is drawn from a stream of its own, so none depends on how many stand before it.
struct SampleEnterprise {
    enum Grade: String {
        case a = "A"
        case b = "B"
        case bMinus = "B-"
        case c = "C"
        case d = "D"
        case pending, leading, ordinary
    }
    enum Category: String { case key, general, micro, guaranteed }
    enum Substitution: String { case complete, partial, none }
    enum Whitelist { case absent, listed, lapsed }

    let number: Int
    let county: SampleCounty
    let industry: SampleIndustry
    let category: Category
    /// Weight by which lines are shared out.
    let lineWeight: Int
    private(set) var grade: Grade?
    private(set) var gradeYear = 2025
    /// SO2, NOx, PM, VOCs in 10^-2 kg/d.
    private(set) var emission = SIMD4<Int>()
    private(set) var substitution: Substitution?
    private(set) var whitelist = Whitelist.absent
    private(set) var treatmentRunning = true
    private(set) var isCompliant = true
    private(set) var isRunning = true
    private(set) var hasViolation = false
    private(set) var guaranteedPercent: Int?
    private(set) var pledges: Pledges?
    /// What is drawn next belongs to its lines and facilities.
    private(set) var draw: SplitMix64

    enum Pledges: Equatable {
        /// The same at every level.
        case always(String)
        /// One a level, yellow first.
        case byLevel([String])
    }

    /// Counties and industries of 1,500 enterprises, county by county.
    private static let places: [(county: Int, industry: Int)] = SampleCounty.all.indices.flatMap { county in
        SampleIndustry.all.indices.flatMap { industry in
            Array(repeating: (county, industry), count: SampleIndustry.all[industry].counts[county])
        }
    }

    /// What decides how many lines it has.
    init(_ number: Int, of count: Int, seed: UInt64) {
        self.number = number
        let place = Self.places[number * Self.places.count / count]
        county = SampleCounty.all[place.county]
        industry = SampleIndustry.all[place.industry]
        draw = SplitMix64(seed: seed ^ UInt64(number) &* 0xD1B5_4A32_D192_ED03)
        draw = SplitMix64(seed: draw.next())
        category = Self.category(of: industry, &draw)
        let middling = industry.lineCount.lowerBound + draw.below(industry.lineCount.count)
        lineWeight = category == .micro ? draw.below(2) : middling
    }

    /// All of it.
    init(completing sketch: Self) {
        self = sketch
        grade = Self.grade(of: industry, category, &draw)
        gradeYear = drawGradeYear()
        emission = drawEmission()
        drawState()
        drawSubstitution()
        if category == .guaranteed, !chance(100) { guaranteedPercent = 80 + 5 * draw.below(4) }
        pledges = drawPledges()
    }

    /// Whether so many in a thousand come true.
    private mutating func chance(_ perMille: Int) -> Bool { draw.below(1000) < perMille }

    private static func category(of industry: SampleIndustry, _ draw: inout SplitMix64) -> Category {
        let lot = draw.below(1000)
        if industry.name == "供热" { return lot < 900 ? .guaranteed : .key }
        if lot < industry.general * 10 { return .general }
        if lot < (industry.general + industry.micro) * 10 { return .micro }
        return industry.micro > 0 && lot >= 990 ? .guaranteed : .key
    }

    private static func grade(of industry: SampleIndustry, _ category: Category, _ draw: inout SplitMix64) -> Grade? {
        let lot = draw.below(100)
        // A few were never graded: the list's check says so.
        let isForgotten = draw.below(1000) < 12
        switch category {
        case .general: return isForgotten ? nil : lot < 12 ? .leading : .ordinary
        case .micro: return isForgotten ? nil : .ordinary
        case .key, .guaranteed:
            var rest = lot
            for (share, grade) in zip(industry.grades, [Grade.a, .b, .bMinus, .c, .d, .pending]) {
                if rest < share { return grade }
                rest -= share
            }
            return .c
        }
    }

    private mutating func drawGradeYear() -> Int { grade == .d ? (chance(700) ? 2024 : 2023) : 2022 + draw.below(4) }

    /// In percent of a middling plant, as sizes spread: many small ones, few large.
    private static let sizes = [38, 48, 56, 62, 70, 77, 85, 93, 102, 113, 126, 142, 160, 182, 210, 245]

    private mutating func drawEmission() -> SIMD4<Int> {
        let size = Self.sizes[draw.below(Self.sizes.count)]
        let category =
            switch category {
            case .key, .guaranteed: 100
            case .general: 45
            case .micro: 12
            }
        let grade =
            switch grade {
            case .a: 50
            case .b, .leading: 70
            case .bMinus: 85
            case .d: 135
            default: 100
            }
        var values = SIMD4<Int>()
        for pollutant in 0..<4 {
            let jitter = 100 + draw.deviation(20)
            values[pollutant] = industry.emission[pollutant] * size * category / 10_000 * grade * jitter / 10_000
        }
        return values
    }

    private mutating func drawState() {
        isRunning = !chance(22)
        treatmentRunning = isRunning && !chance(6)
        isCompliant = isRunning && !chance(6)
        hasViolation = chance(8)
    }

    private mutating func drawSubstitution() {
        guard industry.usesSolvents else { return }
        let lot = draw.below(1000)
        substitution = lot < 170 ? .complete : lot < 470 ? .partial : Substitution.none
        switch substitution {
        case .complete: whitelist = chance(600) ? .listed : chance(80) ? .lapsed : .absent
        // Listed when the replacement was complete, which it no longer is.
        case .partial: whitelist = chance(8) ? .listed : .absent
        default: break
        }
    }

    /// What an autonomous plant pledged; some have not.
    private mutating func drawPledges() -> Pledges? {
        guard grade == .a || grade == .leading || whitelist == .listed, !chance(50) else { return nil }
        if industry.usesSolvents {
            return .always(chance(500) ? "停止使用溶剂型清洗剂，喷涂作业错峰至夜间" : "印刷涂装工序每日减少4小时，停用柴油叉车")
        }
        let share = 5 + 5 * draw.below(3)
        return .byLevel(["负荷下调\(share)%", "负荷下调\(share * 2)%，停止国四柴油车运输", "负荷下调\(share * 3)%，停止公路运输"])
    }
}
