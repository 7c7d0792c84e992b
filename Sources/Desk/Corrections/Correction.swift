public import AirQuality
public import Warnings

/// That a published notice was wrong, and how it reads rightly (更正). It changes no level and no decision.
public struct Correction: Hashable, Sendable, Codable {
    /// What a person asks.
    public struct Request: Hashable, Sendable, Codable {
        /// The identifier of the notice that is corrected.
        public var notice: String
        /// What was wrong.
        public var because: String
        /// How it reads rightly.
        public var text: String?
        /// The number of the paper of its decision (文号), where it was missing or wrong.
        public var document: String?
        public var signedBy: String
        public var post: String?

        public init(
            notice: String, because: String, text: String?, document: String?, signedBy: String, post: String?
        ) {
            self.notice = notice
            self.because = because
            self.text = text
            self.document = document
            self.signedBy = signedBy
            self.post = post
        }
    }

    /// The notice as it is on record.
    public struct Subject: Hashable, Sendable, Codable {
        /// The area's id.
        public var area: String
        /// Its Chinese title.
        public var title: String
        /// The hour at which the episode was issued to which it belongs; nil: to none.
        public var episode: HourSlot?
        /// The id of the level whose approver it was a matter of; nil: of none.
        public var level: String?
        /// Whether a person signed its decision, so that it may have a document number.
        public var isSigned: Bool
        /// The number that it has so far.
        public var document: String?
        /// Corrections of it so far.
        public var corrections: Int

        public init(
            area: String, title: String, episode: HourSlot?, level: String?, isSigned: Bool, document: String?, corrections: Int
        ) {
            self.area = area
            self.title = title
            self.episode = episode
            self.level = level
            self.isSigned = isSigned
            self.document = document
            self.corrections = corrections
        }
    }

    public var request: Request
    public var subject: Subject
    /// The id of the level in force in the episode; nil: it is over, or there is none.
    public var level: String?
    public var recorder: Recorder
    public var at: Instant

    public init(request: Request, subject: Subject, level: String?, recorder: Recorder, at: Instant) {
        self.request = request
        self.subject = subject
        self.level = level
        self.recorder = recorder
        self.at = at
    }

    /// The area's id.
    public var area: String { subject.area }

    /// Which correction of the notice it is, from 1.
    public var number: Int { subject.corrections + 1 }

    /// A name that follows from what is corrected: FNV-1a over `area|at|correction|notice|number`.
    public var id: String {
        Fingerprint.hexadecimal([area, at.compactText, "correction", request.notice, "\(number)"].joined(separator: "|"))
    }
}

/// Why a notice cannot be corrected.
public enum CorrectionFault: String, Hashable, Sendable, Codable {
    /// It waits for approval: nothing of it is published.
    case draft
    /// It is of a drill.
    case drill
    /// It went to the desk alone: the silence of a feed, or a reminder.
    case deskOnly
    /// Neither a text nor a document number is given.
    case nothingSaid
    /// A document number is given, but nobody signed the notice.
    case notSigned
    /// It has that document number.
    case sameDocument
}
