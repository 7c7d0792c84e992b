import AirQuality
import ArgumentParser
import Explanations
import Glibc
import Ledger
import PlanModel
import Presentation
import Warnings

extension ExplainCommand {
    /// Makes hours on record again and says what they come to.
    func explainLedger() throws {
        do {
            let ledger = try Ledger(path: LedgerCommand.file(self.ledger ?? Console.stateFolder), readOnly: true)
            if let notice, let past = try PastExtension(ofNotice: notice, in: ledger) { return try show(past) }
            let past = try notice.map { try PastEvaluation.ofNotice($0, in: ledger) } ?? evaluations(in: ledger)
            try show(past)
        } catch let code as ExitCode {
            throw code
        } catch let error as ValidationError {
            throw error
        } catch {
            throw Console.cannotRun("\(error)")
        }
    }

    private func evaluations(in ledger: Ledger) throws -> [PastEvaluation] {
        let zone = try ledger.planHash(before: .max).flatMap { try PastEvaluation.plan($0, ledger)?.zone } ?? .beijing
        guard let instant = try record.bound(at, "at", zone) else { throw ValidationError("--at is missing") }
        let past = try PastEvaluation.at(instant, area: area, in: ledger, zone: zone)
        guard !past.isEmpty else { throw ValidationError("the plan had no area \(area ?? "") at that hour") }
        return past
    }

    private func show(_ past: PastExtension) throws {
        switch format {
        case .json: Console.write(past.json + "\n")
        case .text: Console.write(past.text(Console.style(of: STDOUT_FILENO)))
        }
        if !past.isSame { throw Console.failed }
    }

    private func show(_ past: [PastEvaluation]) throws {
        let style = Console.style(of: STDOUT_FILENO)
        for (number, evaluation) in past.enumerated() {
            switch format {
            case .json: Console.write(evaluation.json + "\n")
            case .text:
                if number > 0 { Console.write("\n") }
                var text = explanation(evaluation.plan)
                text.version = evaluation.planHash
                Console.write(text.text(evaluation.trace, levels: try levels(evaluation.plan)))
                Console.write("\n" + evaluation.verdict(style))
            }
        }
        if past.contains(where: { !$0.isSame }) { throw Console.failed }
    }
}
