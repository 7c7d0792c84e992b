public import Desk

/// Reminders that went to the desk, to be published.
public struct ReminderRecord: Hashable, Sendable, Codable {
    public var reminders: [Reminder]
    /// Ids of the notices to publish, one a reminder.
    public var notices: [String]

    public init(reminders: [Reminder], notices: [String]) {
        self.reminders = reminders
        self.notices = notices
    }
}
