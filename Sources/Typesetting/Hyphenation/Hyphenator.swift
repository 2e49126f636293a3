import Glibc
import Syntax

/// Finds where the words of a text may be divided. Reads the patterns of a language when a text in it first
/// asks, and remembers its words; belongs to one `Shaper`.
final class Hyphenator {
  /// Two letters at the end of a line tell how the word goes on; two at the beginning of the next are
  /// not worth a hyphen.
  private static let edges = HyphenationPatterns.Edges(before: 2, after: 3)
  /// Past this many words of a language all are forgotten, which bounds the memory of a long run.
  private static let rememberedWords = 16384

  private let catalogue: HyphenationCatalogue
  private var entries: [String: Int?] = [:]
  private var patterns: [Int: HyphenationPatterns] = [:]
  /// The points of words met, by entry of the catalogue.
  private var words: [Int: [String: [Int]]] = [:]

  /// A place at which a word may be divided.
  struct HyphenPoint: Equatable {
    /// The scalar of the text before which the hyphen ends the line.
    var scalar: Int
    /// Whether the word is a name: it is divided there only where it fits in no line.
    var isOfName = false
  }

  init(catalogue: HyphenationCatalogue) { self.catalogue = catalogue }

  /// The files of patterns that were read, in the catalogue's order.
  var files: [String] { patterns.keys.sorted().map { catalogue.entries[$0].file } }

  /// Where the words of `text` may be divided, ascending.
  ///
  /// - Parameters:
  ///   - languages: The languages of the text's spans, and at which byte each ends.
  ///   - ends: As many as `languages`.
  ///   - softHyphens: Bytes at which the author divides words; these are divided nowhere else.
  func points(
    in text: AnalyzedText, languages: [String], ends: [Int], softHyphens: [Int]
  ) throws(DiagnosticFailure) -> [HyphenPoint] {
    var points: [HyphenPoint] = []
    var span = 0
    for word in text.divisibleWords(softHyphens: softHyphens) {
      while span < ends.count - 1, text.starts[word.lowerBound] >= ends[span] { span += 1 }
      guard let entry = entry(for: languages[span]) else { continue }
      for point in try self.points(in: word, of: text, entry: entry) {
        points.append(
          HyphenPoint(
            scalar: word.lowerBound + point,
            isOfName: catalogue.entries[entry].capitalsAreNames
              && lowercased(text.scalars[word.lowerBound]) != text.scalars[word.lowerBound]))
      }
    }
    return points
  }

  private func entry(for language: String) -> Int? {
    if let known = entries[language] { return known }
    let entry = catalogue.entry(for: language)
    entries[language] = .some(entry)
    return entry
  }

  private func points(
    in word: Range<Int>, of text: AnalyzedText, entry: Int
  ) throws(DiagnosticFailure) -> [Int] {
    let bytes = text.starts[word.lowerBound]..<text.starts[word.upperBound]
    let key = String(decoding: text.bytes[bytes], as: UTF8.self)
    if let known = words[entry]?[key] { return known }
    let lowered = text.scalars[word].map(lowercased)
    let points = try patterns(of: entry).points(in: lowered, edges: Self.edges)
    if words[entry]?.count ?? 0 >= Self.rememberedWords { words[entry] = [:] }
    words[entry, default: [:]][key] = points
    return points
  }

  private func patterns(of entry: Int) throws(DiagnosticFailure) -> HyphenationPatterns {
    if let known = patterns[entry] { return known }
    let source = catalogue.entries[entry]
    guard let bytes = contents(of: source.file) else {
      throw DiagnosticFailure(TypesettingDiagnostics.patternsNotInstalled(source))
    }
    guard let read = HyphenationPatterns(file: bytes) else {
      throw DiagnosticFailure(TypesettingDiagnostics.unreadablePatterns(source))
    }
    patterns[entry] = read
    return read
  }

  private func contents(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    guard fseek(file, 0, SEEK_END) == 0 else { return nil }
    let size = ftell(file)
    guard size >= 0, fseek(file, 0, SEEK_SET) == 0 else { return nil }
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = fread(buffer.baseAddress, 1, size, file)
    }
  }
}

/// The small letter of a capital one; itself where that is more than one letter.
private func lowercased(_ scalar: UInt32) -> UInt32 {
  if scalar < 0x80 { return (0x41...0x5A).contains(scalar) ? scalar + 0x20 : scalar }
  let mapping = Unicode.Scalar(scalar)?.properties.lowercaseMapping.unicodeScalars
  guard let mapping, mapping.count == 1 else { return scalar }
  return mapping.first?.value ?? scalar
}
