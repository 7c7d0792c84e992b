import CLinux
import Glibc

/// Gives files whose name is no UTF-8, as writers in GBK leave them, a name that can be spoken of.
struct NameMender {
    /// Renames such files of a folder: each byte beyond ASCII becomes `%` and two digits. A file that is being written is left.
    ///
    /// - Returns: Whether any had to be left.
    static func mend(_ folder: String) -> Bool {
        guard let stream = opendir(folder) else { return false }
        defer { closedir(stream) }
        var names: [[UInt8]] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if String(validating: name, as: UTF8.self) == nil { names.append(name) }
        }
        var isLeft = false
        for name in names where !mend(name, in: dirfd(stream)) { isLeft = true }
        return isLeft
    }

    private static func mend(_ name: [UInt8], in folder: Int32) -> Bool {
        let old = name.map { CChar(bitPattern: $0) } + [0]
        let descriptor = openat(folder, old, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        if descriptor >= 0 {
            defer { close(descriptor) }
            guard WriterCheck.isComplete(descriptor) else { return false }
        }
        return linux_rename_new(folder, old, folder, escaped(name)) == 0
    }

    static func escaped(_ name: [UInt8]) -> String {
        let digits = Array("0123456789ABCDEF")
        var text = ""
        for byte in name {
            if byte < 0x80 {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                text += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            }
        }
        return text
    }
}
