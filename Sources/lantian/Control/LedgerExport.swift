import ArgumentParser
import Control
import Glibc
import Ledger
import Presentation

/// `lantian ledger export`
struct LedgerExport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes records as they stand, a line of JSON each.",
        discussion: """
            Reads the ledger file where --ledger names one, or where the daemon's can be read and no --socket is given; else asks \
            the daemon, which hands over no record of more than \(ControlLimits.exportBytes >> 20) MiB. `body` is a text, so that \
            the chain of hashes can be followed.
            """)

    @Option(help: "The ledger file, or the state folder that holds ledger.sqlite.", completion: .file())
    var ledger: String?

    @Option(help: "The first record.")
    var from: Int64 = 1

    @Option(help: "The last record (default: the last there is).")
    var to: Int64?

    @Option(help: "The daemon's socket (default: $LANTIAN_SOCKET, else /run/lantian/control.sock).", completion: .file())
    var socket: String?

    func validate() throws {
        guard from >= 1, to.map({ $0 >= from }) ?? true else { throw ValidationError("records are counted from 1 upwards") }
        if ledger != nil, socket != nil { throw ValidationError("--ledger and --socket exclude one another") }
    }

    func run() throws {
        if let file { try exportFile(file) } else { try exportSocket() }
    }

    /// The file to read; nil: the daemon is asked.
    private var file: String? {
        if let ledger { return LedgerCommand.file(ledger) }
        guard socket == nil, Console.variable("LANTIAN_SOCKET") == nil else { return nil }
        let file = LedgerCommand.file(Console.stateFolder)
        return access(file, R_OK) == 0 ? file : nil
    }

    private func exportFile(_ file: String) throws {
        do {
            let ledger = try Ledger(path: file, readOnly: true)
            var next = from
            while next <= to ?? .max {
                let records = try ledger.storedRecords(from: next, limit: 1000, bytes: 8 << 20)
                guard let last = records.last else { return }
                for record in records where record.seq <= to ?? .max {
                    write(record.seq, record.knownAt, record.kind, record.body, record.previous, record.hash)
                }
                next = last.seq + 1
            }
        } catch {
            throw Console.cannotRun("\(error)")
        }
    }

    private func exportSocket() throws {
        let client = ControlClient(socket: socket, format: .text, language: Console.localeLanguage)
        var next = from
        while next <= to ?? .max {
            let page = try client.ask(.export(ExportQuestion(from: next, limit: ControlLimits.rows)), ExportPage.self).reply
            for record in page.records where record.seq <= to ?? .max {
                write(record.seq, record.knownAt, record.kind, record.body, record.previous, record.hash)
            }
            guard let last = page.records.last, last.seq < page.last else { return }
            next = last.seq + 1
        }
    }

    private func write(_ seq: Int64, _ knownAt: Int64, _ kind: String, _ body: String, _ previous: String, _ hash: String) {
        Console.write(
            JSONWriter.object { json in
                json.field("seq", seq)
                json.field("knownAt", knownAt)
                json.field("kind", kind)
                json.field("body", body)
                json.field("previous", previous)
                json.field("hash", hash)
            } + "\n")
    }
}
