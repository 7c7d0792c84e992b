public import AirQuality
public import Desk
public import Orders
public import PlanModel
import Warnings

/// One notice: a decision, a change of orders or of the stated end under a level in force, a correction, the silence of a feed, a call
/// to the desk, advice to the public, or a high value, with everything its renderings need.
///
/// The same notice gives the same bytes, whenever and wherever it is rendered.
public struct Notice: Sendable {
    /// Whether the notice is meant in earnest (the words of CAP 1.2, `status`).
    public enum Status: String, Hashable, Sendable, Codable {
        case actual = "Actual"
        /// A drill: marked 演练 / Exercise in every rendering.
        case exercise = "Exercise"
        /// A proposal that waits for approval: not in force.
        case draft = "Draft"
    }

    public var matter: NoticeMatter
    /// The plan under which the matter was decided.
    public var plan: Plan
    public var area: Area
    /// When the matter was recorded.
    public var sent: Instant
    /// The hash of the log record on which the notice stands, in hexadecimal.
    public var head: String
    /// The content hash of the plan's version, in hexadecimal.
    public var planHash: String
    public var status: Status
    /// Every earlier message of the episode, oldest first; at the end of a silence or an advice, the message of its beginning; of a correction
    /// outside an episode, the message that it corrects.
    public var earlier: [NoticeReference]
    /// What is ordered by it; nil where the plan gives no orders.
    public var orders: OrderReport?
    /// The directives on which it stands, as far as they are on record.
    public var directives: [Directive]

    public init(
        matter: NoticeMatter, plan: Plan, area: Area, sent: Instant, head: String, planHash: String, status: Status,
        earlier: [NoticeReference], orders: OrderReport? = nil, directives: [Directive] = []
    ) {
        self.matter = matter
        self.plan = plan
        self.area = area
        self.sent = sent
        self.head = head
        self.planHash = planHash
        self.status = status
        self.earlier = earlier
        self.orders = orders
        self.directives = directives
    }

    /// How a later notice of the same episode refers to this one.
    public var reference: NoticeReference { NoticeReference(identifier: identifier, sent: sent) }
}
