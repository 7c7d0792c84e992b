internal import CZlib

/// gzip (RFC 1952) through zlib.
enum GzipStream {
    static func unpack(_ bytes: UnsafeRawBufferPointer, limit: Int) throws(DecompressionError) -> [UInt8] {
        var output = OutputBuffer(limit: limit, expected: bytes.count * 8)
        var stream = z_stream()
        // 15 + 16: the largest window, gzip alone.
        guard inflateInit2_(&stream, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw .outOfMemory
        }
        defer { inflateEnd(&stream) }
        let chunk = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: OutputBuffer.chunk)
        defer { chunk.deallocate() }
        let input = bytes.bindMemory(to: UInt8.self)
        // zlib counts in 32 bits, and declares its input as mutable though it never writes there.
        var offset = 0
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        while true {
            if stream.avail_in == 0 {
                let part = min(bytes.count - offset, 1 << 30)
                offset += part
                stream.avail_in = UInt32(part)
            }
            stream.next_out = chunk.baseAddress
            stream.avail_out = UInt32(chunk.count)
            let status = inflate(&stream, Z_NO_FLUSH)
            let written = chunk.count - Int(stream.avail_out)
            try output.append(UnsafeBufferPointer(rebasing: chunk[..<written]))
            switch status {
            case Z_OK: continue
            case Z_STREAM_END:
                let rest = UnsafeRawBufferPointer(rebasing: bytes[(offset - Int(stream.avail_in))...])
                // Zeros may pad the last member, as they do on tapes.
                if rest.allSatisfy({ $0 == 0 }) { return output.bytes }
                guard inflateReset(&stream) == Z_OK else { throw .damaged }
            case Z_BUF_ERROR: throw .truncated
            case Z_MEM_ERROR: throw .outOfMemory
            default: throw .damaged
            }
        }
    }
}
