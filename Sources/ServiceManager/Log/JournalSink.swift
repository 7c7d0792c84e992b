import CSystemd
import Glibc

/// Where finished journal entries go.
enum JournalSink {
    /// Hands an entry to journald. A journal that is down must not take the service with it: the result is dropped, as
    /// libsystemd itself does where no journald runs.
    static func send(_ entry: JournalEntry) {
        // One block for all fields, so that the pointers in the vectors stay valid together.
        let bytes = entry.fields.flatMap { $0 }
        bytes.withUnsafeBytes { block in
            guard let base = block.baseAddress else { return }
            var vectors: [iovec] = []
            var offset = 0
            for field in entry.fields {
                vectors.append(iovec(iov_base: UnsafeMutableRawPointer(mutating: base + offset), iov_len: field.count))
                offset += field.count
            }
            _ = sd_journal_sendv(vectors, Int32(clamping: vectors.count))
        }
    }
}
