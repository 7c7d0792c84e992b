import FileAccess
import Ledger
import Logging
import Notices
import PlanLanguage
import Templates

extension DeskService {
    /// The city's own texts of a notice, by the templates of its plan version.
    ///
    /// Texts that cannot be had hold no warning up: the notice goes without, and the journal says so.
    func templateFiles(of notice: Notice) throws -> [(name: String, bytes: [UInt8])] {
        try templates(of: notice.planHash).files(of: notice)
    }

    private func templates(of hash: String) throws -> TemplateSet {
        if let known = templates, known.hash == hash { return known.set }
        let files = try ledger.templates(ofPlan: hash).map { SourceFile(name: $0.name, bytes: $0.bytes) }
        // They were tried when the plan took force.
        let read = TemplateSet.read(files, for: nil)
        if read.set == nil {
            log.error(
                "the templates of a plan version on record are no longer understood: a notice goes without their texts",
                metadata: ["plan": "\(hash)"])
        }
        let set = read.set ?? .none
        templates = (hash, set)
        return set
    }
}
