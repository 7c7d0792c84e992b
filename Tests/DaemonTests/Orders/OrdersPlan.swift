/// The test plan with rules for orders, and the list beside it as rows of texts.
struct OrdersPlan {
    typealias Row = [String: String]

    static let text =
        TestPlan.text + """

            enterprises from "enterprises.csv"
            list whitelist "白名单"
            reduce at red at least 30% of VOCs
            measures by_grade "分级措施" lead "市工业和信息化局" {
                industry   grade | yellow              red
                "铸造"     A, B  | limit 20%           limit 50%
                "铸造"     C     | stop 50% of lines   stop
                *          D     | stop                stop
                *          *     | limit 10%           limit 30%
            }
            exemption low_vocs "低VOCs白名单" {
                for enterprise on list whitelist
                barred when violation because "有违规记录"
                while low_vocs_substitution == complete
                grants autonomous
            }
            season kilns "砖瓦错峰" from 11-15 to 03-15 {
                for enterprise industry == "烧结砖瓦"
                stop
            }

            """

    static let columns = [
        "credit_code", "name", "county", "industry", "grade", "vocs", "violation", "low_vocs_substitution", "running", "phone",
    ]
    static let lineColumns = ["credit_code", "line_id", "vocs"]

    var enterprises: [Row] = [
        enterprise(1, "铸造", "B", vocs: 100), enterprise(2, "铸造", "C", vocs: 30), enterprise(3, "家具", "C", vocs: 50),
        enterprise(4, "烧结砖瓦", "A", vocs: 40), enterprise(5, "家具", "D", vocs: 60, ["low_vocs_substitution": "complete"]),
        enterprise(6, "家具", "", vocs: 5), enterprise(7, "家具", "B", vocs: 70, ["running": "no"]),
        enterprise(
            8, "铸造", "C", vocs: 80, ["violation": "yes", "low_vocs_substitution": "complete"]),
    ]
    var lines: [Row] = [
        ["credit_code": code(2), "line_id": "L1", "vocs": "10"], ["credit_code": code(2), "line_id": "L2", "vocs": "20"],
        ["credit_code": code(8), "line_id": "L1", "vocs": "25"], ["credit_code": code(8), "line_id": "L2", "vocs": "35"],
        ["credit_code": code(8), "line_id": "L3", "vocs": "20"],
    ]
    var whitelist = [code(5), code(8)]

    static func enterprise(_ number: Int, _ industry: String, _ grade: String, vocs: Int, _ more: Row = [:]) -> Row {
        let row: Row = [
            "credit_code": code(number), "name": "企业\(number)", "county": number % 2 == 0 ? "东区" : "西区", "industry": industry,
            "grade": grade, "vocs": "\(vocs)",
        ]
        return row.merging(more) { $1 }
    }

    /// A unified social credit code: 17 characters and the one that makes the weighted sum a multiple of 31 (GB 32100-2015).
    static func code(_ number: Int) -> String {
        let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
        let body = "91411000MA400000" + String(number)
        var weight = 1
        var sum = 0
        for character in body {
            sum += weight * (alphabet.firstIndex(of: character) ?? 0)
            weight = weight * 3 % 31
        }
        return body + String(alphabet[(31 - sum % 31) % 31])
    }

    private static func csv(_ columns: [String], _ rows: [Row]) -> String {
        ([columns] + rows.map { row in columns.map { row[$0] ?? "" } }).map { $0.joined(separator: ",") + "\n" }.joined()
    }

    func write(_ place: Place) throws {
        try place.write(plan: Self.text)
        try place.write(plan: Self.csv(Self.columns, enterprises), file: "enterprises.csv")
        try place.write(plan: Self.csv(Self.lineColumns, lines), file: "lines.csv")
        try place.write(plan: Self.csv(["credit_code"], whitelist.map { ["credit_code": $0] }), file: "whitelist.csv")
    }

    static func facts(_ rows: [(code: String, fact: String, value: String, from: String)]) -> String {
        "credit_code,fact,value,from,until,document\n"
            + rows.map { "\($0.code),\($0.fact),\($0.value),\($0.from),,\n" }.joined()
    }
}
