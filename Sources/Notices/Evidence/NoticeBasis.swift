import Presentation

/// On what the decision of a notice stands, read from its `notice.json`.
public enum NoticeBasis {
    /// - Returns: `approval`, `consultation` or `directive`; nil where it stands on the plan's conditions alone, or is unreadable.
    public static func kind(of json: [UInt8]) -> String? {
        (try? JSONReader.read(json))?["decision"]?["basis"]?["kind"]?.text
    }
}
