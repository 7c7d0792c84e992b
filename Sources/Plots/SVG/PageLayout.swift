/// Where things lie on a page: A4 landscape, in tenths of a CSS pixel.
enum PageLayout {
    static let width = 11_230
    static let height = 7940
    static let margin = 400
    /// Where panels begin, and how much height they have in all.
    static let top = 820
    static let body = 6400
    /// The plot's edges within a panel.
    static let left = 1700
    static let right = 10_050
    static let laneHeight = 150
    static let lanePitch = 180
    /// The axis of time with its labels.
    static let axis = 240

    /// Panels on a page: one fills it, several share it so that each plot keeps about a hundred pixels of height.
    static func rows(lanes: Int, panels: Int) -> Int {
        let needed = 1050 + axis + lanes * lanePitch + 100
        return max(1, min(min(4, body / needed), panels))
    }
}
