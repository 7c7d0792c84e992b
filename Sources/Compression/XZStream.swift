internal import CLzma

/// xz through liblzma.
enum XZStream {
    /// Enough for `xz -9`, which needs 65 MiB.
    private static let memory: UInt64 = 96 << 20

    static func unpack(_ bytes: UnsafeRawBufferPointer, limit: Int) throws(DecompressionError) -> [UInt8] {
        var output = OutputBuffer(limit: limit, expected: bytes.count * 16)
        var stream = lzma_stream()
        guard lzma_stream_decoder(&stream, memory, CLZMA_CONCATENATED) == LZMA_OK else { throw .outOfMemory }
        defer { lzma_end(&stream) }
        let chunk = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: OutputBuffer.chunk)
        defer { chunk.deallocate() }
        stream.next_in = bytes.bindMemory(to: UInt8.self).baseAddress
        stream.avail_in = bytes.count
        while true {
            stream.next_out = chunk.baseAddress
            stream.avail_out = chunk.count
            // All input is there from the start, so the end of it may be announced at once.
            let status = lzma_code(&stream, LZMA_FINISH)
            try output.append(UnsafeBufferPointer(rebasing: chunk[..<(chunk.count - stream.avail_out)]))
            switch status {
            case LZMA_OK: continue
            case LZMA_STREAM_END: return output.bytes
            case LZMA_BUF_ERROR: throw .truncated
            case LZMA_MEM_ERROR, LZMA_MEMLIMIT_ERROR: throw .outOfMemory
            default: throw .damaged
            }
        }
    }
}
