/// A unit of a list column, as plans write it.
enum ColumnUnit: String {
    case kilogramsPerDay = "kg/d"
    case squareMetres = "m²"
    case percent = "%"
    case degrees = "°"

    init?(spelling: String) {
        switch spelling.lowercased() {
        case "kg/d", "kg/day", "千克/日", "公斤/日", "千克/天", "公斤/天": self = .kilogramsPerDay
        case "m2", "m²", "㎡", "平方米": self = .squareMetres
        case "%": self = .percent
        case "°", "度": self = .degrees
        default: return nil
        }
    }
}
