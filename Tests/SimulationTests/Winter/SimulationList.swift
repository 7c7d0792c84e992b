import Lists

/// The list of the simulation, and the rules that speak of it.
enum SimulationList {
    static let codes = (1...6).map { code($0) }

    static func rules(_ variant: SimulationPlans.Variant) -> String {
        let red = variant == .noRed ? ("", "", "", "") : ("  red", "  stop", "  stop", "  limit 60%")
        return """
            enterprises from "enterprises.csv"
            list whitelist
            measures by_grade "分级措施" lead "工信局" {
                grade  | yellow             orange\(red.0)
                B      | limit 20%          stop 50% of lines\(red.1)
                C, D   | stop 50% of lines  stop\(red.2)
                *      | limit \(variant == .stricter ? 15 : 10)%  limit 30%\(red.3)
            }
            exemption low_vocs "白名单" {
                for enterprise on list whitelist
                while low_vocs_substitution == complete
                grants autonomous
            }
            season kilns "砖瓦错峰" from 09-26 to 03-15 {
                for enterprise industry == "烧结砖瓦"
                stop
            }
            """
    }

    static func tables(_ variant: SimulationPlans.Variant) -> [TableFile] {
        let south = variant == .oneArea ? "西区" : "南区"
        let phone = variant == .otherPhones ? "0374-2" : "0374-1"
        var rows = [
            "\(codes[0]),企业1,东区,铸造,\(variant == .otherList ? "A" : "B"),100,,yes,\(phone)",
            "\(codes[1]),企业2,西区,铸造,\(variant == .badList ? "E" : "C"),60,,yes,\(phone)",
            "\(codes[2]),企业3,\(south),家具,D,30,complete,yes,\(phone)", "\(codes[3]),企业4,\(south),烧结砖瓦,B,50,,yes,\(phone)",
        ]
        rows.append(variant == .otherList ? "\(codes[5]),企业6,东区,家具,A,9,,no," : "\(codes[4]),企业5,东区,家具,,9,,yes,")
        return [
            file("enterprises.csv", ["credit_code,name,county,industry,grade,vocs,low_vocs_substitution,running,phone"] + rows),
            file("lines.csv", ["credit_code,line_id,vocs", "\(codes[1]),L1,20", "\(codes[1]),L2,40", "\(codes[3]),L1,50"]),
            file("whitelist.csv", ["credit_code", codes[2]]),
        ]
    }

    private static func file(_ name: String, _ lines: [String]) -> TableFile {
        TableFile(name: name, bytes: Array((lines.joined(separator: "\n") + "\n").utf8))
    }

    private static func code(_ number: Int) -> String {
        let body = "91411000MA500000\(number)"
        return body + (CreditCode.checkCharacter(of: body).map { String($0) } ?? "")
    }
}
