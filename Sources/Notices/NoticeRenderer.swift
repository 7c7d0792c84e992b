import Desk
import Orders

/// Renders a notice into the files of its folder.
public enum NoticeRenderer {
    /// The files of a notice's folder in UTF-8: `notice.txt` (the official text), `notice.html` (for people and paper), `notice.json` and `cap.xml` (CAP 1.2), of a
    /// high value `sms.txt`, and where there are orders `orders.csv`, `orders.json` and `orders/NAME.csv` for each addressee.
    public static func files(_ notice: Notice) -> [(name: String, bytes: [UInt8])] {
        [
            ("notice.txt", Array(OfficialText.text(of: notice).utf8)),
            ("notice.html", Array(NoticeHTML.text(of: notice).utf8)),
            ("notice.json", Array(NoticeJSON.text(of: notice).utf8)),
            ("cap.xml", Array(CAPAlert.text(of: notice).utf8)),
        ] + short(of: notice) + orders(of: notice)
    }

    /// Whoever is told by telephone of a high value needs no template for it.
    private static func short(of notice: Notice) -> [(name: String, bytes: [UInt8])] {
        guard case .highValue(let value) = notice.matter, let short = notice.message(value).short else { return [] }
        return [("sms.txt", Array((short + "\n").utf8))]
    }

    /// A supplement has the changed orders alone; where nothing was ordered before, all of them are new.
    private static func orders(of notice: Notice) -> [(name: String, bytes: [UInt8])] {
        guard let orders = notice.orders else { return [] }
        guard case .supplement = notice.matter, orders.previous != nil else { return orders.files(changedOnly: false) }
        return orders.files(changedOnly: true)
    }
}
