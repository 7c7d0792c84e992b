import Orders
import Presentation

extension JSONWriter {
    /// An array of objects, one an item.
    mutating func list<Item>(_ name: String, _ items: [Item], _ body: (inout JSONWriter, Item) -> Void) {
        key(name)
        array { json in for item in items { json.object { body(&$0, item) } } }
    }

    /// A number, or null.
    mutating func number(_ name: String, _ value: (some BinaryInteger)?) {
        key(name)
        if let value { integer(value) } else { null() }
    }

    /// A number of tenths, or null.
    mutating func tenths(_ name: String, _ value: Int64?) {
        key(name)
        if let value { raw(Words.tenths(value)) } else { null() }
    }

    /// A text in both languages.
    mutating func both(_ text: BothTexts) {
        field("zh", text.chinese)
        field("en", text.english)
    }

    mutating func errors(_ errors: ForecastErrors) {
        field("days", errors.count)
        tenths("bias", errors.bias)
        tenths("mean_absolute_error", errors.meanAbsolute)
        field("heavy_days", errors.heavy)
        field("hits", errors.hits)
        field("false_alarms", errors.falseAlarms)
    }
}
