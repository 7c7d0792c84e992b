import AirQuality
import PlanModel

/// What changed after the list was drawn up: the dated facts of a sample list.
struct SampleFacts {
    private(set) var text = TableText(capacity: 1 << 16)
    private let words: SampleWords
    private let isChinese: Bool

    init(_ words: SampleWords) {
        self.words = words
        isChinese = words.yes == "是"
        let heads = words.heads(["credit_code", "fact", "value", "from", "until", "document"], of: .facts)
        // Its subjects are enterprises, sites, lines and facilities.
        for head in isChinese ? ["编号"] + heads.dropFirst() : heads { text.cell(head) }
        text.endRow()
    }

    private mutating func add(
        _ subject: String, _ column: String, of table: TableKind, _ value: String, from: LocalDate, until: LocalDate? = nil,
        _ document: String
    ) {
        for cell in [
            subject, words.head(column, of: table), value, from.description, until?.description ?? "", document,
        ] { text.cell(cell) }
        text.endRow()
    }

    mutating func add(
        of enterprise: SampleEnterprise, _ code: String, _ lines: [SampleLine], _ facilities: [SampleFacility],
        _ draw: inout SplitMix64
    ) {
        let day = SampleDay.afterRevision(&draw)
        let document = SampleDocument.number(&draw)
        let lot = draw.below(1000)
        if let grade = newGrade(of: enterprise, lot, &draw) {
            add(code, "grade", of: .enterprises, words.value(grade.rawValue, of: "grade"), from: day, document)
            add(code, "grade_year", of: .enterprises, "2025", from: day, document)
        } else if enterprise.grade == .d, enterprise.industry.name == "烧结砖瓦", lot < 800 {
            // Closed by the day of the action plan (二(二)).
            add(code, "running", of: .enterprises, words.no, from: SampleDay.revision + 16, document)
        } else if enterprise.isRunning, lot < 10 {
            add(code, "running", of: .enterprises, words.no, from: day, document)
        } else if enterprise.isRunning, lot < 16 {
            add(code, "running", of: .enterprises, words.no, from: day, until: day + (10 + draw.below(40)), document)
        } else if !enterprise.isRunning, lot < 150 {
            add(code, "running", of: .enterprises, words.yes, from: day, document)
        } else if lot >= 988 {
            add(code, "violation", of: .enterprises, words.yes, from: day, until: day + 180, document)
        } else if lot >= 983 {
            add(code, "treatment_running", of: .enterprises, words.no, from: day, until: day + (2 + draw.below(10)), document)
        }
        if enterprise.whitelist == .listed, enterprise.substitution == .complete, draw.below(100) < 4 {
            add(
                code, "low_vocs_substitution", of: .enterprises, words.value("partial", of: "low_vocs_substitution"), from: day,
                document)
        }
        for line in lines where line.isRunning && draw.below(1000) < 3 {
            add("\(code)/L\(line.number)", "running", of: .lines, words.no, from: day, document)
        }
        for facility in facilities where facility.upgradeDeadline != nil && facility.completed == nil && draw.below(100) < 40 {
            add("\(code)/F\(facility.number)", "completed", of: .facilities, day.description, from: day, document)
        }
    }

    /// A grade that was raised, lowered or granted, by a lot of 1,000. Almost every D is gone by the end of the year, as the action
    /// plan wants it (七(三)); brick kilns are closed instead.
    private func newGrade(of enterprise: SampleEnterprise, _ lot: Int, _ draw: inout SplitMix64) -> SampleEnterprise.Grade? {
        let choice = draw.below(100)
        switch enterprise.grade {
        case .d where enterprise.industry.name != "烧结砖瓦": return lot < 900 ? .c : nil
        case .pending where lot < 600: return choice < 45 ? .c : choice < 75 ? .bMinus : .b
        case .c where lot >= 20 && lot < 40: return choice < 70 ? .bMinus : .b
        case .a, .b, .bMinus: return lot >= 20 && lot < 32 ? .c : nil
        default: return nil
        }
    }

    mutating func add(of site: SampleSite, _ draw: inout SplitMix64) {
        let day = SampleDay.afterRevision(&draw)
        let document = SampleDocument.number(&draw)
        let lot = draw.below(1000)
        if lot < 30, site.isRunning {
            add(site.id, "running", of: .sites, words.no, from: day, document)
        } else if lot < 50 {
            add(site.id, "treatment_running", of: .sites, words.no, from: day, until: day + (3 + draw.below(20)), document)
        } else if lot < 70, !site.onlineMonitoring {
            add(site.id, "online_monitoring", of: .sites, words.yes, from: day, document)
        } else if lot < 110, site.stage == "土石方" {
            add(site.id, "stage", of: .sites, "主体结构", from: day, document)
        }
    }
}
