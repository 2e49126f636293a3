import Syntax
import Testing
import Wording

@Suite struct WordingTests {
  @Test func fillsInWhatATextHasPlacesFor() {
    #expect(Label.table.text("3") == "Table\u{A0}3")
    #expect(Label.dayDate.text("16", "October", "2023") == "16 October 2023")
    #expect(Label.months.form(9) == "October")
    #expect(Label.roundedTo.form(3, "4") == "rounded to 4 decimals")
    #expect(Label.yuan.form(1) == "yuan")
  }

  /// A text that is filled with other things, or has another number of forms, is one that a language got
  /// wrong: forms that a language does not tell apart are one.
  @Test func languagesAgreeOnPlacesAndForms() {
    // Hours are counted to 12 in one and to 24 in the other.
    for label in Label.allCases where label != .hourTime {
      func places(_ text: String) -> Set<Character> {
        Set(zip(text, text.dropFirst()).filter { $0.0 == "{" }.map(\.1))
      }
      let (english, chinese) = (Wording.english[label], Wording.chinese[label])
      // A kind of scale or mark is left out where its name would stay English.
      let leavesOut: [Label] = [.axisCaption, .legendCaption, .markRole, .markGroupRole]
      #expect(
        leavesOut.contains(label)
          ? places(chinese).isSubset(of: places(english)) : places(english) == places(chinese),
        "\(label)")
      let counts = [english, chinese].map { $0.split(separator: "/").count }
      #expect(counts[0] == counts[1] || counts[1] <= 1, "\(label)")
    }
  }

  @Test func theRegionDoesNotMatterTheScriptDoes() {
    #expect(Wording.builtIn("en-GB")?[.note] == "Note: ")
    #expect(Wording.builtIn("zh-Hans-CN")?[.note] == "注：")
    #expect(Wording.builtIn("zh-Hans")?.isOfData == false)
    #expect(Wording.builtIn("zh-Hant") == nil)
    #expect(Wording.builtIn("fr") == nil)
  }

  @Test func isEnglishUnlessSet() {
    #expect(Label.notStated.text == "not stated")
    Wording.$current.withValue(.chinese) { #expect(Label.notStated.text == "未说明") }
  }

  @Test func aFileHoldsEveryLabel() throws {
    let lines = Label.allCases.map { "\($0.rawValue): \"x\"" }
    var bag = DiagnosticBag()
    let path = Wording.path(of: "fr")
    #expect(path == "templates/labels/fr.yaml")
    let whole = SourceFile(path: path, text: lines.joined(separator: "\n") + "\n")
    let wording = try #require(Wording.read(whole, language: "fr", into: &bag))
    #expect(bag.isEmpty)
    #expect(wording[.figure] == "x")

    let spoilt = lines.dropFirst(2) + ["calloutNot: y"]
    let file = SourceFile(path: path, text: spoilt.joined(separator: "\n") + "\n")
    _ = Wording.read(file, language: "fr", into: &bag)
    #expect(
      bag.sorted.map(\.message) == [
        "the key `figure` is missing", "the key `table` is missing", "unknown key `calloutNot`",
      ])
  }
}
