import AirQuality
import FoundationEssentials

/// The bodies of the other kinds; the names of their properties are those in the file.
struct PlanBody: Codable {
    struct File: Codable {
        var name: String
        /// The content where it is UTF-8.
        var text: String?
        /// The content where it is not.
        var base64: String?
    }

    var hash: String
    var files: [File]

    init(_ version: PlanVersion) {
        hash = version.hash
        files = version.files.map { file in
            if let text = String(validating: file.bytes, as: UTF8.self) { return File(name: file.name, text: text) }
            return File(name: file.name, base64: Data(file.bytes).base64EncodedString())
        }
    }

    /// Nil where the files do not have the hash that is named.
    func version() -> PlanVersion? {
        let version = PlanVersion(
            files: files.map { file in
                PlanFile(name: file.name, bytes: file.text.map { Array($0.utf8) } ?? bytes(ofBase64: file.base64 ?? ""))
            })
        return version.hash == hash ? version : nil
    }

    private func bytes(ofBase64 text: String) -> [UInt8] { Data(base64Encoded: text).map { Array($0) } ?? [] }
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

/// Two times: hours since 1970-01-01T00:00Z, or seconds.
struct SpanBody: Codable {
    var from: Int64
    var to: Int64
}

struct PublishedBody: Codable {
    var notice: String
}
