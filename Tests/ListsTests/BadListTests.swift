import AirQuality
import Foundation
import Lists
import PlanModel
import TestSupport
import Testing

/// A list with each mistake that is looked for, and the text that people get to read.
///
/// Set `LANTIAN_GOLDEN=write` to write the text anew after a change that was meant.
@Suite struct BadListTests {
    private static let folder = "\(RecordedData.package)/Tests/ListsTests/Golden"

    private static var files: [String: String] {
        let wrong = String(code(9).dropLast()) + (code(9).hasSuffix("0") ? "1" : "0")
        let other = String(code(77).dropLast(2)) + "AA"
        return [
            "enterprises.csv": """
            统一社会信用代码,企业名称,县区,行业,绩效等级,评级年度,管控类别,SO2,VOCs,在产,保障负荷,garde
            \(code(1)),一厂,魏都区,铸造,A,2024,重点行业,10,4,是,,
            \(code(2)),二厂,魏都,铸建,E,1999,重点,"1,000",-1,也许,120,
            \(code(1)),"又是
            一厂",魏都区,铸造,,,,,,,,
            \(wrong),四厂,建安区,水泥,B,,,1.23456,2,,,
            9141100O,五厂,建安区,水泥,pending,,,,,,,
            \(code(6)),,建安区,,C,2024,,5,5,,,
            """,
            "lines.csv": """
            credit_code,line_id,so2,vocs,interruptible,minimum_load,黄色,橙色,红色
            \(code(1)),L1,6,4,否,,停,运行,停
            \(code(1)),L1,4.5,,是,,,,
            \(code(7)),L1,1,1,是,,,,
            \(code(6)),L1,1,5,是,,,,半停
            """,
            "facilities.csv": """
            credit_code,facility_id,upgrade_deadline,completed
            \(code(1)),F1,2024-10-31,2024-11-31
            \(code(8)),F1,2024-10-31,
            """,
            "sites.csv": """
            site_id,name,county,contractor,施工单位统一社会信用代码,area_m2,longitude
            S1,广场,魏都区,甲公司,\(wrong),5000,200
            S1,学校,东城区,乙公司,,60亩,
            """,
            "whitelist.csv": """
            credit_code,name,from,until,document
            \(code(1)),,2024-01-01,2023-01-01,文1
            \(wrong),,,,
            \(other),,,,
            XCGD0001,,,,
            ,甲公司,,,
            ,丙公司,,,
            ,,2024-01-01,,
            """,
            "facts.csv": """
            credit_code,fact,value,from,until,document
            \(code(1)),grade,C,2024-11-01,,文2
            \(code(1)),绩效等级,D,2024-11-01,,文3
            \(code(1)),gradee,C,2024-11-01,,
            \(code(1)),running,也许,2024-11-01,,
            \(code(1))/L1,红色,运行,2024-11-01,,
            nobody,grade,C,2024-11-01,2024-10-01,
            nobody,grade,C,2024-11-01,,
            \(code(1)),filed_plan,yes,2024-11-01,,
            \(code(1)),credit_code,x,2024-11-01,,
            \(code(1)),so2,5,,,
            """,
        ]
    }

    private static var result: ListResult {
        read(
            files,
            plan(
                counties: ["魏都区", "建安区"], industries: ["铸造", "水泥"],
                lists: [
                    ListName(id: "whitelist", name: "白名单", file: "whitelist.csv"),
                    ListName(id: "livelihood", name: "民生", file: "livelihood.csv"),
                ]))
    }

    private func matches(_ name: String, _ text: String) throws {
        let path = "\(Self.folder)/\(name)"
        if ProcessInfo.processInfo.environment["LANTIAN_GOLDEN"] == "write" {
            try text.write(toFile: path, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
    }

    @Test func textForPeople() throws {
        #expect(Self.result.list == nil)
        try matches("bad-list.txt", ListFindingText(folder: "rules/city").text(Self.result.findings))
    }

    @Test func linesForMachines() throws {
        let text = ListFindingJSON.lines(Self.result.findings)
        try matches("bad-list.jsonl", text)
        for line in text.split(separator: "\n") {
            let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            #expect(
                Set(object.keys) == ["id", "severity", "file", "line", "row", "column", "value", "message", "help"])
        }
    }
}
