import Foundation
import TestSupport
import Testing

/// The operator's tool at a place's desk.
extension Place {
    var control: String { state + "/control.sock" }

    /// Runs the tool in English, whatever the machine speaks.
    func lantian(_ arguments: String..., language: String = "C.UTF-8") throws -> (status: Int32, output: String) {
        try lantian(arguments, language: language)
    }

    func lantian(_ arguments: [String], language: String = "C.UTF-8") throws -> (status: Int32, output: String) {
        try Command(["env", "LC_ALL=\(language)", "LANTIAN_SOCKET=\(control)", Built.lantian] + arguments).run()
    }

    /// Names of what lies in the spool for those who approve.
    var drafts: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: spool + "/pending")) ?? []).sorted() }

    /// The id of the one proposal that waits.
    func proposal() async throws -> String {
        var id = ""
        try await eventually("a proposal waits") {
            id = try query("SELECT id FROM proposals WHERE ended IS NULL").trimmingCharacters(in: .whitespacesAndNewlines)
            return !id.isEmpty
        }
        return id
    }

    /// Lets an hour come in and waits until it is sealed.
    func seal(_ time: String, slot: String, pm25: Int, sourceLocation: SourceLocation = #_sourceLocation) async throws {
        try clock.set(time)
        try drop(FeedText.hour(slot, pm25: pm25), as: slot.filter(\.isNumber) + ".csv")
        let at = try ChinaTime.seconds(time) / 3600
        try await eventually("\(time) is sealed", sourceLocation: sourceLocation) {
            try query("SELECT count(*) FROM instants WHERE from_at = \(at)") == "1\n"
        }
    }
}

extension TestPlan {
    /// The levels of ``text``, both to be approved.
    static let approved = text.replacing("approve automatically", with: "approve by \"总指挥\" within 1h otherwise remind \"值班室\"")

    /// ``approved`` and ``text``, with districts that acknowledge notices.
    static let served = serving(approved)
    static let automaticallyServed = serving(text)

    private static func serving(_ plan: String) -> String {
        plan.replacing("aqi HJ633", with: "aqi HJ633\n    serve \"东区\", \"西区\" within 2h")
    }

    /// Two areas, approved as one.
    static let twoAreas = approved.replacing(
        "level yellow", with: "area other \"别处\" code 999002 {\n    stations T3\n}\nlevel yellow", maxReplacements: 1)
}
