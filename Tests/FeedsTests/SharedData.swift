import Compression
import Feeds
import TestSupport

#if canImport(Glibc)
    import Glibc
#endif

/// The real data beside the repository, where it is there.
enum SharedData {
    static let root = RecordedData.folder

    static var isThere: Bool { access(root + "/feeds", R_OK) == 0 }

    static func bytes(_ path: String) -> [UInt8] {
        guard let file = fopen(root + "/" + path, "rb") else { return [] }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&chunk, 1, chunk.count, file)
            if count == 0 { break }
            bytes += chunk[..<count]
        }
        return (try? bytes.withUnsafeBytes { try Decompressor.unpack($0) }) ?? bytes
    }

    static func read(_ path: String) -> FeedResult { FeedReader.read(bytes(path), name: path) }

    static let prsaStations = [
        "Aotizhongxin", "Changping", "Dingling", "Dongsi", "Guanyuan", "Gucheng", "Huairou", "Nongzhanguan", "Shunyi",
        "Tiantan", "Wanliu", "Wanshouxigong",
    ]
}
