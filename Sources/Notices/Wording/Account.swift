/// A notice in a few sentences of one language, for CAP and for the summary at the end of the official text.
struct Account {
    var headline: String
    /// What the event is called, such as 重污染天气红色预警.
    var event: String
    /// What happened and why, a sentence or value each.
    var description: [String]
    /// What to do.
    var instruction: [String]
}
