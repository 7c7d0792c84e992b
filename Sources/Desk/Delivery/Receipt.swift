public import AirQuality
public import Warnings

/// That an addressee acknowledged a notice.
public struct Receipt: Hashable, Sendable, Codable {
    /// The notice's id.
    public var notice: String
    /// As ``Addressee/name`` has it.
    public var addressee: String
    /// Who signed for it, as the addressee says.
    public var signedBy: String?
    public var recorder: Recorder
    public var at: Instant
    /// Where it stood, if it came as a file.
    public var file: RequestFile?

    public init(
        notice: String, addressee: String, signedBy: String?, recorder: Recorder, at: Instant, file: RequestFile? = nil
    ) {
        self.notice = notice
        self.addressee = addressee
        self.signedBy = signedBy
        self.recorder = recorder
        self.at = at
        self.file = file
    }
}

/// Why a receipt cannot be taken. Nothing has changed.
public enum ReceiptRefusal: Error, Hashable, Sendable {
    /// No notice of that id has been published, or its service is long over.
    case noNotice(id: String)
    /// The notice has no such addressee, or it has acknowledged already.
    case notDue(notice: String, addressee: String)
    case badText(field: String, limit: Int)
}
