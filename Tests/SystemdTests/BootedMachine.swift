import Foundation
import TestSupport

/// Where the harness lies, and whether this machine can run it.
enum BootedMachine {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path
    static let harness = root + "/Tests/SystemdTests/harness"

    /// The folder of this test bundle, where the build put the daemon too.
    static let build = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path

    /// Why the machine cannot be booted here, nil where it can.
    static let obstacle: String? = {
        for program in ["lantiand", "lantian"] where !FileManager.default.isExecutableFile(atPath: "\(build)/\(program)") {
            return "\(program) is not built in \(build)"
        }
        do {
            let check = try Command("\(harness)/boot.sh", "--check").run()
            return check.status == 0 ? nil : check.output.trimmingCharacters(in: .whitespacesAndNewlines)
        } catch {
            return "the harness does not run: \(error)"
        }
    }()
}
