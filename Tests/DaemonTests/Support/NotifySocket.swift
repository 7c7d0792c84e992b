import Foundation
import Synchronization
import Testing

/// Listens as the service manager does, and keeps what the service says.
final class NotifySocket: Sendable {
    let path: String
    private let descriptor: Int32
    private let heard = Mutex<[String]>([])

    init(in folder: String) throws {
        path = folder + "/notify"
        unlink(path)
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        try #require(path.utf8.count < MemoryLayout.size(ofValue: address.sun_path))
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(bound == 0, "cannot bind \(path)")
        // The queue of such a socket is short, and the service would wait for a reader.
        let own = descriptor
        Thread.detachNewThread { [weak self] in
            var buffer = [UInt8](repeating: 0, count: 8192)
            while true {
                let count = recv(own, &buffer, buffer.count, 0)
                guard count > 0 else { break }
                let message = String(decoding: buffer.prefix(count), as: UTF8.self)
                self?.heard.withLock { $0.append(message) }
            }
            close(own)
        }
    }

    deinit {
        shutdown(descriptor, Int32(SHUT_RDWR))
        unlink(path)
    }

    var messages: [String] { heard.withLock { $0 } }

    func forget() { heard.withLock { $0.removeAll() } }

    /// The last text for `systemctl status`.
    var status: String {
        let lines = messages.flatMap { $0.split(separator: "\n") }
        return lines.last { $0.hasPrefix("STATUS=") }.map { String($0.dropFirst(7)) } ?? ""
    }
}
