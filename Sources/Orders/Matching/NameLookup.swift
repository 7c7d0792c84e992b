import AirQuality
import Lists

/// The entries of a list of names that are valid on a day.
///
/// An entry with a code means who has that code; its name counts for those without a code. An entry without a code means its name.
struct NameLookup: Sendable {
    let entries: [NameList.Entry]
    private var codes: ByteIndex
    private var names: ByteIndex
    private var namesWithoutCode: ByteIndex

    init(_ list: NameList?, day: LocalDate) {
        entries = list?.entries ?? []
        codes = ByteIndex(minimumCapacity: entries.count)
        names = ByteIndex(minimumCapacity: entries.count)
        namesWithoutCode = ByteIndex(minimumCapacity: 0)
        for (index, entry) in entries.enumerated() where entry.isValid(on: day) {
            if !entry.code.isEmpty { codes.insert(Array(entry.code.utf8), Int32(index)) }
            guard !entry.name.isEmpty else { continue }
            names.insert(Array(entry.name.utf8), Int32(index))
            if entry.code.isEmpty { namesWithoutCode.insert(Array(entry.name.utf8), Int32(index)) }
        }
    }

    /// Whether nobody is on it on that day.
    var isEmpty: Bool { codes.isEmpty && names.isEmpty }

    /// For each entry the first that gives the same reason and document.
    var sameEntries: [Int32] {
        var firsts: [[String]: Int32] = [:]
        return entries.indices.map { index in
            let said = [entries[index].reason, entries[index].document]
            if let first = firsts[said] { return first }
            firsts[said] = Int32(index)
            return Int32(index)
        }
    }

    /// The first entry of somebody with a code and a name, -1 where there is none.
    @inline(__always) func find(code: UnsafeBufferPointer<UInt8>, name: @autoclosure () -> UnsafeBufferPointer<UInt8>) -> Int32 {
        if code.isEmpty { return name().isEmpty ? -1 : names.find(name()) }
        let found = codes.find(code)
        if found >= 0 || namesWithoutCode.isEmpty || name().isEmpty { return found }
        return namesWithoutCode.find(name())
    }

    /// The first entry of what a cell names, by code or name.
    @inline(__always) func find(either text: UnsafeBufferPointer<UInt8>) -> Int32 {
        if text.isEmpty { return -1 }
        let found = codes.find(text)
        return found >= 0 ? found : names.find(text)
    }
}
