/// Renders a notice into the files of its folder.
public enum NoticeRenderer {
    /// The files of a notice's folder in UTF-8: `notice.txt` (the official text), `notice.json` and `cap.xml` (CAP 1.2).
    public static func files(_ notice: Notice) -> [(name: String, bytes: [UInt8])] {
        [
            ("notice.txt", Array(OfficialText.text(of: notice).utf8)),
            ("notice.json", Array(NoticeJSON.text(of: notice).utf8)),
            ("cap.xml", Array(CAPAlert.text(of: notice).utf8)),
        ]
    }
}
