public import AirQuality
public import Warnings

/// Something that a person does at the desk: who, when, what and why.
public struct DeskAct: Hashable, Sendable, Codable {
    public enum Matter: Hashable, Sendable, Codable {
        /// A proposal, by the id of its decision.
        case approve(proposal: String, Signature)
        case reject(proposal: String, reason: String)
        /// A level, or with nil the end of the warning, on consultation (会商研判).
        case declare(area: String, level: String?, because: String, Signature)
        case direct(Directive)
        /// A directive no longer counts, by its document number.
        case withdraw(document: String, reason: String)
        /// A consultation result (会商意见) on days to come, which stands over every forecast of them.
        case opine(Opinion)
        /// What consultation results say of days of an area no longer stands.
        case retract(area: String, days: [LocalDate], reason: String)
        /// A published notice was wrong.
        case correct(Correction.Request)
    }

    public var matter: Matter
    public var recorder: Recorder
    public var at: Instant

    public init(matter: Matter, recorder: Recorder, at: Instant) {
        self.matter = matter
        self.recorder = recorder
        self.at = at
    }
}

/// Why an act cannot be done. Nothing has changed.
public enum ActRefusal: Error, Hashable, Sendable {
    /// There is no such proposal, or it has come to its end.
    case noProposal(id: String)
    /// Above the lowest level the signer and the recorder are two people.
    case signedByRecorder(name: String)
    case noArea(String)
    case noLevel(String)
    /// What is declared is in force.
    case inForceAlready(level: String?)
    case noDirective(document: String)
    /// An opinion on days of which none can be had.
    case badOpinion(OpinionFault)
    /// No notice of that id is on record.
    case noNotice(id: String)
    /// The notice, by its id, cannot be corrected, or not in this way.
    case notCorrectable(String, CorrectionFault)
    /// A directive that ends before it begins.
    case endsBeforeItBegins
    /// A text that must say something is empty, or too long.
    case badText(field: String, limit: Int)
}
