import AirQuality
import PlanModel

/// Writes rows into the tables of a sample list.
struct SampleListWriter {
    let list: SampleList
    let words: SampleWords
    private var enterprises: TableText
    private var lines: TableText
    private var facilities: TableText
    private var sites: TableText
    private var facts: SampleFacts
    private var whitelist = TableText(capacity: 1 << 14)
    private var livelihood = TableText(capacity: 1 << 12)
    private var blacklist = TableText(capacity: 1 << 12)

    init(_ list: SampleList) {
        self.list = list
        words = SampleWords(list.heads)
        enterprises = TableText(capacity: list.enterprises * 320)
        lines = TableText(capacity: list.lines * 96)
        facilities = TableText(capacity: list.enterprises * 48)
        sites = TableText(capacity: list.sites * 280)
        facts = SampleFacts(words)
        begin()
    }

    private mutating func begin() {
        let levels = words.levels("", "")
        Self.row(
            &enterprises,
            words.heads(
                [
                    "credit_code", "name", "permit", "county", "longitude", "latitude", "industry", "grade", "grade_year",
                    "class", "so2",
                    "nox", "pm", "vocs", "low_vocs_substitution", "treatment_running", "emissions_compliant", "running",
                    "violation",
                    "guaranteed_percent", "pledge",
                ], of: .enterprises) + words.levels("pledge_", "自主减排承诺_")
                + words.heads(["electricity_account", "contact", "phone"], of: .enterprises))
        Self.row(
            &lines,
            words.heads(
                [
                    "credit_code", "line_id", "name", "so2", "nox", "pm", "vocs", "running", "interruptible", "minimum_load",
                    "backup_treatment",
                ], of: .lines) + levels)
        Self.row(
            &facilities,
            words.heads(["credit_code", "facility_id", "name", "process", "upgrade_deadline", "completed"], of: .facilities))
        Self.row(
            &sites,
            words.heads(
                [
                    "site_id", "name", "county", "contractor", "contractor_code", "stage", "area_m2", "longitude", "latitude",
                    "pm",
                    "online_monitoring", "video_monitoring", "treatment_running", "emissions_compliant", "running", "contact",
                    "phone",
                ], of: .sites))
        let names = words.heads(["credit_code", "name", "from", "until", "document", "reason"], of: .names)
        Self.row(&whitelist, names)
        // Sites have no credit code: their lists name them by id.
        Self.row(&livelihood, list.heads == .chinese ? ["编号"] + names.dropFirst() : names)
        Self.row(&blacklist, names)
        for number in 0..<(list.sites > 0 ? SampleContractor.count(ofSites: list.sites) : 0) { blacklistContractor(number) }
    }

    private static func row(_ table: inout TableText, _ cells: [String]) {
        for cell in cells { table.cell(cell) }
        table.endRow()
    }

    mutating func finished() -> [SampleTable] {
        zip(SampleList.tableNames, [enterprises, lines, facilities, sites, facts.text, whitelist, livelihood, blacklist])
            .map { SampleTable(name: $0, bytes: $1.bytes) }
    }

    /// An enterprise with its lines and facilities, and what the lists and the facts say of them.
    mutating func add(_ enterprise: SampleEnterprise, lines count: Int) {
        var draw = enterprise.draw
        let code = SampleCode.text(enterprise.number, seed: list.seed)
        let name = name(of: enterprise, &draw)
        write(enterprise, code, name, &draw)
        let itsLines = SampleLine.lines(of: enterprise, count: count, &draw)
        for line in itsLines { write(line, code) }
        let itsFacilities = SampleFacility.facilities(of: enterprise, &draw)
        for facility in itsFacilities {
            Self.row(
                &facilities,
                [
                    code, "F\(facility.number)", facility.name, facility.process, facility.upgradeDeadline?.description ?? "",
                    facility.completed?.description ?? "",
                ])
        }
        if enterprise.whitelist != .absent {
            let until = enterprise.whitelist == .lapsed ? "2025-06-30" : "2026-12-31"
            Self.row(
                &whitelist,
                [code, name, "2025-01-01", until, SampleDocument.number(&draw, year: 2024), "原辅材料完成低VOCs替代"])
        }
        facts.add(of: enterprise, code, itsLines, itsFacilities, &draw)
    }

    private func name(of enterprise: SampleEnterprise, _ draw: inout SplitMix64) -> String {
        let brand = SampleName.brand(enterprise.number, of: list.enterprises, seed: list.seed)
        let trades = enterprise.industry.trades
        let ending =
            enterprise.category == .micro
            ? (draw.below(2) == 0 ? "厂" : "加工厂") : (draw.below(8) == 0 ? "有限责任公司" : "有限公司")
        return enterprise.county.prefix + brand + trades[draw.below(trades.count)] + ending
    }

    private mutating func write(_ enterprise: SampleEnterprise, _ code: String, _ name: String, _ draw: inout SplitMix64) {
        let county = enterprise.county
        enterprises.cell(code)
        enterprises.cell(name)
        // Small ones are registered (X) rather than permitted (P).
        enterprises.cell(code + (enterprise.category == .micro ? "001X" : "001P"))
        enterprises.cell(county.name)
        enterprises.degrees(county.longitude + draw.deviation(county.radius))
        enterprises.degrees(county.latitude + draw.deviation(county.radius))
        enterprises.cell(enterprise.industry.name)
        enterprises.cell(words.value(enterprise.grade?.rawValue, of: "grade"))
        enterprises.cell(enterprise.grade == nil ? nil : enterprise.gradeYear)
        enterprises.cell(words.value(enterprise.category.rawValue, of: "class"))
        enterprises.hundredths(enterprise.emission)
        enterprises.cell(words.value(enterprise.substitution?.rawValue, of: "low_vocs_substitution"))
        enterprises.cell(words.answer(enterprise.treatmentRunning))
        enterprises.cell(words.answer(enterprise.isCompliant))
        enterprises.cell(words.answer(enterprise.isRunning))
        enterprises.cell(words.answer(enterprise.hasViolation))
        enterprises.cell(enterprise.guaranteedPercent)
        var pledges = ["", "", "", ""]
        switch enterprise.pledges {
        case .always(let text): pledges[0] = text
        case .byLevel(let texts): pledges.replaceSubrange(1..., with: texts)
        case nil: break
        }
        for pledge in pledges { enterprises.cell(pledge) }
        enterprises.cell("00" + padded(draw.below(100_000_000), 8))
        enterprises.cell(SampleName.contact(&draw))
        enterprises.cell(SampleName.phone(&draw))
        enterprises.endRow()
    }

    private mutating func write(_ line: SampleLine, _ code: String) {
        lines.cell(code)
        lines.cell("L\(line.number)")
        lines.cell(line.name)
        lines.hundredths(line.emission)
        lines.cell(words.answer(line.isRunning))
        lines.cell(words.answer(line.minimumLoad == nil))
        lines.cell(line.minimumLoad)
        lines.cell(words.answer(line.hasBackup))
        for level in 0..<3 {
            lines.cell(line.stopsAt.map { $0 <= level ? words.stop : words.no } ?? "")
        }
        lines.endRow()
    }

    mutating func add(_ site: SampleSite) {
        var draw = SplitMix64(seed: list.seed ^ UInt64(site.number))
        for cell in [site.id, site.name, site.county.name, site.contractor.name, site.contractor.code, site.stage] {
            sites.cell(cell)
        }
        sites.cell(site.area)
        sites.degrees(site.county.longitude + draw.deviation(site.county.radius))
        sites.degrees(site.county.latitude + draw.deviation(site.county.radius))
        sites.hundredths(site.dust)
        for answer in [site.onlineMonitoring, site.videoMonitoring, site.treatmentRunning, site.isCompliant, site.isRunning] {
            sites.cell(words.answer(answer))
        }
        sites.cell(SampleName.contact(&draw))
        sites.cell(SampleName.phone(&draw))
        sites.endRow()
        if let reason = site.livelihood {
            Self.row(&livelihood, [site.id, site.name, "2025-10-15", "2026-10-14", SampleDocument.number(&draw), reason])
        }
        facts.add(of: site, &draw)
    }

    private mutating func blacklistContractor(_ number: Int) {
        let contractor = SampleContractor(number, of: SampleContractor.count(ofSites: list.sites), seed: list.seed)
        guard contractor.isBlacklisted else { return }
        var draw = SplitMix64(seed: list.seed &+ UInt64(number) &* 977)
        let reasons = ["裸土未覆盖", "出入口未冲洗", "湿法作业不到位", "渣土车未密闭"]
        Self.row(
            &blacklist,
            [
                contractor.code, contractor.name, (SampleDay.revision + -draw.below(120)).description, "2026-06-30",
                SampleDocument.number(&draw), reasons[draw.below(reasons.count)],
            ])
    }
}
