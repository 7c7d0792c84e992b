import AirQuality
public import PlanModel

/// Reads events files: CSV in UTF-8 with a head and the columns from, to, level and, if there are several areas, area.
///
/// A time has an offset or is read in the plan's zone; a bare date is its midnight in `from`, its end in `to`. A blank `to` means not
/// over yet. Columns may stand in any order; others are not read. A bad row is reported with its line and left out.
public struct EventTable: Sendable {
    /// What is wrong with a row.
    public struct Problem: Hashable, Sendable, CustomStringConvertible {
        public var line: Int
        public var reason: String

        public var description: String { "\(line): \(reason)" }
    }

    /// Bytes of a file.
    public static let byteLimit = 4 << 20
    public static let rowLimit = 100_000
    /// Problems that are kept; more are counted.
    public static let problemLimit = 100

    /// In the order of the file.
    public private(set) var warnings: [IssuedWarning] = []
    public private(set) var problems: [Problem] = []
    public private(set) var problemCount = 0
    /// Rows of areas that the plan does not have.
    public private(set) var otherAreas = 0
    /// Why nothing was read; nil: the file was read.
    public private(set) var rejection: String?

    private let plan: Plan

    private enum Column: CaseIterable {
        case from, to, level, area

        var names: [String] {
            switch self {
            case .from: ["from", "start", "开始", "开始时间", "起", "自", "发布时间"]
            case .to: ["to", "end", "until", "结束", "结束时间", "止", "至", "解除时间"]
            case .level: ["level", "级别", "等级", "预警级别", "预警等级"]
            case .area: ["area", "city", "地区", "区域", "城市"]
            }
        }
    }

    /// - Parameter plan: Says which levels and areas there are, and in which zone times without offset are.
    public init(_ bytes: [UInt8], plan: Plan) {
        self.plan = plan
        guard bytes.count <= Self.byteLimit else {
            rejection = "the file has \(bytes.count) bytes, more than the \(Self.byteLimit) allowed"
            return
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            rejection = "the file is not UTF-8: save it as CSV in UTF-8"
            return
        }
        var records = EventRecords(text)
        guard let head = records.next() else {
            rejection = "the file is empty: its first line names the columns from, to, level"
            return
        }
        let names = head.cells.map { $0.lowercased() }
        var places: [Column: Int] = [:]
        for column in Column.allCases { places[column] = names.firstIndex { column.names.contains($0) } }
        let missing = [Column.from, .to, .level].filter { places[$0] == nil }.map { "\($0)" }
        guard missing.isEmpty else {
            rejection = "the head lacks \(missing.joined(separator: ", ")): it names the columns from, to, level, or 开始, 结束, 级别"
            return
        }
        var rows = 0
        while let record = records.next() {
            if record.cells.allSatisfy(\.isEmpty) { continue }
            rows += 1
            if rows > Self.rowLimit {
                note(record.line, "more than \(Self.rowLimit) rows: the rest is not read")
                return
            }
            func cell(_ column: Column) -> String {
                places[column].flatMap { record.cells.indices.contains($0) ? record.cells[$0] : nil } ?? ""
            }
            take(record.line, from: cell(.from), to: cell(.to), level: cell(.level), area: cell(.area))
        }
    }

    private mutating func take(_ line: Int, from: String, to: String, level: String, area: String) {
        guard let found = plan.levels.first(where: { Self.answers($0, to: level) }) else {
            let names = plan.levels.map(\.id).joined(separator: ", ")
            note(line, level.isEmpty ? "the level is blank" : "the plan has no level \(Self.shown(level)): it has \(names)")
            return
        }
        guard let start = time(from, isEnd: false) else {
            note(line, "\(Self.shown(from)) is no time such as 2016-12-16T20:00+08:00, 2016-12-16 20:00 or 2016-12-16")
            return
        }
        var end: Instant?
        if !to.isEmpty {
            guard let time = time(to, isEnd: true) else {
                note(line, "\(Self.shown(to)) is no time such as 2016-12-16T20:00+08:00, 2016-12-16 20:00 or 2016-12-16")
                return
            }
            guard time > start else {
                note(line, "the warning ends at or before its start")
                return
            }
            end = time
        }
        let areas: [Area]
        if area.isEmpty {
            areas = plan.areas
            guard areas.count == 1 else {
                note(line, "the area is blank, and the plan has several")
                return
            }
        } else {
            areas = plan.areas.filter { $0.answers(to: area) }
            if areas.isEmpty { otherAreas += 1 }
        }
        for area in areas {
            warnings.append(IssuedWarning(area: area.id, level: found.id, from: start, to: end, line: line))
        }
    }

    /// Whether a word means a level: its id, its name, or its name with or without 色 and 预警.
    private static func answers(_ level: Level, to text: String) -> Bool {
        func trimmed(_ name: String) -> String {
            var name = name
            for suffix in ["预警", "色"] where name.hasSuffix(suffix) && name != suffix { name.removeLast(suffix.count) }
            return name.lowercased()
        }
        guard !text.isEmpty else { return false }
        return text.lowercased() == level.id.lowercased() || trimmed(text) == trimmed(level.name)
    }

    /// A time, or a date: from its beginning on, or to its end.
    private func time(_ text: String, isEnd: Bool) -> Instant? {
        let text = Self.withoutHan(text)
        if let date = LocalDate(text) { return plan.zone.midnight(of: isEnd ? date + 1 : date).start }
        return Instant(text, zone: plan.zone)
    }

    /// 2016年12月16日20时 as `2016-12-16 20:00`; what is no such time stays as it is.
    private static func withoutHan(_ text: String) -> String {
        var result = ""
        var digits = ""
        for character in text {
            let isTwo = (1...2).contains(digits.count)
            let padded = digits.count == 1 ? "0" + digits : digits
            switch character {
            case "0"..."9":
                digits.append(character)
                continue
            case "年" where digits.count == 4 && result.isEmpty: result = digits + "-"
            case "月" where isTwo && result.count == 5: result += padded + "-"
            case "日" where isTwo && result.count == 8: result += padded
            case "时" where isTwo && result.count == 10: result += " " + padded + ":"
            case "分" where isTwo && result.count == 14: result += padded
            default: return text
            }
            digits = ""
        }
        if result.count == 14 { result += "00" }
        return digits.isEmpty ? result : text
    }

    private mutating func note(_ line: Int, _ reason: String) {
        problemCount += 1
        if problems.count < Self.problemLimit { problems.append(Problem(line: line, reason: reason)) }
    }

    /// What a message quotes of a cell: it may hold anything.
    private static func shown(_ text: String) -> String {
        let plain = String(
            String.UnicodeScalarView(text.unicodeScalars.prefix(40).map { $0.properties.generalCategory == .control ? "?" : $0 }))
        return "\"\(plain)\(text.unicodeScalars.count > 40 ? "…" : "")\""
    }
}
