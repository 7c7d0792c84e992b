import Desk
import Orders
import Warnings

/// How proposals ended, on what decisions stand, and what directives demand, in words.
enum EndingWords {
    static func text(_ ending: Proposal.Ending?) -> BothTexts {
        switch ending {
        case nil: BothTexts("待批", "waits")
        case .approved: BothTexts("批准", "approved")
        case .rejected(let reason): BothTexts("不予批准（\(reason)）", "rejected (\(reason))")
        case .withdrawn: BothTexts("条件不再成立，撤回", "withdrawn: its conditions no longer hold")
        case .superseded: BothTexts("被更强的拟议取代", "superseded by a stronger one")
        case .overruled: BothTexts("经会商另行决定", "overruled by a declaration")
        }
    }

    static func text(_ basis: DecisionBasis?) -> BothTexts {
        switch basis {
        case nil: return BothTexts("按预案条件自动生效", "by the plan's conditions")
        case .approval(let approved):
            let who = signer(approved.signature)
            return BothTexts("经\(who)批准", "approved by \(who)")
        case .consultation(let declared):
            let who = signer(declared.signature)
            return BothTexts("会商研判决定（\(declared.because)），\(who)签发", "declared on consultation (\(declared.because)), \(who)")
        case .directive(let documents):
            let numbers = documents.isEmpty ? "" : documents.joined(separator: "、")
            return BothTexts("按上级指令\(numbers)", "by directive \(numbers)")
        }
    }

    static func text(_ demand: Directive.Demand, _ words: Words) -> BothTexts {
        switch demand {
        case .atLeast(let level): BothTexts("不低于\(words.chineseLevel(level))", "at least \(level)")
        case .exactly(nil): BothTexts("统一解除", "exactly none")
        case .exactly(let level?): BothTexts("统一为\(words.chineseLevel(level))", "exactly \(level)")
        case .mayLift: BothTexts("可自行解除", "may lift")
        }
    }

    static func text(_ matter: EpisodeRecord.Said.Matter, _ words: Words) -> BothTexts {
        switch matter {
        case .extend(let moved):
            let old = moved.oldEnd.map(words.time)
            let new = moved.newEnd.map(words.time)
            let documents = moved.documents
            return BothTexts(
                "\(words.chineseLevel(moved.level))截止时间由\(old ?? "另行通知")改为\(new ?? "另行通知")"
                    + (documents.isEmpty ? "" : "（\(documents.joined(separator: "、"))）"),
                "end of \(moved.level) moves from \(old ?? "further notice") to \(new ?? "further notice")"
                    + (documents.isEmpty ? "" : " (\(documents.joined(separator: ", ")))"))
        case .correction(let correction):
            let request = correction.request
            let right = [request.text, request.document.map { "文号\($0)" }].compactMap { $0 }.joined(separator: "，")
            let rightly = [request.text, request.document.map { "document \($0)" }].compactMap { $0 }.joined(separator: ", ")
            let signer = request.signedBy + (request.post.map { "（\($0)）" } ?? "")
            return BothTexts(
                "更正\(request.notice)：\(request.because)，现为\(right)，\(signer)签发",
                "\(request.notice) corrected (\(request.because)): \(rightly), \(signer)")
        }
    }

    static func signer(_ signature: Signature) -> String {
        signature.name + (signature.post.map { "（\($0)）" } ?? "") + (signature.document.map { " \($0)" } ?? "")
    }
}
