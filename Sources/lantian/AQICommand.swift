import ArgumentParser
struct AQICommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "aqi", abstract: "Computes AQI series.")
}
