import PlanModel
public import Presentation
import Warnings

extension TestReport {
    /// What each clause came to in the tests, and why it never came to the rest, then the rules of orders; empty where coverage was
    /// not looked at.
    public func coverageText(_ style: Style) -> String {
        guard let coverage else { return "" }
        let clauses = coverage.shown
        let whole = clauses.count { $0.root.seen == .all }
        let totals =
            "\(whole) of \(Self.count(clauses.count, "clause")) were true, false and unknown in some test, over \(Self.count(coverage.hours, "hour"))"
        var table = TextTable([.left, .left, .left, .left])
        for clause in clauses {
            table.add([clause.name] + Truth.allCases.map { mark(clause.root.seen.contains($0), $0.word) })
        }
        var text = table.text + "\n"
        let reasons = CoverageReasons(plan: coverage.plan)
        for clause in clauses {
            for truth in Truth.allCases where !clause.root.seen.contains(truth) {
                text += "\(clause.name) was never \(truth.word)\n"
                text += reasons.lines(clause.root, never: truth).map { "    \($0)\n" }.joined()
            }
            text += partsText(clause, reasons)
        }
        text += (whole == clauses.count ? style.green(totals) : style.yellow(totals)) + "\n"
        return text + ordersText(coverage, style)
    }

    /// Rules of orders that no test reaches, and how many there are.
    private func ordersText(_ coverage: Coverage, _ style: Style) -> String {
        guard let orders = coverage.orders else { return "" }
        let examples = orders.examples(coverage.plan, coverage.list)
        var text = "\n"
        for (index, rule) in orders.rules.enumerated() where !rule.isReached {
            text += "\(rule.name) is expected by no test  \(Self.place(rule.place))\n"
            text += "    \(examples[index].map { "it decides where \($0.text)" } ?? OrderExample.none)\n"
        }
        let reached = orders.rules.count(where: \.isReached)
        let totals =
            "\(reached) of \(Self.count(orders.rules.count, "rule")) of orders were reached by \(Self.count(orders.expectations, "expected order"))"
        return text + (orders.isFull ? style.green(totals) : style.yellow(totals)) + "\n"
    }

    /// Tests within a clause that was whole which were never true, or never false: perhaps they change nothing.
    private func partsText(_ clause: ClauseCoverage, _ reasons: CoverageReasons) -> String {
        guard clause.root.seen == .all else { return "" }
        var text = ""
        for test in clause.root.tests {
            for truth in [Truth.true, .false] where !test.seen.contains(truth) {
                text += "a part of \(clause.name) was never \(truth.word)\n"
                text += reasons.lines(test, never: truth).map { "    \($0)\n" }.joined()
            }
        }
        return text
    }

    private func mark(_ isSeen: Bool, _ word: String) -> String { (isSeen ? "✓ " : "✗ ") + word }
}

extension Truth {
    static let allCases: [Truth] = [.true, .false, .unknown]
}
