import Syntax

/// The form of a language's tag (BCP 47: language, script, region, variants), with the codes that a tag may begin
/// with checked as far as they are a closed list: ISO 639-1 and the scripts of ISO 15924 that are in wide use.
enum LanguageTag {
  /// Whether `text` is a tag.
  static func isValid(_ text: String) -> Bool {
    var parts = text.split(separator: "-", omittingEmptySubsequences: false)[...]
    guard let language = parts.popFirst(), isLanguage(language) else { return false }
    if let script = parts.first, isLetters(script, 4...4) {
      guard scripts.contains(where: { $0.lowercased() == script.lowercased() }) else {
        return false
      }
      parts.removeFirst()
    }
    if let region = parts.first, isLetters(region, 2...2) || region.count == 3 && isDigits(region) {
      parts.removeFirst()
    }
    var isExtension = false
    return parts.allSatisfy { part in
      guard part.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) else { return false }
      if part.count == 1 { isExtension = true }
      let isVariant = (5...8).contains(part.count) || part.count == 4 && isDigits(part.prefix(1))
      return isExtension ? (1...8).contains(part.count) : isVariant
    }
  }

  /// A tag that may have been meant by `text`, which is none.
  static func hints(for text: String) -> [String] {
    let lower = text.lowercased()
    if let code = names[lower] { return ["did you mean `\(code)`?"] }
    let dashed = String(text.map { $0 == "_" ? "-" : $0 })
    if dashed != text, isValid(dashed) { return ["did you mean `\(dashed)`?"] }
    let parts = text.split(separator: "-")
    guard parts.count > 1, let script = nearestName(to: String(parts[1]), among: scripts) else {
      return []
    }
    let near = ([String(parts[0]), script] + parts.dropFirst(2).map(String.init))
      .joined(separator: "-")
    return isValid(near) ? ["did you mean `\(near)`?"] : []
  }

  private static func isLanguage(_ text: Substring) -> Bool {
    if isLetters(text, 3...3) { return true }
    return isLetters(text, 2...2) && codes.contains(Substring(text.lowercased()))
  }

  private static func isLetters(_ text: Substring, _ count: ClosedRange<Int>) -> Bool {
    count.contains(text.count) && text.allSatisfy { $0.isASCII && $0.isLetter }
  }

  private static func isDigits(_ text: Substring) -> Bool {
    text.allSatisfy { $0.isASCII && $0.isNumber }
  }

  /// ISO 639-1.
  private static let codes = Set(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo \
    es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka \
    kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng \
    nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st \
    su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
    """.split(separator: " "))

  /// ISO 15924.
  private static let scripts =
    """
    Adlm Arab Aran Armn Beng Bopo Brai Cans Cher Copt Cyrl Deva Ethi Geor Goth Grek Gujr Guru Hang Hani Hans Hant Hebr \
    Hira Hrkt Jpan Kana Khmr Knda Kore Laoo Latf Latg Latn Mlym Mong Mtei Mymr Nkoo Olck Orya Rohg Sinh Sund Syrc Taml \
    Telu Tfng Thaa Thai Tibt Vaii Yiii Zsym Zxxx Zyyy Zzzz
    """.split(separator: " ").map(String.init)

  /// What people write in place of a code.
  private static let names = [
    "arabic": "ar", "chinese": "zh", "cn": "zh", "cz": "cs", "danish": "da", "deutsch": "de",
    "dutch": "nl", "english": "en", "español": "es", "finnish": "fi", "français": "fr",
    "french": "fr", "german": "de", "greek": "el", "gr": "el", "hindi": "hi", "italian": "it",
    "italiano": "it", "japanese": "ja", "jp": "ja", "korean": "ko", "norwegian": "no",
    "polish": "pl", "portuguese": "pt", "português": "pt", "russian": "ru", "spanish": "es",
    "swedish": "sv", "turkish": "tr", "ukrainian": "uk", "vietnamese": "vi", "中文": "zh",
    "日本語": "ja",
  ]
}
