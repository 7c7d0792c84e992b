import Foundation

/// A program that runs to its end.
struct Command {
    let arguments: [String]

    init(_ arguments: String...) { self.arguments = arguments }

    init(_ arguments: [String]) { self.arguments = arguments }

    /// Its status and both of its streams.
    func run() throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }

    static func exists(_ program: String) -> Bool {
        (try? Command("sh", "-c", "command -v \(program)").run().status) == 0
    }
}
