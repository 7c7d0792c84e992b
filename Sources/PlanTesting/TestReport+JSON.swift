import AirQuality
import PlanModel
import Presentation
import Warnings

extension TestReport {
    /// One object: `tests`, `totals` and, where it was looked at, `coverage`.
    public var json: String {
        JSONWriter.object { writer in
            writer.key("tests")
            writer.array { writer in
                for result in results { write(result, to: &writer) }
            }
            writer.key("totals")
            writer.object { writer in
                writer.field("tests", results.count)
                writer.field("passed", passed)
                writer.field("failed", failed)
                writer.field("unreadable", unreadable)
            }
            if let coverage { write(coverage, to: &writer) }
        } + "\n"
    }

    private func write(_ result: TestResult, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("name", result.test.name)
            writer.field("file", result.test.place.file)
            writer.field("line", result.test.place.line)
            writer.field("passed", result.hasPassed)
            writer.key("checks")
            writer.array { writer in
                for check in result.checks { write(check, to: &writer) }
            }
        }
    }

    private func write(_ check: TestCheck, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("line", check.expectation.place.line)
            writer.field("at", zone.text(check.expectation.at))
            writer.field("expected", check.expectation.outcome.text)
            switch check.outcome {
            case .passed: writer.field("outcome", "passed")
            case .error(let message, let help):
                writer.field("outcome", "error")
                writer.field("message", message)
                writer.field("help", optional: help)
            case .failed(let failure):
                writer.field("outcome", "failed")
                writer.field("actual", failure.actual)
                writer.field("tree", failure.tree)
                writer.field("plot", failure.plot)
            }
        }
    }

    private func write(_ coverage: Coverage, to writer: inout JSONWriter) {
        let reasons = CoverageReasons(plan: coverage.plan)
        writer.key("coverage")
        writer.object { writer in
            writer.field("full", coverage.isFull)
            writer.field("hours", coverage.hours)
            writer.key("clauses")
            writer.array { writer in
                for clause in coverage.clauses + coverage.messages {
                    writer.object { writer in
                        writer.field(clause.owner.rawValue, clause.id)
                        writer.field("clause", clause.word)
                        writer.field("label", optional: clause.label)
                        write(clause.root, reasons, to: &writer)
                    }
                }
            }
            if let orders = coverage.orders { write(orders, coverage, to: &writer) }
        }
    }

    private func write(_ orders: OrderCoverage, _ coverage: Coverage, to writer: inout JSONWriter) {
        let examples = orders.examples(coverage.plan, coverage.list)
        writer.key("orders")
        writer.object { writer in
            writer.field("full", orders.isFull)
            writer.field("expectations", orders.expectations)
            writer.key("rules")
            writer.array { writer in
                for (index, rule) in orders.rules.enumerated() {
                    writer.object { writer in
                        writer.field("rule", rule.kind.rawValue)
                        writer.field("id", rule.id)
                        writer.field("file", rule.place.file)
                        writer.field("line", rule.place.line)
                        writer.field("reached", rule.isReached)
                        writer.strings("levels", ([Decision.none] + coverage.plan.levels.map(\.id)).filter(rule.levels.contains))
                        writer.field("example", optional: examples[index]?.text)
                    }
                }
            }
        }
    }

    private func write(_ node: NodeCoverage, _ reasons: CoverageReasons, to writer: inout JSONWriter) {
        for truth in Truth.allCases { writer.field(truth.word, node.seen.contains(truth)) }
        writer.key("never")
        writer.object { writer in
            for truth in Truth.allCases where !node.seen.contains(truth) {
                writer.strings(truth.word, reasons.lines(node, never: truth))
            }
        }
        guard !node.parts.isEmpty else { return }
        writer.key("parts")
        writer.array { writer in
            for part in node.parts {
                writer.object { writer in
                    writer.field("text", part.text)
                    write(part, reasons, to: &writer)
                }
            }
        }
    }
}
