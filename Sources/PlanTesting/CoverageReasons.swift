import AirQuality
import Explanations
import PlanModel
import Warnings

/// Why a condition never took on a truth, as lines.
struct CoverageReasons {
    let plan: Plan

    func lines(_ node: NodeCoverage, never wanted: Truth) -> [String] {
        switch node.kind {
        case .named: return node.parts.first.map { lines($0, never: wanted) } ?? []
        case .not:
            let inner: Truth = wanted == .true ? .false : wanted == .false ? .true : .unknown
            return node.parts.first.map { lines($0, never: inner) } ?? []
        case .and: return joint(node, wanted, all: .true, any: .false)
        case .or: return joint(node, wanted, all: .false, any: .true)
        case .test(let test): return lines(node, test, wanted)
        }
    }

    /// - Parameters:
    ///   - all: The truth that needs every part to have it.
    ///   - any: The truth for which one part is enough.
    private func joint(_ node: NodeCoverage, _ wanted: Truth, all: Truth, any: Truth) -> [String] {
        let lacking = node.parts.filter { !$0.seen.contains(wanted) }
        if wanted == all {
            if lacking.isEmpty { return ["each of its parts was \(wanted.word), but never all at one hour"] }
            return lacking.flatMap { lines($0, never: wanted) }
        }
        if wanted == .unknown, lacking.count < node.parts.count {
            return ["a part was unknown, but never at an hour at which the others left it open"]
        }
        // One part is enough: each says why it was not.
        return lacking.flatMap { lines($0, never: wanted) }
    }

    private func lines(_ node: NodeCoverage, _ test: Test, _ wanted: Truth) -> [String] {
        if node.hoursRead == 0 {
            if test.source != .observed, !plan.review.isEmpty {
                let hours = plan.review.map { "\($0.hour):00" }.joined(separator: ", ")
                return ["never read: forecasts are read at \(hours) only, and no test runs over such an hour: \(test.text)"]
            }
            return ["never read: no test runs: \(test.text)"]
        }
        switch wanted {
        case .true: return sight(node.nearest, "holds", "the nearest is", test)
        case .false: return sight(node.barely, "fails", "the least margin is", test)
        case .unknown: return ["no test leaves out values that it needs at an hour at which it is read: \(test.text)"]
        }
    }

    private func sight(
        _ found: (trace: TestTrace, sighting: Sighting)?, _ outcome: String, _ words: String, _ test: Test
    ) -> [String] {
        guard let found else { return ["no test has data in which it \(outcome): \(test.text)"] }
        let at = plan.zone.shortText(found.sighting.frame.at)
        let text = ExplanationText(plan: plan, width: FailurePicture.width - 6)
        return ["no test has data in which it \(outcome); \(words) in “\(found.sighting.test)” at \(at):"]
            + text.tree(.test(found.trace), in: found.sighting.frame, indent: 2).split(separator: "\n").map(String.init)
    }
}

extension Truth {
    var word: String {
        switch self {
        case .true: "true"
        case .false: "false"
        case .unknown: "unknown"
        }
    }
}
