import AirQuality
import Presentation

/// What a notice tells that is no decision and orders nothing, as all renderings tell it.
struct Message {
    /// The word of notice.json, of the identifier and of CAP.
    var kind: String
    var id: String
    var at: Instant
    /// What it is about, as a part of the identifier.
    var subject: String
    /// Without area and mark of an exercise: `提醒批准红色预警`.
    var chineseTitle: String
    var englishTitle: String
    var chineseEvent: String
    var englishEvent: String
    var chineseLines: [String]
    var englishLines: [String]
    var chineseTasks: [String]
    var englishTasks: [String]
    /// To whom it goes.
    var chineseAudience: String
    var englishAudience: String
    var scales: CAPScales
    /// Further fields, of notice.json and as parameters of CAP, in order.
    var fields: [(name: String, values: [String])]
    /// In one line of at most 70 characters, which goes out as `sms.txt`; nil: it goes out in full only.
    var short: String?
    /// What it states label by label, in the Chinese texts for people.
    var rows: [(label: String, value: String)] = []
}
