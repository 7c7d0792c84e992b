import AirQuality
import Lists
import PlanLanguage
import PlanModel

extension FuzzEntry {
    static let listEntries = [
        FuzzEntry(name: "facts", run: facts), FuzzEntry(name: "list", run: list),
    ]

    private static func facts(_ bytes: [UInt8]) {
        for content in [bytes, Array("credit_code,fact,value,from,until,document\n".utf8) + bytes] {
            _ = FactsReader.isFacts(content)
            let (facts, findings) = FactsReader.read(content, name: "facts.csv")
            for fact in facts { require(fact.line >= 2 && !fact.fact.fact.isEmpty, "a fact from nowhere") }
            for finding in findings { require(!finding.message.isEmpty, "a finding without words") }
        }
    }

    private static let plan: Plan? = {
        let text = """
            plan "p" { basis "b" zone "UTC" levels yellow < red }
            area a "a" { stations S }
            level yellow "黄色" { issue when observed hourly AQI > 150 cites "c" }
            level red "红色" { issue when observed hourly AQI > 200 cites "c" }
            enterprises from "enterprises.csv"
            list white "white" from "white.csv"
            exemption e "e" { for enterprise on list white grants autonomous cites "c" }
            """
        return PlanChecker.check(files: [SourceFile(name: "p.plan", text: text)], zone: { _ in .utc }).plan
    }()

    /// Tables in sections that begin with `=== NAME`; what stands before the first are enterprises.
    private static func list(_ bytes: [UInt8]) {
        guard let plan else { preconditionFailure("the plan of the list is none") }
        let files = sections(bytes).map { TableFile(name: $0.name == "0.plan" ? "enterprises.csv" : $0.name, bytes: $0.content) }
        let result = ListReader.read(files: files, plan: plan)
        require(result.list != nil || result.hasErrors, "no list and no error")
        for finding in result.findings { require(!finding.message.isEmpty, "a finding without words") }
    }
}
