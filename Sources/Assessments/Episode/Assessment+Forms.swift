public import Presentation

extension Assessment {
    /// One self-contained file for a browser or a printer.
    public var html: String { HTMLPage(document: AssessmentDocument(self).document).text }

    /// One JSON document in one line.
    public var json: String { AssessmentJSON(self).text }

    /// Plain text, without the picture.
    public func text(_ style: Style) -> String { TextPage(document: AssessmentDocument(self).document, style: style).text }
}
