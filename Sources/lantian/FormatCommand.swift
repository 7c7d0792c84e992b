import ArgumentParser
import FileAccess
import Glibc
import PlanLanguage
import Presentation

/// `lantian fmt`
struct FormatCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fmt", abstract: "Brings plan files into their one layout, or into the other vocabulary.",
        discussion: """
            Rewrites what is not in the layout yet and names it; comments stay. Files with syntax errors are left as they are.
            Exits 0 when all is well, 1 when a file has syntax errors or, with --check, would change, 2 when a file could not be \
            read or written.
            """)

    @Argument(help: "Plan files, folders with *.plan files in them or below them, or - for standard input.")
    var paths: [String] = ["."]

    @Flag(help: "Change nothing; show which files would change, and how.")
    var check = false

    @Option(help: "Write keywords in Chinese (zh), in English (en) or in the vocabulary of each file (keep).")
    var keywords = KeywordOption.keep

    @Flag(name: .customLong("stdout"), help: "Write the formatted text to standard output and change no file.")
    var toOutput = false

    func validate() throws {
        if check, toOutput { throw ValidationError("--check and --stdout exclude each other") }
        if paths.contains("-"), paths.count > 1 { throw ValidationError("- stands alone: the text comes from standard input") }
    }

    func run() throws {
        let fileSystem = LocalFileSystem()
        if paths == ["-"] {
            let file = SourceFile(name: "-", bytes: try StandardInput.read(limit: SourceFile.limit))
            guard format(file, write: { Console.write($0) }) else { throw Console.failed }
            return
        }
        let files: [String]
        do throws(FileFailure) {
            files = try PlanFiles.find(paths, on: fileSystem)
        } catch { throw Console.cannotRun(error.description) }
        var isWell = true
        for path in files {
            do throws(FileFailure) {
                let file = SourceFile(name: path, bytes: try fileSystem.read(path, limit: SourceFile.limit * 16))
                var failure: FileFailure?
                let isDone = format(file) { text in
                    if toOutput {
                        Console.write(text)
                    } else {
                        do throws(FileFailure) {
                            try fileSystem.replace(path, with: Array(text.utf8))
                            Console.write(path + "\n")
                        } catch { failure = error }
                    }
                }
                if let failure { throw failure }
                isWell = isWell && isDone
            } catch { throw Console.cannotRun(error.description) }
        }
        if !isWell { throw Console.failed }
    }

    /// Formats a file, and hands on the text where it is wanted.
    ///
    /// - Returns: whether all is well with it.
    private func format(_ file: SourceFile, write: (String) -> Void) -> Bool {
        let result = Formatter.format(file, keywords: keywords.keywords)
        guard let text = result.text else {
            let colour = Console.style(of: STDERR_FILENO).isOn
            Console.error(FindingRenderer(files: [file], colour: colour).text(result.findings))
            return false
        }
        let isChanged = !text.utf8.elementsEqual(file.bytes)
        if check {
            guard isChanged else { return true }
            let style = Console.style(of: STDOUT_FILENO)
            Console.write(LineDifference(file.bytes, text).text(of: file.name, style: style))
            return false
        }
        if isChanged || toOutput || file.name == "-" { write(text) }
        return true
    }
}

enum KeywordOption: String, ExpressibleByArgument, CaseIterable {
    case keep, en, zh

    var keywords: Formatter.Keywords {
        switch self {
        case .keep: .keep
        case .en: .english
        case .zh: .chinese
        }
    }
}
