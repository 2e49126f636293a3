import Foundation
import TestSupport
import Testing

/// Damaged inputs are read or refused: the program neither crashes nor hangs, takes no gigabyte, and where it
/// refuses says why. `ALMANAC_MUTANTS` says how many of each kind; `make torture` takes 15,000.
@Suite struct MutantTests {
  private static let count =
    ProcessInfo.processInfo.environment["ALMANAC_MUTANTS"].flatMap { Int($0) } ?? 300
  /// For all processors to have work; the mutants are the same.
  private static let shards = 2

  @Test(arguments: MutantKind.allCases)
  func whatIsNotDamagedIsRead(kind: MutantKind) throws {
    let folder = try MutantKind.workspace()
    defer { try? FileManager.default.removeItem(at: folder) }
    for seed in try kind.seeds(in: folder) {
      try Data(seed.bytes).write(to: folder.appending(path: seed.path))
      let run = try ProgramRun(seed.command, in: folder.path)
      #expect(run.ending == .code(0), "\(seed.path): \(run.errors)")
    }
  }

  @Test(arguments: MutantKind.allCases, 0..<shards)
  func whatIsDamagedIsReadOrRefused(kind: MutantKind, shard: Int) throws {
    let folder = try MutantKind.workspace()
    defer { try? FileManager.default.removeItem(at: folder) }
    let seeds = try kind.seeds(in: folder)
    for index in stride(from: shard, to: Self.count, by: Self.shards) {
      var mutator = Mutator(seed: UInt64(index))
      let seed = seeds[mutator.index(below: seeds.count)]
      let mutant =
        seed.bytes[..<seed.part.lowerBound]
        + mutator.mutated(Array(seed.bytes[seed.part]), pieces: kind.pieces)
        + seed.bytes[seed.part.upperBound...]
      let file = folder.appending(path: seed.path)
      try Data(mutant).write(to: file)
      let run = try ProgramRun(seed.command, in: folder.path)
      try Data(seed.bytes).write(to: file)
      if run.ending == .code(0) || run.ending == .code(1) && run.errors.contains("error:") {
        continue
      }
      let kept = repositoryRoot.appending(path: ".build/mutants/\(kind.rawValue)-\(index)")
      try FileManager.default.createDirectory(at: kept, withIntermediateDirectories: true)
      try Data(mutant).write(to: kept.appending(path: file.lastPathComponent))
      Issue.record("\(kind.rawValue) \(index), kept in \(kept.path): \(run.ending), \(run.errors)")
    }
  }
}
