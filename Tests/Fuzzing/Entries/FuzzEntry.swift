/// A place where bytes from outside come in: what is fed by the fuzzer, and by a test with all inputs that are kept.
public struct FuzzEntry: Sendable {
    /// As `scripts/fuzz` and the folders of the corpus call it.
    public let name: String
    /// Reads the bytes, and stops the process where something does not hold that must hold for every input.
    public let run: @Sendable ([UInt8]) -> Void

    public static let all = languageEntries + feedEntries + listEntries + controlEntries

    public static func named(_ name: String) -> FuzzEntry? { all.first { $0.name == name } }
}

/// Stops the process: to the fuzzer that is a finding, to a test a crash with the text.
func require(_ holds: Bool, _ text: @autoclosure () -> String) {
    precondition(holds, text())
}
