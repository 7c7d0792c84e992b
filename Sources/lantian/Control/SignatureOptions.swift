import ArgumentParser

/// How the word of who takes responsibility reached the desk.
enum ChannelChoice: String, ExpressibleByArgument, CaseIterable { case paper, telephone }

/// Who takes responsibility; who records it is known from the account.
struct SignatureOptions: ParsableArguments {
    @Option(help: "The name of who takes responsibility; above the lowest level another person than the one who records it.")
    var signedBy: String?

    @Option(help: "The signer's post.")
    var post: String?

    @Option(help: "The document number (文号); what is given by telephone may have none yet.")
    var document: String?

    @Option(help: "paper or telephone.")
    var channel = ChannelChoice.paper

    /// The signer's name, without which nothing is approved or declared.
    func name() throws -> String {
        guard let signedBy else { throw ValidationError("Missing expected argument '--signed-by <signed-by>'") }
        return signedBy
    }
}
