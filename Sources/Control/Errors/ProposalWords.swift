public import Presentation

/// The words for how a proposal came to its end.
public enum ProposalWords {
    /// - Parameter how: As on the wire; an unknown one stands for itself.
    public static func ending(_ how: String, _ language: Language) -> String {
        switch how {
        case "approved": language.pick("approved", "已批准")
        case "rejected": language.pick("rejected", "已驳回")
        case "withdrawn": language.pick("withdrawn, as its conditions no longer hold", "条件不再满足，已撤回")
        case "superseded": language.pick("superseded by a stronger one", "已被更高的提请取代")
        case "overruled": language.pick("overruled by a declaration", "已被会商决定取代")
        default: how
        }
    }
}
