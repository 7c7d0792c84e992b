import PlanModel

/// How one column of a file is read.
struct ColumnPlan {
    /// The canonical English name; of an extra column the name in the head.
    var name: String
    /// As the head writes it.
    var head: String
    /// Which cell of a row, from 0.
    var place: Int
    var kind: Kind
    var isRequired: Bool

    enum Kind {
        case text
        case name
        /// Yes or no; `filed`: what a filed plan does with a line.
        case flag(filed: Bool)
        case number(NumberRange)
        case date
        case choice([ColumnType.Choice])
    }

    /// What numbers of a column may be, in millionths.
    struct NumberRange {
        var least: Int64 = 0
        var most: Int64
        var isWhole = false
        var unit: String?

        init(_ layout: ColumnLayout) {
            unit = layout.unit
            switch layout.name {
            case "grade_year":
                least = 2000 * EmissionValues.scale
                most = 2100 * EmissionValues.scale
                isWhole = true
            case "longitude": most = 180 * EmissionValues.scale
            case "latitude": most = 90 * EmissionValues.scale
            default:
                switch layout.unit {
                case "%": most = 100 * EmissionValues.scale
                case "kg/d": most = EmissionValues.limit
                default: most = 1_000_000_000 * EmissionValues.scale
                }
            }
        }

        /// Why a number may not stand here, nil where it may.
        func objection(_ value: Int64) -> String? {
            let unit = unit.map { $0 == "°" ? "°" : " \($0)" } ?? ""
            if value > most { return "is more than the \(decimal(most))\(unit) that the column can hold" }
            if value < least { return "is less than the \(decimal(least))\(unit) that the column begins with" }
            return isWhole && value % EmissionValues.scale != 0 ? "is not a whole number" : nil
        }
    }

    init(_ layout: ColumnLayout, head: String, place: Int) {
        self.init(name: layout.name, head: head, place: place, kind: Kind(layout), isRequired: layout.isRequired)
    }

    init(name: String, head: String, place: Int, kind: Kind, isRequired: Bool = false) {
        self.name = name
        self.head = head
        self.place = place
        self.kind = kind
        self.isRequired = isRequired
    }
}

extension ColumnPlan.Kind {
    init(_ layout: ColumnLayout) {
        switch layout.type {
        case .text: self = .text
        case .name: self = .name
        case .yesNo: self = .flag(filed: false)
        case .number: self = .number(ColumnPlan.NumberRange(layout))
        case .date: self = .date
        case .choice(let choices): self = .choice(choices)
        }
    }
}

/// A number of millionths as people write it.
func decimal(_ millionths: Int64) -> String {
    let whole = millionths.magnitude / 1_000_000
    let part = millionths.magnitude % 1_000_000
    var text = (millionths < 0 ? "-" : "") + String(whole)
    if part != 0 {
        var digits = String(part)
        digits = String(repeating: "0", count: 6 - digits.count) + digits
        while digits.last == "0" { digits.removeLast() }
        text += "." + digits
    }
    return text
}
