import Foundation

/// A program with its arguments, found by PATH, that runs to its end.
public struct Command {
    let arguments: [String]

    public init(_ arguments: String...) { self.arguments = arguments }

    public init(_ arguments: [String]) { self.arguments = arguments }

    /// Its status and both of its streams.
    ///
    /// - Parameter input: What it reads on standard input, at most a pipe's length; nil: nothing.
    public func run(input: String? = nil) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        let source = input.map { _ in Pipe() }
        process.standardInput = source ?? FileHandle.nullDevice
        try process.run()
        if let source, let input {
            source.fileHandleForWriting.write(Data(input.utf8))
            try source.fileHandleForWriting.close()
        }
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }

    public static func exists(_ program: String) -> Bool {
        (try? Command("sh", "-c", "command -v \(program)").run().status) == 0
    }
}
