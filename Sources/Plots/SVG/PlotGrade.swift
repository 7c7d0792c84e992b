/// A level as a picture shows it: by colour and by pattern.
public struct PlotGrade: Hashable, Sendable {
    /// Colours that people with any kind of colour vision tell apart (Okabe and Ito 2008).
    public enum Colour: String, Hashable, Sendable, CaseIterable {
        case vermillion = "#D55E00"
        case orange = "#E69F00"
        case yellow = "#F0E442"
        case skyBlue = "#56B4E9"
        case green = "#009E73"
        case purple = "#CC79A7"
    }

    public var name: String
    public var colour: Colour

    public init(name: String, colour: Colour) {
        self.name = name
        self.colour = colour
    }
}
