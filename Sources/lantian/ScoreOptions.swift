import ArgumentParser
import Backtests
import FileAccess
import PlanModel

/// The options that compare a replay with warnings that were really issued.
struct ScoreOptions: ParsableArguments {
    @Option(
        help: """
            Compare with warnings that were really issued: a CSV file with the columns from, to, level and, for several areas, area; \
            or 开始, 结束, 级别, 地区.
            """)
    var score: String?

    @Option(help: "What is compared: warning, from its decision on, or response, from its start on.")
    var scoreBy = Choice.warning

    enum Choice: String, ExpressibleByArgument, CaseIterable {
        case warning, response

        var basis: WarningScore.Basis { self == .warning ? .warning : .response }
    }

    /// The file's warnings, nil without one; bad rows go to stderr.
    func events(for plan: Plan) throws -> [IssuedWarning]? {
        guard let score else { return nil }
        let bytes: [UInt8]
        do throws(FileFailure) {
            bytes = try LocalFileSystem().read(score, limit: EventTable.byteLimit + 1)
        } catch {
            throw Console.cannotRun(error.description)
        }
        let table = EventTable(bytes, plan: plan)
        if let rejection = table.rejection { throw Console.cannotRun("\(score): \(rejection)") }
        for problem in table.problems { Console.note("\(score):\(problem)") }
        let more = table.problemCount - table.problems.count
        if more > 0 { Console.note("\(score): \(more) more of this kind") }
        if table.otherAreas > 0 { Console.note("\(score): \(table.otherAreas) rows are of areas that are not replayed") }
        return table.warnings
    }
}
