/// How every rendering of a notice that is not meant in earnest says so.
struct NoticeMark {
    /// Before Chinese titles and headlines.
    var chineseTag: String
    /// Before English ones.
    var englishTag: String
    var chinese: String
    var english: String
    /// In two words for an alerting system.
    var name: String
    var note: String { "\(name). \(chinese) \(english)" }

    static let exercise = NoticeMark(
        chineseTag: "【演练】", englishTag: "EXERCISE: ", chinese: "本通告为应急演练，所载数据与决定均非实况，不作为采取任何实际措施的依据。",
        english: "This is an exercise. Its data and decisions are not real; take no action on it.", name: "演练 / Exercise")

    static let draft = NoticeMark(
        chineseTag: "【草稿·待批准】", englishTag: "DRAFT: ", chinese: "本稿待批准，尚未生效，不得对外发布，不作为采取任何实际措施的依据。",
        english: "This is a draft that waits for approval. It is not in force; do not publish it or act on it.",
        name: "草稿 / Draft")
}

extension Notice {
    /// Nil for a notice in earnest.
    var mark: NoticeMark? {
        switch status {
        case .actual: nil
        case .exercise: .exercise
        case .draft: .draft
        }
    }
}
