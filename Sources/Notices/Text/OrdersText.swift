import Orders
import Presentation

/// The section on orders and what they reduce.
enum OrdersText {
    /// Nothing where the notice has no orders.
    static func write(_ orders: OrderReport?, heading: String, _ page: inout Page) {
        guard let orders else { return }
        page.heading(heading)
        for line in orders.chineseLines() {
            // Rows of a table stand as they are; only a sentence is broken.
            let shown = PlainText.shown(line)
            if shown.displayWidth > Page.width - 2 { page.sentence(shown) } else { page.line("  " + shown) }
        }
        page.sentence(ChineseWords.orderFiles)
    }
}
