public import AirQuality

/// What a decision stands on where that is not the plan's conditions alone.
public enum DecisionBasis: Hashable, Sendable, Codable {
    /// The plan's conditions, approved by whom the plan names (semantics §8.6).
    case approval(Approved)
    /// Consultation (会商研判): declared by a person.
    case consultation(Declared)
    /// Directives of a superior office, by document number (semantics §8.5).
    case directive([String])

    /// Who answers for it; nil of what stands on directives alone.
    public var signature: Signature? {
        switch self {
        case .approval(let approved): approved.signature
        case .consultation(let declared): declared.signature
        case .directive: nil
        }
    }

    /// An approval as it was given.
    public struct Approved: Hashable, Sendable, Codable {
        /// Whom the plan names.
        public var approver: String
        public var signature: Signature
        public var recorder: Recorder
        public var at: Instant

        public init(approver: String, signature: Signature, recorder: Recorder, at: Instant) {
            self.approver = approver
            self.signature = signature
            self.recorder = recorder
            self.at = at
        }
    }

    /// A declaration as it was made.
    public struct Declared: Hashable, Sendable, Codable {
        public var because: String
        /// The level that the plan's conditions led to at the last evaluation; nil: none.
        public var ruled: String?
        public var signature: Signature
        public var recorder: Recorder
        public var at: Instant

        public init(because: String, ruled: String?, signature: Signature, recorder: Recorder, at: Instant) {
            self.because = because
            self.ruled = ruled
            self.signature = signature
            self.recorder = recorder
            self.at = at
        }
    }
}
