import Presentation

/// The members of every error's parameters; each error has those that it needs.
struct ErrorParameters: Codable {
    var message = ""
    var addressee: String?
    var area: String?
    var bytes: Int?
    var by: String?
    var document: String?
    var ending: String?
    var known: [String]?
    var level: String?
    var limit: Int?
    var method: String?
    var name: String?
    var notice: String?
    var proposal: String?
    var reason: String?
    var record: Int64?
    var text: String?

    enum CodingKeys: String, CodingKey {
        case message, addressee, area, bytes, by, document, ending, known, level, limit, method, name, notice, proposal, reason,
            record, text
    }
}

extension ControlError {
    /// The name on the wire without the interface, such as `NoProposal`.
    public var name: String {
        switch self {
        case .lineTooLong: "LineTooLong"
        case .badRequest: "BadRequest"
        case .unknownMethod: "UnknownMethod"
        case .notByFile: "NotByFile"
        case .badParameter: "BadParameter"
        case .busy: "Busy"
        case .noProposal: "NoProposal"
        case .signedByRecorder: "SignedByRecorder"
        case .noArea: "NoArea"
        case .areaMissing: "AreaMissing"
        case .noLevel: "NoLevel"
        case .inForceAlready: "InForceAlready"
        case .noDirective: "NoDirective"
        case .notDue: "NotDue"
        case .endsBeforeItBegins: "EndsBeforeItBegins"
        case .badOpinion: "BadOpinion"
        case .notOneDemand: "NotOneDemand"
        case .notAnHour: "NotAnHour"
        case .badChannel: "BadChannel"
        case .documentMissing: "DocumentMissing"
        case .badText: "BadText"
        case .noNotice: "NoNotice"
        case .noRecord: "NoRecord"
        case .notCorrectable: "NotCorrectable"
        case .recordTooLong: "RecordTooLong"
        case .replyTooLong: "ReplyTooLong"
        case .ledgerRefuses: "LedgerRefuses"
        case .other(let name, _): name
        }
    }

    var parameters: ErrorParameters {
        var result = ErrorParameters(message: text(.english))
        switch self {
        case .lineTooLong(let limit): result.limit = limit
        case .badRequest(let reason), .ledgerRefuses(let reason): result.reason = reason
        case .unknownMethod(let method), .notByFile(let method): result.method = method
        case .badParameter(let name, let reason): (result.name, result.reason) = (name, reason.rawValue)
        case .noProposal(let id, let ended):
            result.proposal = id
            (result.ending, result.by, result.record) = (ended?.how, ended?.by, ended?.record)
        case .signedByRecorder(let name): result.name = name
        case .noArea(let area, let known): (result.area, result.known) = (area, known)
        case .areaMissing(let known): result.known = known
        case .noLevel(let level, let known): (result.level, result.known) = (level, known)
        case .inForceAlready(let level): result.level = level
        case .noDirective(let document): result.document = document
        case .badOpinion(let reason, let text): (result.reason, result.text) = (reason.rawValue, text)
        case .notDue(let notice, let addressee, let known):
            (result.notice, result.addressee, result.known) = (notice, addressee, known)
        case .notAnHour(let name, let text): (result.name, result.text) = (name, text)
        case .badChannel(let text): result.text = text
        case .badText(let name, let limit): (result.name, result.limit) = (name, limit)
        case .noNotice(let notice): result.notice = notice
        case .noRecord(let record): result.record = record
        case .notCorrectable(let notice, let reason): (result.notice, result.reason) = (notice, reason.rawValue)
        case .recordTooLong(let record, let bytes): (result.record, result.bytes) = (record, bytes)
        case .busy, .endsBeforeItBegins, .notOneDemand, .documentMissing, .replyTooLong, .other: break
        }
        return result
    }

    /// From the wire.
    init(name: String, _ given: ErrorParameters) {
        self = Self.known(name, given) ?? .other(name: name, message: given.message)
    }

    private static func known(_ name: String, _ given: ErrorParameters) -> ControlError? {
        switch name {
        case "LineTooLong": given.limit.map { .lineTooLong(limit: $0) }
        case "BadRequest": given.reason.map { .badRequest(reason: $0) }
        case "UnknownMethod": given.method.map { .unknownMethod($0) }
        case "NotByFile": given.method.map { .notByFile(method: $0) }
        case "BadParameter":
            given.reason.flatMap { BadParameter(rawValue: $0) }.flatMap { reason in
                given.name.map { .badParameter(name: $0, reason: reason) }
            }
        case "Busy": .busy
        case "NoProposal":
            given.proposal.map { id in
                .noProposal(
                    id: id,
                    given.ending.flatMap { how in given.record.map { Ended(how: how, by: given.by, record: $0) } })
            }
        case "SignedByRecorder": given.name.map { .signedByRecorder(name: $0) }
        case "NoArea": given.area.map { .noArea($0, known: given.known ?? []) }
        case "AreaMissing": .areaMissing(known: given.known ?? [])
        case "NoLevel": given.level.map { .noLevel($0, known: given.known ?? []) }
        case "InForceAlready": given.level.map { .inForceAlready(level: $0) }
        case "NoDirective": given.document.map { .noDirective(document: $0) }
        case "NotDue":
            given.notice.flatMap { notice in
                given.addressee.map { .notDue(notice: notice, addressee: $0, known: given.known ?? []) }
            }
        case "EndsBeforeItBegins": .endsBeforeItBegins
        case "BadOpinion":
            given.reason.flatMap { BadOpinion(rawValue: $0) }.flatMap { reason in
                given.text.map { .badOpinion(reason, text: $0) }
            }
        case "NotOneDemand": .notOneDemand
        case "NotAnHour": given.name.flatMap { name in given.text.map { .notAnHour(name: name, text: $0) } }
        case "BadChannel": given.text.map { .badChannel($0) }
        case "DocumentMissing": .documentMissing
        case "BadText": given.name.flatMap { name in given.limit.map { .badText(name: name, limit: $0) } }
        case "NoNotice": given.notice.map { .noNotice($0) }
        case "NotCorrectable":
            given.reason.flatMap { NotCorrectable(rawValue: $0) }.flatMap { reason in
                given.notice.map { .notCorrectable(notice: $0, reason) }
            }
        case "NoRecord": given.record.map { .noRecord($0) }
        case "RecordTooLong": given.record.flatMap { record in given.bytes.map { .recordTooLong(record, bytes: $0) } }
        case "ReplyTooLong": .replyTooLong
        case "LedgerRefuses": given.reason.map { .ledgerRefuses(reason: $0) }
        default: nil
        }
    }

    /// Whether what follows on the connection cannot be told apart any more, so that it is closed.
    public var endsConnection: Bool {
        switch self {
        case .lineTooLong, .badRequest, .busy: true
        default: false
        }
    }
}
