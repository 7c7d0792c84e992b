import Foundation
import Testing

/// Waits until something holds, at most a minute: machine and disk may be busy with other tests.
func eventually(
    _ what: String, within limit: Duration = .seconds(60), sourceLocation: SourceLocation = #_sourceLocation,
    _ holds: () async throws -> Bool
) async throws {
    let start = ContinuousClock.now
    while try await !holds() {
        try #require(ContinuousClock.now - start < limit, "waited in vain: \(what)", sourceLocation: sourceLocation)
        try await Task.sleep(for: .milliseconds(5))
    }
}
