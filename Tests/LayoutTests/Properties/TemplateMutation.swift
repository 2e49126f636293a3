import Foundation
import TestSupport

/// Changes to a template such as slips of the hand and of the mouse make.
enum TemplateMutation {
  private static let pieces = [
    ":::", "::: {.columns}", "::: {.landscape}", "{{< pagebreak >}}", "{{ x }}", "[^n1]", "**", "`",
    "| a | b |\n|---|---|\n", "# ", "> ", "- ", "\n\n", "\u{AD}", "\u{A0}", "汉", "ש", "\u{301}",
    "@fig-f1", "\\", "{#a}", "::: {.contents}\n:::", "```\n",
  ]

  static func mutated(_ text: String, _ random: inout SeededGenerator) -> [UInt8] {
    var blocks = text.components(separatedBy: "\n\n")
    switch Int.random(in: 0..<4, using: &random) {
    case 0 where blocks.count > 2:
      blocks.swapAt(
        Int.random(in: 1..<blocks.count, using: &random),
        Int.random(in: 1..<blocks.count, using: &random))
    case 1 where blocks.count > 2:
      blocks.remove(at: Int.random(in: 1..<blocks.count, using: &random))
    case 2: blocks.append(blocks.randomElement(using: &random) ?? "")
    default: break
    }
    var bytes = Array(blocks.joined(separator: "\n\n").utf8)
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      // Mostly behind the front matter, without which nothing is set.
      let least = Int.random(in: 0..<8, using: &random) == 0 ? 0 : min(60, bytes.count - 1)
      let place = Int.random(in: least..<bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0x20...0x7E, using: &random)
      case 1:
        bytes.removeSubrange(
          place..<min(bytes.count, place + Int.random(in: 1...30, using: &random)))
      default:
        bytes.insert(
          contentsOf: Array((pieces.randomElement(using: &random) ?? "").utf8), at: place)
      }
      if bytes.isEmpty { bytes = [0x20] }
    }
    return bytes
  }
}
