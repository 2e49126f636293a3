import Documents
import Syntax
import Tables
import Testing

@Suite struct TableTests {
  /// The rows of the first table of `body`, bound over `rows` of a kind, a name and a number.
  private func rows(_ body: String) -> [String] {
    var (document, bag) = parsed(body)
    guard let found = document else { return ["nothing"] }
    let items = [("Plan", "City", 1.0), ("Plan", "City", 2), ("Result", "City", 3)].map { item in
      Value.object(
        .init([
          .init("kind", .string(item.0)), .init("name", .string(item.1)),
          .init("value", .number(item.2)),
        ]))
    }
    let scope = EvaluationScope(names: ["items": .array(items)])
    let bound = DocumentBinder.bind(found, in: scope, into: &bag)
    document = bound
    #expect(bag.sorted.map { $0.rendered(as: .text) } == [])
    return DocumentDump.text(of: bound).split(separator: "\n").map {
      String($0.drop { $0 == " " })
    }.filter { $0.contains("row: ") }
  }

  private func data(_ options: String, merge: Bool = false) -> String {
    """
    ```{table}
    #| label: tbl-a
    #| tbl-cap: Caption
    #| each: items
    \(options)
    #| columns:
    #|   - { title: Name, value: row.name\(merge ? ", merge: true" : "") }
    #|   - { title: Value, value: row.value, align: decimal, group: Values }
    ```
    """
  }

  @Test func rowsAreGrouped() {
    let found = rows(data("#| group-by: row.kind"))
    #expect(
      found.map { $0.prefix { $0 != ":" } } == ["group row", "row", "row", "group row", "row"])
    #expect(found[0].contains("(2 by 1) <value Plan") && found[0].hasSuffix("| covered"))
  }

  @Test func theLastRowIsATotal() {
    #expect(rows(data("#| total: true")).map { $0.hasPrefix("total row") } == [false, false, true])
  }

  @Test func equalValuesAreOneCellWithinTheirGroup() {
    let found = rows(data("#| group-by: row.kind", merge: true))
    #expect(found[1].contains("(1 by 2) <value City"))
    #expect(found[2].contains("covered | <value 2"))
    #expect(found[4].hasPrefix("row: <value City"))
  }

  @Test func signsJoinCells() {
    #expect(
      rows("| a | b | c |\n|---|---|---|\n| x | < | 1 |\n| ^ | ^ | 2 |\n| y | z | ^ |") == [
        "row: (2 by 2) x | covered | 1", "row: covered | covered | (1 by 2) 2",
        "row: y | z | covered",
      ])
  }
}
