public struct DrillRun {
    public init(episode: String, folders: Daemon.Folders) {}
    public func run() throws {}
}
