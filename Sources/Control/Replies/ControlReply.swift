import FoundationEssentials
public import Presentation

/// What a server answers: parameters of the method's own shape, or an error.
public enum ControlReply {
    private struct Success<Parameters: Codable>: Codable {
        var parameters: Parameters
    }

    private struct Failure: Codable {
        var error: String
        var parameters: ErrorParameters
    }

    /// The line with its line end; an error where it would be too long.
    public static func line(_ parameters: some Codable) -> [UInt8] {
        guard let line = try? ControlCoding.line(Success(parameters: parameters)), line.count <= ControlLimits.replyBytes + 1
        else {
            return self.line(ControlError.replyTooLong)
        }
        return line
    }

    /// The line with its line end.
    public static func line(_ error: ControlError) -> [UInt8] {
        let failure = Failure(error: "\(ControlMethod.interface).\(error.name)", parameters: error.parameters)
        // Only texts and integers, which every encoder takes.
        return (try? ControlCoding.line(failure)) ?? Array("{\"error\":\"\(failure.error)\",\"parameters\":{}}\n".utf8)
    }

    private struct Kind: Codable {
        var error: String?
    }

    /// Why a client cannot read a reply.
    public struct Unreadable: Error, Hashable, Sendable {
        public var reason: String
    }

    /// Reads a line without its line end.
    ///
    /// Members that this version does not know are passed over.
    ///
    /// - Throws: ``ControlError`` that the server answered; ``Unreadable``.
    public static func read<Parameters: Codable>(_ type: Parameters.Type, _ line: [UInt8]) throws -> Parameters {
        do {
            guard let name = try ControlCoding.value(Kind.self, line).error else {
                return try ControlCoding.value(Success<Parameters>.self, line).parameters
            }
            let failure = try ControlCoding.value(Failure.self, line)
            let prefix = ControlMethod.interface + "."
            throw ControlError(name: name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name, failure.parameters)
        } catch let error as DecodingError {
            throw Unreadable(reason: "\(error)")
        }
    }

    /// The parameters of a reply as they stand, for showing them to a program.
    public static func parameters(_ line: [UInt8]) throws(JSONReader.Failure) -> String {
        var writer = JSONWriter()
        writer.value(try JSONReader.read(line)["parameters"] ?? .null)
        return writer.text
    }
}
