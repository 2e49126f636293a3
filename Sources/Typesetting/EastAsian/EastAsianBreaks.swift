/// Prohibited line starts and ends of Chinese that UAX #14 does not know, or knows too strictly
/// ("Requirements for Chinese Text Layout", 3.1.5). The full-width signs it does know.
extension CharacterBreaks {
  /// Counters and units that stay with the figure before them.
  private static let counters = Set(
    "年月日号时分秒元亿万千百倍个家项件种款届岁名位人次所股吨米克升度".unicodeScalars.map(\.value))
  /// Those that a further one may follow: `1.2万名`.
  private static let multipliers = Set("亿万千百".unicodeScalars.map(\.value))

  mutating func tailorToEastAsia(_ text: AnalyzedText) {
    guard text.hasSolid else { return }
    var isInFigure = false
    for index in 1..<max(1, text.scalars.count) {
      let (last, next) = (text.scalars[index - 1], text.scalars[index])
      isInFigure =
        (0x30...0x39).contains(last) || isInFigure && Self.multipliers.contains(last)
      guard before[index] != .mandatory, isSetSolid(last) || isSetSolid(next) else { continue }
      if isInFigure, Self.counters.contains(next) {
        before[index] = .forbidden
      } else if last == 0x7B2C, (0x30...0x39).contains(next) {  // 第
        before[index] = .forbidden
      } else if next == 0xB7 || next == 0x2014 || next == 0x2026 {
        before[index] = .forbidden
      } else if isQuotation(last) || isQuotation(next) {
        before[index] = Self.isParted(last, next) ? .allowed : .forbidden
      }
    }
  }

  private func isQuotation(_ scalar: UInt32) -> Bool {
    scalar == 0x2018 || scalar == 0x2019 || scalar == 0x201C || scalar == 0x201D
  }

  /// Whether a line may end between two characters of which one is a quotation mark. UAX #14 cannot tell
  /// opening ones from closing ones and forbids all.
  private static func isParted(_ last: UInt32, _ next: UInt32) -> Bool {
    switch (FullWidthPunctuation(last), FullWidthPunctuation(next)) {
    case (.opening, _), (_, .closing): false
    case (.closing, _), (_, .opening): true
    case (nil, nil): false
    }
  }
}
