import AirQuality
import Desk
import FoundationEssentials

/// Turns entries into bodies and back: JSON with sorted keys, integers only, no line ends.
struct RecordCoder {
    /// Why a record cannot be read.
    enum Unreadable: Error {
        /// A kind of a later version.
        case unknownKind
        /// A body that is not what its kind says.
        case malformed(String)
    }

    private let encoder = JSONEncoder()
    private let decoder = JSONDecoder()

    private let contents: PlanContents

    /// - Parameter contents: What plan records may rest on; those of other kinds need nothing of it.
    init(_ contents: PlanContents = .none) {
        self.contents = contents
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    }

    func body(of entry: LedgerEntry) throws -> String {
        switch entry {
        case .plan(let version): try text(PlanBody(version, contents))
        case .refusedPlan(let hash, let findings): try text(RefusedPlanBody(hash: hash, findings: findings))
        case .feed(let feed): try text(FeedBody(feed))
        case .facts(let facts): try text(FactsBody(facts))
        case .sealed(let record): try text(record)
        case .supplement(let record): try text(record)
        case .act(let record): try text(record)
        case .hourBegun(let record): try text(record)
        case .notEvaluated(let from, let to): try text(SpanBody(from: Int64(from.hours), to: Int64(to.hours)))
        case .published(let notice, let addressees):
            try text(PublishedBody(notice: notice, addressees: addressees.isEmpty ? nil : addressees))
        case .receipt(let receipt): try text(receipt)
        case .reminder(let record): try text(record)
        case .drill(let episode): try text(DrillBody(episode: episode))
        case .clockJump(let from, let to): try text(SpanBody(from: from.seconds, to: to.seconds))
        }
    }

    /// JSON of a value, also used for columns of the derived tables.
    func text(_ value: some Encodable) throws -> String { String(decoding: try encoder.encode(value), as: UTF8.self) }

    func value<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
        do {
            return try decoder.decode(type, from: Data(text.utf8))
        } catch let error as DecodingError {
            throw Unreadable.malformed(Self.reason(error))
        } catch {
            throw Unreadable.malformed("the body is no JSON")
        }
    }

    func entry(kind: String, body: String) throws -> LedgerEntry {
        do {
            return try decode(kind, body)
        } catch is PackedReader.Malformed {
            throw Unreadable.malformed("packed rows are not rows of integers")
        }
    }

    private func decode(_ kind: String, _ body: String) throws -> LedgerEntry {
        switch kind {
        case "plan":
            guard let version = try value(PlanBody.self, body).version(contents) else {
                throw Unreadable.malformed("the files of the plan do not have the hash that the record names")
            }
            return .plan(version)
        case "drill": return .drill(episode: try value(DrillBody.self, body).episode)
        case "refused-plan":
            let refused = try value(RefusedPlanBody.self, body)
            return .refusedPlan(hash: refused.hash, findings: refused.findings)
        case "feed": return .feed(try value(FeedBody.self, body).record())
        case "facts": return .facts(try value(FactsBody.self, body).record)
        case "supplement": return .supplement(try value(SupplementRecord.self, body))
        case "act": return .act(try value(ActRecord.self, body))
        case "hour-begun": return .hourBegun(try value(SealedRecord.self, body))
        case "sealed": return .sealed(try value(SealedRecord.self, body))
        case "not-evaluated":
            let span = try value(SpanBody.self, body)
            return .notEvaluated(from: HourSlot(Int(span.from)), to: HourSlot(Int(span.to)))
        case "published":
            let published = try value(PublishedBody.self, body)
            return .published(notice: published.notice, addressees: published.addressees ?? [])
        case "receipt": return .receipt(try value(Receipt.self, body))
        case "reminder": return .reminder(try value(ReminderRecord.self, body))
        case "clock-jump":
            let span = try value(SpanBody.self, body)
            return .clockJump(from: Instant(seconds: span.from), to: Instant(seconds: span.to))
        default: throw Unreadable.unknownKind
        }
    }

    private static func reason(_ error: DecodingError) -> String {
        switch error {
        case .keyNotFound(let key, _): "the body has no \(key.stringValue)"
        case .typeMismatch(_, let context), .valueNotFound(_, let context): "\(path(context)) is of another type"
        case .dataCorrupted(let context) where context.codingPath.isEmpty: "the body is no JSON"
        case .dataCorrupted(let context): "\(path(context)) has no usable value"
        @unknown default: "the body cannot be read"
        }
    }

    private static func path(_ context: DecodingError.Context) -> String {
        context.codingPath.map(\.stringValue).joined(separator: ".")
    }
}
