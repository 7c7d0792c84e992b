import PlanModel
import Presentation

extension CellText {
    /// Why a column cannot hold a value.
    static func objection(_ value: String, _ kind: ColumnPlan.Kind) -> String {
        switch kind {
        case .choice: "\(value) is not one of the values of the column"
        case .flag(let filed): filed ? "\(value) does not say whether the line stops" : "\(value) is neither yes nor no"
        case .date: "\(value) is not a date from \(DateCell.years.lowerBound) to \(DateCell.years.upperBound)"
        case .number, .text, .name: "\(value) is not a number"
        }
    }

    static func mend(_ value: String, _ kind: ColumnPlan.Kind) -> String? {
        switch kind {
        case .choice(let choices):
            let names = choices.map { $0.others.isEmpty ? $0.name : "\($0.name) (\($0.others[0]))" }.joined(separator: ", ")
            let near = Suggestion.closest(to: Words.fold(value), among: choices.flatMap { [$0.name] + $0.others })
            return (near.map { "did you mean \($0)? " } ?? "") + "write one of \(names)"
        case .flag(let filed):
            return filed ? "write 停 (stop) or 运行 (run), or leave it blank" : "write 是 or 否, yes or no, or leave it blank"
        case .date: return "write it as 2024-10-31"
        case .number, .text, .name: return nil
        }
    }
}

extension NumberCell.Problem {
    /// The reason and the mend.
    var text: (String, String?) {
        switch self {
        case .negative: ("a number here is not negative", "write 0, or leave it blank")
        case .decimals: ("a number has at most four decimals", "round it to four decimals")
        case .separator: ("a number is written without separators of thousands", "write 1234.5, not 1,234.5")
        case .wide: ("the number has more digits than any that could be meant", nil)
        case .exponent: ("a number is written in full, without an exponent", "write 1200, not 1.2e3")
        case .percentSign: ("a percentage is written without its sign", "write 50, not 50%")
        case .notNumber: ("it is not a number", "write digits, such as 12.5, and no unit")
        }
    }
}
