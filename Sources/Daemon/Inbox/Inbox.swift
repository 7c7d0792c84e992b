public import AirQuality
import Desk
import Feeds
public import FileAccess
import Ledger
public import Logging

/// Takes feed files and files of requests in: each is parsed, committed to the ledger, and only then filed away.
public struct Inbox<Files: FileSystem> {
    private let folder: InboxFolder<Files>
    private let intake: FeedIntake<Files>
    private let requests: RequestIntake<Files>
    private let log: Logger

    /// - Parameter mayAct: Whether an account, by its number, may use the control socket: files of requests of others are refused.
    public init(
        root: String, on files: Files, service: DeskService<Files>, log: Logger, mayAct: @escaping (UInt32) -> Bool
    ) {
        folder = InboxFolder(root: root, on: files)
        intake = FeedIntake(service: service, log: log)
        requests = RequestIntake(service: service, files: files, log: log, mayAct: mayAct)
        self.log = log
    }

    public func prepare() throws(FileFailure) { try folder.prepare() }

    /// Takes every file that waits, in the order of names.
    ///
    /// - Parameters:
    ///   - isComplete: Whether a file's writer has finished with it.
    ///   - goesOn: Asked before each file; where it says no, the rest has to stay.
    /// - Returns: How many were taken or rejected, and whether any had to stay.
    @discardableResult
    public func takeAll(
        now: Instant, isComplete: (String) -> Bool = { _ in true }, goesOn: () -> Bool = { true }
    ) -> (taken: Int, stayed: Bool) {
        let names: [String]
        do throws(FileFailure) { names = try folder.waiting().map(\.name) } catch {
            log.error("the inbox cannot be read", metadata: ["error": "\(error)"])
            return (0, true)
        }
        var taken = 0
        var stayed = false
        for name in names {
            guard goesOn() else { return (taken, true) }
            if isComplete(name), take(name, now: now, goesOn: goesOn) { taken += 1 } else { stayed = true }
        }
        return (taken, stayed)
    }

    /// Takes one file.
    ///
    /// - Parameter goesOn: Asked before each request of a file of these; where it says no, the rest has to stay.
    /// - Returns: Whether it has left the inbox. It stays where the ledger or the disk refuses, to be tried again.
    @discardableResult
    public func take(_ name: String, now: Instant, goesOn: () -> Bool = { true }) -> Bool {
        let bytes: [UInt8]
        let owner: UInt32?
        do throws(FileFailure) { (bytes, owner) = try folder.read(name, limit: FeedLimits.bytes) } catch {
            // Gone: someone took it away, or a second event speaks of a file already filed.
            guard !error.isMissing else { return true }
            return file(name) { try folder.reject(name, digest: nil, reason: error.description) }
        }
        let digest = ContentHash.hex(bytes)
        let outcome: FeedIntake<Files>.Outcome
        do {
            outcome =
                RequestIntake<Files>.isRequests(bytes)
                ? try requests.take(bytes, name: name, digest: digest, owner: owner, now: now, goesOn: goesOn)
                : try intake.take(bytes, name: name, digest: digest, now: now)
        } catch {
            // Logged where it happened; the file stays.
            return false
        }
        switch outcome {
        case .early:
            log.info(
                "a file speaks of hours to come; it waits until the clock is no longer in doubt", metadata: ["file": "\(name)"])
            return false
        case .interrupted: return false
        case .taken, .seen: return file(name) { try folder.finish(name, digest: digest) }
        case .rejected(let reason):
            log.warning("a file is rejected: \(reason)", metadata: ["file": "\(name)"])
            return file(name) { try folder.reject(name, digest: digest, reason: reason) }
        }
    }

    private func file(_ name: String, _ body: () throws -> Void) -> Bool {
        do {
            try body()
            return true
        } catch {
            log.error("a file cannot be filed away; it will be tried again", metadata: ["file": "\(name)", "error": "\(error)"])
            return false
        }
    }
}
