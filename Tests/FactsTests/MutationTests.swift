import Facts
import Foundation
import Syntax
import TestSupport
import Testing

/// The repository's dataset, spoilt at random places: it must never crash or hang, and what is wrong
/// must be told at a place inside a file.
@Suite struct MutationTests {
  private static let files: [String: [UInt8]] = {
    var files: [String: [UInt8]] = [:]
    let folder = repositoryRoot.appending(path: "data")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    for name in names {
      if let data = try? Data(contentsOf: folder.appending(path: name)) {
        files["data/\(name)"] = [UInt8](data)
      }
    }
    return files
  }()

  private static func load(_ files: [String: [UInt8]]) -> DiagnosticBag {
    var bag = DiagnosticBag()
    _ = DatasetLoader.load(
      "data/datapackage.json",
      reading: { path throws(DiagnosticFailure) in
        guard let bytes = files[path] else {
          throw DiagnosticFailure(Diagnostic(DiagnosticID("test-file"), "there is no `\(path)`"))
        }
        return SourceFile(path: path, bytes: bytes)
      }, into: &bag)
    return bag
  }

  private static func spoil(
    _ bytes: inout [UInt8], _ kind: Int, _ generator: inout SeededGenerator
  ) {
    let place = Int.random(in: 0..<bytes.count, using: &generator)
    switch kind {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
    case 1: bytes.remove(at: place)
    case 2: bytes.insert(UInt8(ascii: "\""), at: place)
    case 3: bytes.insert(UInt8(ascii: ","), at: place)
    case 4: bytes.insert(contentsOf: [0xEF, 0xBB, 0xBF], at: 0)
    case 5: bytes = bytes.flatMap { $0 == UInt8(ascii: "\n") ? [0x0D, 0x0A] : [$0] }
    case 6: bytes[place] = 0
    case 7: bytes.removeSubrange(place...)
    case 8: bytes.insert(contentsOf: [0xC3, 0x28], at: place)
    default:
      let line = bytes[..<place].lastIndex(of: UInt8(ascii: "\n")) ?? 0
      let end = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      bytes.insert(contentsOf: bytes[line..<end], at: end)
    }
  }

  @Test(arguments: 0..<10)
  func aSpoiltFileIsToldAboutAndNeverCrashes(kind: Int) {
    var generator = SeededGenerator(seed: UInt64(kind) &* 7919 &+ 17)
    let names = Self.files.keys.sorted()
    for round in 0..<8 {
      var files = Self.files
      let name = names[(round + kind * 3) % names.count]
      guard var bytes = files[name] else { continue }
      Self.spoil(&bytes, kind, &generator)
      files[name] = bytes
      let bag = Self.load(files)
      for problem in bag.diagnostics {
        guard let span = problem.span else { continue }
        #expect(span.range.lowerBound >= 0 && span.range.upperBound <= span.file.bytes.count)
        #expect(!problem.rendered(as: .text).isEmpty)
      }
      // A byte-order mark and CRLF are no faults: spreadsheets write both.
      if kind == 4 || kind == 5 {
        #expect(!bag.hasErrors, "\(bag.sorted.map { $0.rendered(as: .text) })")
      }
      // A row that stands twice is always found.
      if kind == 9, name.hasSuffix(".csv") {
        #expect(bag.hasErrors, "\(name), round \(round)")
      }
    }
  }

  @Test(arguments: ["data/observations.csv", "data/sources.csv", "data/relations.csv"])
  func aDroppedCellAndSwappedColumnsAreNamedAtTheirRow(name: String) throws {
    let text = String(decoding: try #require(Self.files[name]), as: UTF8.self)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let comma = try #require(lines[2].firstIndex(of: ","))
    lines[2].remove(at: comma)
    var files = Self.files
    files[name] = Array(lines.joined(separator: "\n").utf8)
    let dropped = Self.load(files).sorted.filter { $0.severity == .error }
    #expect(dropped.contains { $0.span?.file.path == name && $0.span?.start.line == 3 })

    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var header = lines[0].split(separator: ",").map(String.init)
    header.swapAt(0, 1)
    lines[0] = header.joined(separator: ",")
    files[name] = Array(lines.joined(separator: "\n").utf8)
    let swapped = Self.load(files).sorted.filter { $0.severity == .error }
    #expect(swapped.map(\.id) == [FactsDiagnostics.columnID])
  }

  @Test func aVeryLongCellAndVeryManyColumnsEndInTime() throws {
    var files = Self.files
    let source = try #require(files["data/places.csv"])
    files["data/places.csv"] =
      source + Array("long,".utf8) + Array(repeating: UInt8(ascii: "x"), count: 10_000_000)
      + Array(",,city,,preview_2021,p3,Shanghai,source,stated,\n".utf8)
    let long = Self.load(files)
    for problem in long.diagnostics { #expect(problem.message.utf8.count < 1000) }
    #expect(long.diagnostics.allSatisfy { $0.rendered(as: .text).utf8.count < 10_000 })
    files["data/places.csv"] = Array(repeatElement("a,".utf8, count: 1_000_000).joined()) + [0x0A]
    let wide = Self.load(files)
    #expect(wide.hasErrors)
    #expect(wide.diagnostics.count < 500)
  }
}
