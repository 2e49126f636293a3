import ArgumentParser
import Reports

@main struct AlmanacCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "almanac",
    abstract: "Turns a dataset of indicators, targets, policies and events into briefings.",
    version: toolVersion,
    subcommands: [ChartCommand.self, DataCommand.self])
}
