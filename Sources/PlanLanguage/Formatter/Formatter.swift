/// Brings plan files into their one layout, and from one vocabulary into the other (issue 4 §1, language.md “The look”).
///
/// The layout follows from the syntax tree and the comments alone, but for blank lines: one at most stays where one stood.
/// A file with syntax errors is left as it is. What was formatted reads back as the same tree; that is checked of every file,
/// for a plan is a legal text.
public enum Formatter {
    /// In which vocabulary the keywords are written.
    public enum Keywords: String, Hashable, Sendable, CaseIterable {
        /// That of the file.
        case keep
        case english, chinese
    }

    /// Formats one file.
    ///
    /// - Returns: the text, or what hinders it: a file that is too large or not UTF-8, or its syntax errors.
    public static func format(_ file: SourceFile, keywords: Keywords = .keep) -> FormatResult {
        if let draft = PlanChecker.unreadable(file, 0) { return refusal([draft], file) }
        let (tree, drafts) = Parser.parse(file, index: 0)
        guard drafts.errors == 0 else { return refusal(drafts.list.filter { $0.kind.severity == .error }, file) }
        let vocabulary: Vocabulary =
            switch keywords {
            case .keep: tree.vocabulary ?? .english
            case .english: .english
            case .chinese: .chinese
            }
        let text = Writer.text(tree, of: file, in: vocabulary)
        guard text.utf8.count <= SourceFile.limit else {
            return refusal([Draft(.fileTooLarge(bytes: text.utf8.count), SourceRange(file: 0, start: 0, end: 0))], file)
        }
        guard isSame(tree, file, text) else {
            return refusal([Draft(.formatDiffers, SourceRange(file: 0, start: file.textStart, end: file.textStart))], file)
        }
        return FormatResult(text: text, findings: [])
    }

    private static func refusal(_ drafts: [Draft], _ file: SourceFile) -> FormatResult {
        FormatResult(text: nil, findings: FindingMaker.findings(drafts, files: [file]))
    }

    /// Whether a formatted text says what the file says: written in one vocabulary and without comments they are equal.
    private static func isSame(_ tree: FileSyntax, _ file: SourceFile, _ text: String) -> Bool {
        let other = SourceFile(name: file.name, text: text)
        let (read, drafts) = Parser.parse(other, index: 0)
        guard drafts.errors == 0, read.comments.count == tree.comments.count else { return false }
        return Writer.plainText(tree, of: file) == Writer.plainText(read, of: other)
    }
}
