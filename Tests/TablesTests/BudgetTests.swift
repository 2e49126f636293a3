import Syntax
import Tables
import Testing

/// A few bytes cannot ask for any amount of memory.
@Suite struct BudgetTests {
  @Test(arguments: [
    #"[{"density": "x", "steps": 1000000000}]"#,
    #"[{"density": "x", "minsteps": 1000000000, "maxsteps": 2000000000}]"#,
    #"[{"density": "x", "groupby": ["k"], "steps": 9000000}]"#,
    #"[{"quantile": "x", "step": 1e-9}]"#,
    #"[{"impute": "x", "key": "k", "keyvals": {"stop": 1000000000000}}]"#,
    #"[{"impute": "x", "key": "k", "keyvals": {"stop": 4000000}, "groupby": ["x"]}]"#,
    #"[{"calculate": "pad('x', 999999)", "as": "p"}, {"calculate": "sequence(200)", "as": "s"}, {"flatten": ["s"]}, {"calculate": "datum.p", "as": "q"}]"#,
    #"[{"calculate": "sequence(200000)", "as": "s"}, {"flatten": ["s"], "as": ["a"]}, {"fold": ["x", "k", "a", "s"]}]"#,
    #"[{"calculate": "sequence(1e9)", "as": "s"}]"#,
    #"[{"calculate": "pad('x', 1e9, 'y')", "as": "s"}]"#,
    #"[{"calculate": "pad('x', 900000, 'yyyy')", "as": "s"}]"#,
    #"[{"calculate": "join(sequence(200000), 'xyzuvw')", "as": "s"}]"#,
    #"[{"calculate": "toString(sequence(200000))", "as": "s"}]"#,
    #"[{"calculate": "'' + sequence(200000)", "as": "s"}]"#,
    #"[{"calculate": "sequence(3000)", "as": "s"}, {"flatten": ["s"]}, {"window": [{"op": "values", "field": "s", "as": "w"}]}]"#,
    #"[{"calculate": "sequence(3000)", "as": "s"}, {"flatten": ["s"]}, {"window": [{"op": "ci0", "field": "s", "as": "w"}]}]"#,
    #"[{"calculate": "sequence(4000)", "as": "s"}, {"flatten": ["s"]}, {"pivot": "s", "value": "x", "groupby": ["s"]}]"#,
    #"[{"calculate": "sequence(40000)", "as": "s"}, {"flatten": ["s"]}, {"loess": "x", "on": "s"}]"#,
    #"[{"calculate": "sequence(200000)", "as": "s"}, {"flatten": ["s"]}, {"aggregate": [{"op": "ci0", "field": "s", "as": "c"}]}]"#,
    #"[{"calculate": "sequence(200000)", "as": "s"}, {"flatten": ["s"]}, {"joinaggregate": [{"op": "ci1", "field": "s", "as": "c"}]}]"#,
    #"[{"calculate": "sequence(200000)", "as": "s"}, {"flatten": ["s"]}, {"pivot": "x", "value": "s", "op": "ci0"}]"#,
    #"[{"calculate": "sequence(3000)", "as": "s"}, {"flatten": ["s"]}, {"regression": "x", "on": "s", "method": "poly", "order": 900}]"#,
    #"[{"calculate": "timeSequence('seconds', datetime(2020, 0, 1), datetime(2024, 0, 1))", "as": "s"}]"#,
  ])
  func whatWouldBeTooMuchIsRefused(transforms: String) throws {
    let found = try problems(transforms)
    #expect(found.count == 1)
    let first = try #require(found.first)
    #expect(["transform-size", "expression-evaluation"].contains(first.id.name))
    #expect(first.span != nil)
    #expect(first.expected?.isEmpty == false)
  }

  /// Rows that have no name in common.
  @Test func rowsOfManyNamesAreRefused() throws {
    let text = "[" + (0..<4000).map { #"{"n\#($0)": 1}"# }.joined(separator: ",") + "]"
    var bag = DiagnosticBag()
    let root = try #require(JSONParser.parse(SourceFile(path: "t.json", text: text), into: &bag))
    #expect(throws: DiagnosticFailure.self) { try Table(json: root.array ?? [], at: nil) }
    let few = try Table(json: Array((root.array ?? []).prefix(100)), at: nil)
    #expect(few.names.count == 100)
  }

  /// Thirty texts of which each is twice the one before.
  @Test func doubledTextsEnd() throws {
    let doubled = (1...30).map {
      #"{"calculate": "datum.s\#($0 - 1) + datum.s\#($0 - 1)", "as": "s\#($0)"}"#
    }
    let found = try problems(
      #"[{"calculate": "'xxxxxxxxxx'", "as": "s0"}, "# + doubled.joined(separator: ", ") + "]")
    #expect(found.count == 1)
    let first = try #require(found.first)
    #expect(first.id == TablesDiagnostics.expressionEvaluation)
    #expect(first.message == "the text would have more than 1000000 characters")
  }

  /// The same of lists, which share their items until they are looked at.
  @Test func doubledListsEnd() throws {
    let doubled = (1...40).map {
      #"{"calculate": "[datum.s\#($0 - 1), datum.s\#($0 - 1)]", "as": "s\#($0)"}"#
    }
    let found = try problems(
      #"[{"calculate": "pad('x', 999999)", "as": "s0"}, "# + doubled.joined(separator: ", ") + "]")
    #expect(found.first?.id == TablesDiagnostics.expressionEvaluation)
  }

  @Test(arguments: [
    #"[{"density": "x", "steps": 1000}]"#, #"[{"quantile": "x", "step": 0.001}]"#,
    #"[{"calculate": "pad('x', 999999, 'y')", "as": "s"}]"#,
    #"[{"calculate": "sequence(100000)", "as": "s"}]"#,
    #"[{"impute": "x", "key": "k", "keyvals": {"start": 5, "stop": 1, "step": -1}}]"#,
    #"[{"calculate": "datum.x * 5e-324", "as": "t"}, {"bin": true, "field": "t", "as": "b"}]"#,
  ])
  func whatIsNotTooMuchIsMade(transforms: String) throws {
    #expect(try problems(transforms).isEmpty)
  }

  private func problems(_ text: String) throws -> [Diagnostic] {
    var bag = DiagnosticBag()
    let file = SourceFile(path: "views.json", text: text)
    let node = try #require(JSONParser.parse(file, into: &bag))
    let list = TransformParser.transforms(node, in: file, path: "/transform", into: &bag)
    let table = Table([("x", .numbers([1, 2, 4])), ("k", .numbers([1, 2, 3]))])
    var context = TransformContext()
    _ = list.apply(to: table, in: &context, into: &bag)
    return bag.diagnostics
  }
}
