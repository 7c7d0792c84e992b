import FoundationEssentials
import Presentation

/// What a client asks. Every text is as a person gave it: areas and levels by id or name, times with or without an offset.
public enum ControlRequest: Hashable, Sendable {
    case getInfo
    case status
    case episodes(History)
    case decisions(History)
    case proposals
    case directives
    case receipts(ReceiptsQuestion)
    case notice(NoticeQuestion)
    case export(ExportQuestion)
    case approve(Approval)
    case reject(Rejection)
    case declare(Declaration)
    case direct(DirectiveText)
    case withdraw(Withdrawal)
    case acknowledge(Acknowledgement)
    case opine(OpinionText)
    case retract(Retraction)
    case correct(CorrectionText)
    case reload

    public var method: ControlMethod {
        switch self {
        case .getInfo: .getInfo
        case .status: .status
        case .episodes: .episodes
        case .decisions: .decisions
        case .proposals: .proposals
        case .directives: .directives
        case .receipts: .receipts
        case .notice: .notice
        case .export: .export
        case .approve: .approve
        case .reject: .reject
        case .declare: .declare
        case .direct: .direct
        case .withdraw: .withdraw
        case .acknowledge: .acknowledge
        case .opine: .opine
        case .retract: .retract
        case .correct: .correct
        case .reload: .reload
        }
    }

    // MARK: Reading

    /// Reads a line without its line end.
    ///
    /// Parameters that the method does not know are refused: one that is misspelt must not be passed over.
    public init(line: [UInt8]) throws(ControlError) {
        guard line.count <= ControlLimits.requestBytes else { throw .lineTooLong(limit: ControlLimits.requestBytes) }
        let tree: JSONValue
        do throws(JSONReader.Failure) { tree = try JSONReader.read(line, depth: ControlLimits.depth) } catch {
            throw .badRequest(reason: "byte \(error.offset): \(error.reason)")
        }
        guard case .object(let members) = tree, let name = tree["method"]?.text else {
            throw .badRequest(reason: "a request is an object with a \"method\"")
        }
        if let other = members.first(where: { $0.key != "method" && $0.key != "parameters" }) {
            throw .badRequest(reason: "a request has no member \"\(other.key.prefix(40))\"")
        }
        guard let method = ControlMethod(fullName: name) else { throw .unknownMethod(String(name.prefix(200))) }
        let reader = ParameterReader(tree["parameters"] ?? .object([]))
        switch method {
        case .getInfo: self = try reader.none(.getInfo)
        case .status: self = try reader.none(.status)
        case .proposals: self = try reader.none(.proposals)
        case .directives: self = try reader.none(.directives)
        case .reload: self = try reader.none(.reload)
        case .episodes: self = .episodes(try reader.value(History.self))
        case .decisions: self = .decisions(try reader.value(History.self))
        case .receipts: self = .receipts(try reader.value(ReceiptsQuestion.self))
        case .notice: self = .notice(try reader.value(NoticeQuestion.self))
        case .export: self = .export(try reader.value(ExportQuestion.self))
        case .approve: self = .approve(try reader.value(Approval.self))
        case .reject: self = .reject(try reader.value(Rejection.self))
        case .declare: self = .declare(try reader.value(Declaration.self))
        case .direct: self = .direct(try reader.value(DirectiveText.self))
        case .withdraw: self = .withdraw(try reader.value(Withdrawal.self))
        case .acknowledge: self = .acknowledge(try reader.value(Acknowledgement.self))
        case .opine: self = .opine(try reader.value(OpinionText.self))
        case .retract: self = .retract(try reader.value(Retraction.self))
        case .correct: self = .correct(try reader.value(CorrectionText.self))
        }
    }

    // MARK: Writing

    /// The line with its line end.
    public var line: [UInt8] {
        get throws {
            struct Envelope<Parameters: Encodable>: Encodable {
                var method: String
                var parameters: Parameters
            }
            func encoded(_ parameters: some Encodable) throws -> [UInt8] {
                try ControlCoding.line(Envelope(method: method.fullName, parameters: parameters))
            }
            return switch self {
            case .getInfo, .status, .proposals, .directives, .reload: try encoded([String: String]())
            case .episodes(let parameters), .decisions(let parameters): try encoded(parameters)
            case .receipts(let parameters): try encoded(parameters)
            case .notice(let parameters): try encoded(parameters)
            case .export(let parameters): try encoded(parameters)
            case .approve(let parameters): try encoded(parameters)
            case .reject(let parameters): try encoded(parameters)
            case .declare(let parameters): try encoded(parameters)
            case .direct(let parameters): try encoded(parameters)
            case .withdraw(let parameters): try encoded(parameters)
            case .acknowledge(let parameters): try encoded(parameters)
            case .opine(let parameters): try encoded(parameters)
            case .retract(let parameters): try encoded(parameters)
            case .correct(let parameters): try encoded(parameters)
            }
        }
    }
}
