public import AirQuality
public import PlanModel

/// One order with everything that it rests on, as values and texts.
public struct OrderDetail: Sendable {
    /// A rule, or the plant's filed plan, that takes part in an order.
    public struct Source: Sendable {
        public enum Kind: String, Sendable {
            case measures
            case filedPlan = "filed_plan"
            case exemption, season
        }

        public var kind: Kind
        /// The rule's name in code; empty for a filed plan.
        public var id: String
        public var name: String
        /// The place of the row or the rule; nil for a filed plan.
        public var place: RulePlace?
        /// What it demands of production, or grants; nil: nothing is said.
        public var action: OrderAction?
        public var cites: [String]
        public var lead: String?
    }

    /// An exemption that is for the subject.
    public struct ExemptionResult: Sendable {
        public var id: String
        public var name: String
        public var isGranted: Bool
        public var cites: [String]
        /// What stands on the order while it is granted.
        public var condition: BothTexts?
        /// Every reason for which it is refused.
        public var refusals: [BothTexts]
        /// The whole of it in a sentence.
        public var text: BothTexts
    }

    /// A line that the order touches.
    public struct Line: Sendable {
        public var id: String
        public var name: String
        public var fate: LineOrder.Fate
    }

    public var order: Order
    /// Credit code or site id.
    public var code: String
    public var name: String
    public var county: String
    public var industry: String
    public var grade: String
    public var actionText: BothTexts
    public var lines: [Line]
    public var duties: [String]
    /// What an autonomous plant pledged at this level.
    public var pledge: String?
    /// Emission of the row, mg/d.
    public var emission: EmissionValues
    public var sources: [Source]
    /// Place in ``sources`` of the one that decided.
    public var deciding: Int?
    public var exemptions: [ExemptionResult]
    public var flags: [BothTexts]
    /// The lead bureau of what decided, else the county.
    public var reportTo: String
    public var start: HourSlot
}
