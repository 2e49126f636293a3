import ArgumentParser

/// `almanac data`: the facts, one fact, and the way from a printed figure back to its source.
struct DataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data",
    abstract: "Look into the dataset: list it, show a row, trace a figure, verify it.",
    discussion: """
      EXAMPLES
        almanac data list
        almanac data list observations --where "indicator == 'industry_size'"
        almanac data show industry_size_2023
        almanac data trace derived.size_target_2025.attained
        almanac data verify --sources ../sources
      """,
    subcommands: [
      DataListCommand.self, DataShowCommand.self, DataTraceCommand.self, DataVerifyCommand.self,
    ])
}
