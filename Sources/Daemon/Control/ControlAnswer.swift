import Control

/// What a request is answered with.
struct ControlAnswer {
    var line: [UInt8]
    /// Whether it was so much work that other requests wait for the next turn of the loop.
    var isHeavy = false
    /// Whether what follows on the connection cannot be told apart any more.
    var endsConnection = false

    init(_ parameters: some Codable, isHeavy: Bool = false) {
        line = ControlReply.line(parameters)
        self.isHeavy = isHeavy
    }

    init(_ error: ControlError) {
        line = ControlReply.line(error)
        endsConnection = error.endsConnection
    }
}
