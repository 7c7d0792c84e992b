import PlanModel

/// An order as texts and numbers, for comparing field by field.
struct NaiveOrder: Equatable, CustomStringConvertible {
    var code: String
    var action: OrderAction
    /// The rule that decided, as kind and name; empty: none.
    var decided: String
    var lines: [String: String]
    var duties: [String]
    var pledge: String?
    var reduction: [Int64]
    var unexempted: [Int64]?
    var sources: [String]
    var exemptions: [String]
    var flags: Set<String>
    var reportTo: String

    var description: String {
        """
        \(code): \(action) by \(decided) reducing \(reduction) of \(unexempted ?? []) lines \(lines.sorted { $0.key < $1.key }) \
        duties \(duties) pledge \(pledge ?? "-") sources \(sources) exemptions \(exemptions) flags \(flags.sorted()) to \(reportTo)
        """
    }
}
