import Glibc

/// What is piped into a command.
enum StandardInput {
    /// All bytes up to the end; of more than the limit, one byte more than that, so that it can be said.
    static func read(limit: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count <= limit {
            var failure: Int32 = 0
            let wanted = min(65_536, limit + 1 - bytes.count)
            let chunk = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
                repeat {
                    let got = Glibc.read(STDIN_FILENO, buffer.baseAddress, wanted)
                    if got >= 0 {
                        count = got
                        return
                    }
                } while errno == EINTR
                failure = errno
            }
            guard failure == 0 else {
                throw Console.cannotRun("cannot read standard input: \(String(cString: strerror(failure)))")
            }
            if chunk.isEmpty { break }
            bytes += chunk
        }
        return bytes
    }
}
