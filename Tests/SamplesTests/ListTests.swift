import PlanModel
import Samples
import Testing

struct ListTests {
    private static let english = ListTables(SampleList(heads: .english))
    private static let pollutants = EmittedPollutant.allCases.map { $0.name.lowercased() }

    @Test func theSameNumbersGiveTheSameBytes() {
        #expect(SampleList.xuchang.tables() == SampleList().tables())
        #expect(SampleList(seed: 1).tables() != SampleList(seed: 2).tables())
        #expect(SampleList.xuchang.tables().map(\.name) == SampleList.tableNames)
    }

    @Test(arguments: [(1_500, 4_000, 300), (60, 500, 7), (1, 0, 0), (900, 1, 40)])
    func thereAreAsManyRowsAsAskedFor(enterprises: Int, lines: Int, sites: Int) {
        let tables = ListTables(SampleList(seed: 5, enterprises: enterprises, lines: lines, sites: sites, heads: .english))
        #expect(tables["enterprises"].count == enterprises)
        #expect(tables["sites"].count == sites)
        #expect(tables["lines"].count == lines)
    }

    @Test func numbersBeyondTheBoundsAreBroughtWithinThem() {
        let list = SampleList(enterprises: -3, lines: 1 << 40, sites: -1)
        #expect(list.enterprises == 1 && list.lines == SampleList.maximumLines && list.sites == 0)
        #expect(SampleList(enterprises: 1 << 40).enterprises == SampleList.maximumEnterprises)
    }

    @Test func everyRowHasACellForEachHead() {
        for table in SampleList.xuchang.tables() {
            let lines = String(decoding: table.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            let commas = lines.dropLast().map { line in line.utf8.count { $0 == UInt8(ascii: ",") } }
            #expect(lines.last == "" && Set(commas).count == 1, "\(table.name)")
        }
    }

    /// Both languages speak of the same list.
    @Test func headsAreThoseOfTheLayout() {
        let kinds: [(String, TableKind)] = [
            ("enterprises", .enterprises), ("lines", .lines), ("facilities", .facilities), ("sites", .sites), ("facts", .facts),
            ("whitelist", .names), ("livelihood", .names), ("dust_blacklist", .names),
        ]
        let chinese = ListTables(.xuchang)
        for (name, kind) in kinds {
            let english = Self.english.heads[name + ".csv"] ?? []
            let other = chinese.heads[name + ".csv"] ?? []
            #expect(english.count == other.count && !english.isEmpty)
            for (head, translated) in zip(english, other) {
                if let column = kind.column(head) {
                    #expect(!column.isDerived && column.chinese.contains(translated), "\(name): \(head) is \(translated)")
                } else {
                    #expect(["yellow", "orange", "red"].contains { head == $0 || head == "pledge_" + $0 }, "\(name): \(head)")
                }
            }
            for column in kind.layout where column.isRequired {
                #expect(english.contains(column.name), "\(name): \(column.name)")
            }
            #expect(Self.english[name].count == chinese[name].count)
        }
    }

    @Test func codesAreValidAndNoneComesTwice() {
        let enterprises = Self.english["enterprises"].compactMap { $0["credit_code"] }
        let contractors = Set(Self.english["sites"].compactMap { $0["contractor_code"] })
        #expect(Set(enterprises).count == 1_500)
        #expect(Set(enterprises).isDisjoint(with: contractors))
        for code in enterprises + contractors { #expect(Self.isValid(code), "\(code)") }
        // The example of GB 32100-2015, and what a slip of one character makes of it.
        #expect(Self.isValid("91350100M000100Y43") && !Self.isValid("91350100M000100Y34"))
    }

    /// GB 32100-2015: the sum of all characters, the check included, by powers of 3, is a multiple of 31.
    private static func isValid(_ code: String) -> Bool {
        let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
        let values = code.compactMap(alphabet.firstIndex)
        guard values.count == 18, code.count == 18 else { return false }
        var weight = 1
        var sum = 0
        for value in values.dropLast() {
            sum += value * weight
            weight = weight * 3 % 31
        }
        return (sum + values[17]) % 31 == 0
    }

    @Test func linesAddUpToTheirEnterprise() {
        var sums: [String: [Int]] = [:]
        for line in Self.english["lines"] {
            let values = Self.pollutants.map { ListTables.hundredths(line[$0]) ?? -1 }
            #expect(values.allSatisfy { $0 >= 0 })
            sums[line["credit_code"] ?? "", default: [0, 0, 0, 0]] = zip(sums[line["credit_code"] ?? ""] ?? [0, 0, 0, 0], values)
                .map(+)
        }
        var found = 0
        for enterprise in Self.english["enterprises"] {
            guard let sum = sums[enterprise["credit_code"] ?? ""] else { continue }
            found += 1
            #expect(sum == Self.pollutants.map { ListTables.hundredths(enterprise[$0]) })
        }
        #expect(found == sums.count && found > 1_300)
    }

    @Test func aFiledPlanNeverStopsLessAtAHigherLevel() {
        var filed: [String: Set<Bool>] = [:]
        for line in Self.english["lines"] {
            let cells = ["yellow", "orange", "red"].map { line[$0] ?? "" }
            #expect(
                [["", "", ""], ["no", "no", "no"], ["no", "no", "yes"], ["no", "yes", "yes"], ["yes", "yes", "yes"]].contains(
                    cells))
            filed[line["credit_code"] ?? "", default: []].insert(cells[0] != "")
        }
        // A plant has filed for all of its lines or for none; both kinds are there.
        #expect(filed.values.allSatisfy { $0.count == 1 })
        #expect(Set(filed.values).count == 2)
    }

    /// What the rules of rules/xuchang speak of is there to be seen.
    @Test func theListHasWhatEachRuleSpeaksOf() {
        let tables = Self.english
        let grades = Dictionary(grouping: tables["enterprises"]) { $0["grade"] ?? "" }.mapValues(\.count)
        #expect(["A", "B", "B-", "C", "D", "leading", "ordinary", "pending"].allSatisfy { (grades[$0] ?? 0) > 5 })
        #expect((1...10).contains(grades[""] ?? 0))
        #expect(Set(tables["enterprises"].map { $0["industry"] }).count == 13)
        #expect(Set(tables["enterprises"].map { $0["county"] }).count == 9)
        let late = tables["facilities"].filter {
            $0["upgrade_deadline"] == "2024-10-31" && ($0["completed"] ?? "") > "2024-10-31"
        }
        let open = tables["facilities"].filter { $0["upgrade_deadline"] == "2024-10-31" && $0["completed"] == "" }
        #expect(late.count > 10 && open.count > 5 && tables["facilities"].count > 300)
        let barred = Set(tables["dust_blacklist"].compactMap { $0["name"] })
        let contractors = Dictionary(uniqueKeysWithValues: tables["sites"].map { ($0["site_id"] ?? "", $0["contractor"] ?? "") })
        let refused = tables["livelihood"].filter { barred.contains(contractors[$0["credit_code"] ?? ""] ?? "") }
        #expect(!refused.isEmpty && refused.count < tables["livelihood"].count)
        let continuous = tables["lines"].filter { $0["interruptible"] == "no" }
        #expect(continuous.contains { $0["backup_treatment"] == "no" } && continuous.allSatisfy { $0["minimum_load"] != "" })
        #expect(Set(tables["facts"].compactMap { $0["fact"] }).isSuperset(of: ["grade", "running", "violation", "completed"]))
    }

    @Test func factsSpeakOfRowsThatAreThere() {
        let tables = Self.english
        var subjects = Set(tables["enterprises"].compactMap { $0["credit_code"] } + tables["sites"].compactMap { $0["site_id"] })
        subjects.formUnion(tables["lines"].map { ($0["credit_code"] ?? "") + "/" + ($0["line_id"] ?? "") })
        subjects.formUnion(tables["facilities"].map { ($0["credit_code"] ?? "") + "/" + ($0["facility_id"] ?? "") })
        let strangers = tables["facts"].compactMap { $0["credit_code"] }.filter { !subjects.contains($0) }
        #expect(strangers.isEmpty)
    }

    @Test func namesAreNobodyElses() {
        let known = ["黄河旋风", "瑞贝卡", "森源", "众品", "金汇", "首山", "天瑞", "平煤", "许继", "德通", "大周", "钧", "锦源", "鑫"]
        let names = Self.english["enterprises"].compactMap { $0["name"] } + Self.english["sites"].compactMap { $0["contractor"] }
        #expect(Set(Self.english["enterprises"].compactMap { $0["name"] }).count == 1_500)
        for name in names { #expect(!known.contains(where: name.contains), "\(name)") }
    }
}
