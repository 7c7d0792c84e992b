import AirQuality
import Desk
import FoundationEssentials
import Lists

// The bodies of the other kinds; the names of their properties are those in the file.

struct PlanBody: Codable {
    struct File: Codable {
        var name: String
        /// The content where it is UTF-8.
        var text: String?
        /// The content where it is not.
        var base64: String?
        /// The hash of the content where an earlier record holds it.
        var sha256: String?
    }

    var hash: String
    var files: [File]

    init(_ version: PlanVersion, _ contents: PlanContents) throws {
        hash = version.hash
        files = try version.files.map { file in
            let hash = ContentHash.hex(file.bytes)
            if try contents.holds(hash) { return File(name: file.name, sha256: hash) }
            if let text = String(validating: file.bytes, as: UTF8.self) { return File(name: file.name, text: text) }
            return File(name: file.name, base64: Data(file.bytes).base64EncodedString())
        }
    }

    /// Nil where the files do not have the hash that is named.
    func version(_ contents: PlanContents) throws -> PlanVersion? {
        let version = PlanVersion(
            files: try files.map { file in PlanFile(name: file.name, bytes: try bytes(of: file, contents)) })
        return version.hash == hash ? version : nil
    }

    private func bytes(of file: File, _ contents: PlanContents) throws -> [UInt8] {
        if let text = file.text { return Array(text.utf8) }
        guard let hash = file.sha256 else { return Data(base64Encoded: file.base64 ?? "").map { Array($0) } ?? [] }
        guard let bytes = try contents.bytes(hash) else {
            throw RecordCoder.Unreadable.malformed("no earlier record holds the content of \(file.name)")
        }
        return bytes
    }
}

struct RefusedPlanBody: Codable {
    var hash: String
    var findings: String
}

struct FeedBody: Codable {
    var name: String
    var digest: String
    var format: String
    var counts: FeedRecord.Counts
    var observations: ObservationsBody?
    var forecasts: ForecastsBody?

    init(_ feed: FeedRecord) {
        name = feed.name
        digest = feed.digest
        format = feed.format
        counts = feed.counts
        observations = ObservationsBody(feed.observations)
        forecasts = ForecastsBody(feed.forecasts)
    }

    func record() throws -> FeedRecord {
        FeedRecord(
            name: name, digest: digest, format: format, observations: try observations?.batch() ?? .init(),
            forecasts: try forecasts?.batch() ?? .init(), counts: counts)
    }
}

struct FactsBody: Codable {
    var name: String
    var digest: String
    var counts: FeedRecord.Counts
    var facts: [Fact]

    init(_ record: FactsRecord) {
        name = record.name
        digest = record.digest
        counts = record.counts
        facts = record.facts
    }

    var record: FactsRecord { FactsRecord(name: name, digest: digest, facts: facts, counts: counts) }
}

/// Two times: hours since 1970-01-01T00:00Z, or seconds.
struct SpanBody: Codable {
    var from: Int64
    var to: Int64
}

struct DrillBody: Codable {
    var episode: String
}

struct PublishedBody: Codable {
    var notice: String
    /// nil: nobody; left out, as in records of before.
    var addressees: [Addressee]?
}
