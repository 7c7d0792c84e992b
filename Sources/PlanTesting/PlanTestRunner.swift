import AirQuality
import Desk
public import Lists
public import PlanModel
import Presentation
import Warnings

/// Runs tests of a plan through the same desk that runs live and in replays, hour by hour.
public struct PlanTestRunner {
    let plan: Plan
    private var orders: OrderLookup
    /// What the tests so far covered; nil where it is not looked at, which is faster.
    public private(set) var coverage: Coverage?

    /// - Parameters:
    ///   - list: Whom orders go to; nil: none was read.
    ///   - measuresCoverage: Whether to look at every condition at every hour, and at the rules of expected orders.
    public init(plan: Plan, list: EmissionList?, measuresCoverage: Bool = false) {
        self.plan = plan
        orders = OrderLookup(plan: plan, list: list)
        coverage = measuresCoverage ? Coverage(plan: plan, list: list) : nil
    }

    public mutating func run(_ test: PlanTest) -> TestResult {
        guard let scene = TestScene(plan: plan, test: test) else {
            return TestResult(
                test: test,
                checks: test.expectations.map {
                    TestCheck(expectation: $0, outcome: .error("the plan has no such area", help: nil))
                })
        }
        orders.given = GivenList(test, area: scene.area, levels: plan.levels)?.list
        var desk = scene.desk(judgesMessages: coverage != nil || test.speaksOfMessages)
        var checks = [TestCheck?](repeating: nil, count: test.expectations.count)
        let places = Dictionary(grouping: test.expectations.indices) { test.expectations[$0].at.hours }
        for instant in scene.instants {
            let slot = HourSlot(instant)
            let before = desk
            if coverage != nil, let trace = before.trace(ofArea: scene.area.id, at: slot) {
                coverage?.note(trace, in: test)
            }
            let outcome = HourOutcome(at: slot, effects: desk.apply(.hourSealed(slot)))
            let moment = TestMoment(scene: scene, before: before, after: desk, at: slot, outcome: outcome)
            for place in places[instant] ?? [] {
                let expectation = test.expectations[place]
                checks[place] = TestCheck(
                    expectation: expectation, outcome: moment.check(expectation.outcome, &orders, &coverage))
            }
        }
        return TestResult(test: test, checks: checks.compactMap { $0 })
    }
}
