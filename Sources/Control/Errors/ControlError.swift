/// Why a request was not done. Nothing has changed.
public enum ControlError: Error, Hashable, Sendable {
    public enum BadParameter: String, Hashable, Sendable, Codable {
        case unknown, missing, wrongType
    }

    /// What is wrong with the days of a consultation result.
    public enum BadOpinion: String, Hashable, Sendable, Codable {
        case noDays, tooManyDays, dayTwice, dayOver, notGiven, badDay, badRange, badQuantity, badPollutant
    }

    /// Why a notice cannot be corrected.
    public enum NotCorrectable: String, Hashable, Sendable, Codable, CaseIterable {
        case draft, drill, deskOnly, nothingSaid, notSigned, sameDocument
    }

    /// How a proposal came to its end.
    public struct Ended: Hashable, Sendable {
        /// `approved`, `rejected`, `withdrawn`, `superseded` or `overruled`.
        public var how: String
        /// The account that recorded it; nil where an evaluation did.
        public var by: String?
        public var record: Int64

        public init(how: String, by: String?, record: Int64) {
            self.how = how
            self.by = by
            self.record = record
        }
    }

    // The request cannot be understood.
    case lineTooLong(limit: Int)
    case badRequest(reason: String)
    case unknownMethod(String)
    /// The method is for people at the desk, not for files of the inbox.
    case notByFile(method: String)
    case badParameter(name: String, reason: BadParameter)
    /// Too many connections.
    case busy

    // The desk refuses.
    case noProposal(id: String, Ended?)
    case signedByRecorder(name: String)
    /// A text that names no area, with the areas there are.
    case noArea(String, known: [String])
    /// Several areas, and none was named.
    case areaMissing(known: [String])
    case noLevel(String, known: [String])
    /// A level's id, or `none`.
    case inForceAlready(level: String)
    case noDirective(document: String)
    /// The notice has no such addressee, or it has acknowledged already; with those who have not.
    case notDue(notice: String, addressee: String, known: [String])
    case endsBeforeItBegins
    /// A consultation result that cannot stand; the text is the day, the word or the limit that it is about.
    case badOpinion(BadOpinion, text: String)
    case notOneDemand
    case notAnHour(name: String, text: String)
    case badChannel(String)
    case documentMissing
    case badText(name: String, limit: Int)

    // What was asked for is not there, or cannot be handed over.
    case noNotice(String)
    case noRecord(Int64)
    case recordTooLong(Int64, bytes: Int)
    case replyTooLong
    case ledgerRefuses(reason: String)

    /// A notice that cannot be corrected, or not in this way.
    case notCorrectable(notice: String, NotCorrectable)

    /// An error of a later server.
    case other(name: String, message: String)
}
