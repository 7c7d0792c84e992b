/// The looks of a picture: classes, and a pattern for each grade.
enum PlotStyle {
    /// Generic, with faces for Chinese on each system.
    static let fonts =
        "Helvetica, Arial, 'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', 'WenQuanYi Zen Hei', sans-serif"

    private static let sheet = """
        text { font-size: 110px; fill: #000; }
        .title { font-size: 180px; font-weight: bold; }
        .note { fill: #333; }
        .end { text-anchor: end; }
        .middle { text-anchor: middle; }
        .panel { font-size: 130px; font-weight: bold; }
        .band { font-size: 100px; text-anchor: middle; paint-order: stroke; stroke: #fff; stroke-width: 36; stroke-linejoin: round; }
        .frame { fill: none; stroke: #000; stroke-width: 8; }
        .tick { stroke: #000; stroke-width: 8; }
        .day { stroke: #ccc; stroke-width: 5; }
        .threshold { stroke: #000; stroke-width: 9; stroke-dasharray: 9 36; stroke-linecap: round; }
        .observed { fill: none; stroke: #000; stroke-width: 14; stroke-linejoin: round; stroke-linecap: round; }
        .forecast { fill: none; stroke: #0072B2; stroke-width: 16; stroke-dasharray: 60 36; stroke-linejoin: round; }
        .hatch { stroke: #888; stroke-width: 12; }
        .edge { stroke: #000; stroke-width: 7; }
        .lane { fill: none; stroke: #999; stroke-width: 5; }

        """

    static func write(_ grades: [PlotGrade], _ svg: inout SVGWriter) {
        svg.element("style", text: sheet)
        svg.element("defs") { svg in
            svg.element("pattern", square("gap", 60) + [("patternTransform", "rotate(45)")]) { svg in
                svg.line(0, 0, 0, 60, "hatch")
            }
            for (place, grade) in grades.enumerated() { write(grade, place, rank: grades.count - 1 - place, &svg) }
        }
    }

    private static func square(_ id: String, _ size: Int) -> [(String, String)] {
        [("id", id), ("patternUnits", "userSpaceOnUse"), ("width", "\(size)"), ("height", "\(size)")]
    }

    /// The highest grade has the densest pattern: crossed lines, lines, dots, then none.
    private static func write(_ grade: PlotGrade, _ place: Int, rank: Int, _ svg: inout SVGWriter) {
        let size = 70
        svg.element("pattern", square("grade\(place)", size) + [("patternTransform", "rotate(45)")]) { svg in
            svg.rect(0, 0, size, size, [("fill", grade.colour.rawValue)])
            switch rank {
            case 0:
                svg.element("path", [("d", "M0 0V\(size)M0 0H\(size)"), ("stroke", "#000"), ("stroke-width", "18")])
            case 1: svg.element("path", [("d", "M0 0V\(size)"), ("stroke", "#000"), ("stroke-width", "18")])
            case 2: svg.element("circle", [("cx", "35"), ("cy", "35"), ("r", "9")])
            default: break
            }
        }
    }
}
