package import Tables
import Wording

/// The functions of prose, beside those of the expression language: `{{ value | name(argument) }}`.
package enum ProseFunctions {
  /// The members of what `cite` gives, which the binder makes a citation of.
  static let (citedSources, citedLocator) = ("cited sources", "cited locator")

  /// The functions by name. A fact stands for its `value` where a number is wanted.
  package static let all: [String: EvaluationScope.Function] = [
    "format": { arguments throws(FunctionProblem) in
      let number = try number(arguments, of: "format")
      guard arguments.count == 2, case .string(let specifier) = arguments[1],
        let format = NumberFormat(specifier)
      else {
        throw FunctionProblem("`format` has no number format", expected: NumberFormat.expectation)
      }
      return .string(try format.printed(number))
    },
    "percent": { arguments throws(FunctionProblem) in
      let number = try number(arguments, of: "percent")
      var digits = 1
      if arguments.count > 1 {
        guard case .number(let count) = arguments[1], let exact = Int(exactly: count),
          (0...6).contains(exact), arguments.count == 2
        else {
          throw FunctionProblem(
            "`percent` has no number of decimals", expected: "a whole number from 0 to 6")
        }
        digits = exact
      }
      guard let format = NumberFormat(".\(digits)%") else { return .null }
      return .string(format.text(of: number))
    },
    "capitalise": { arguments throws(FunctionProblem) in
      let text = try text(arguments, of: "capitalise")
      return .string(text.prefix(1).uppercased() + text.dropFirst())
    },
    "list": { arguments throws(FunctionProblem) in
      let items = try items(arguments, of: "list", most: 2)
      var conjunction: String?
      if arguments.count == 2 {
        guard case .string(let word) = arguments[1] else {
          throw FunctionProblem("the word of `list` is not text", expected: "`list('or')`")
        }
        conjunction = word
      }
      var words: [String] = []
      for item in items { words.append(try PrintedValue.text(of: item)) }
      guard !words.isEmpty else {
        throw FunctionProblem(
          "`list` got an empty list", hints: ["put it in a division `{.when test=\"…\"}`"])
      }
      return .string(Wording.current.list(words, conjunction: conjunction))
    },
    "cite": { arguments throws(FunctionProblem) in
      guard arguments.count <= 2 else {
        throw FunctionProblem(
          "`cite` is called with \(arguments.count) arguments",
          expected: "a source and, if wanted, the place in it")
      }
      var sources: [Value] = []
      if case .array(let items)? = arguments.first {
        // What no source states has none: of a row's several figures some may be missing.
        for item in items where !item.isAbsent && item != .string("") && !sources.contains(item) {
          sources.append(.string(try PrintedValue.text(of: item)))
        }
        guard arguments.count == 1 else {
          throw FunctionProblem(
            "`cite` got one place for several sources", expected: "a source and the place in it")
        }
      } else {
        sources = [.string(try text(arguments, of: "cite"))]
      }
      let locator = arguments.count == 2 ? try PrintedValue.text(of: arguments[1]) : ""
      return .object(
        Value.Object([
          .init(citedSources, .array(sources)), .init(citedLocator, .string(locator)),
        ]))
    },
    "concat": { arguments throws(FunctionProblem) in
      var joined: [Value] = []
      for argument in arguments {
        guard case .array(let items) = argument else {
          throw FunctionProblem("`concat` got \(argument.kind)", expected: "lists")
        }
        joined += items
      }
      return .array(joined)
    },
    "where": { arguments throws(FunctionProblem) in
      let items = try items(arguments, of: "where", most: 3)
      guard arguments.count == 3, case .string(let name) = arguments[1] else {
        throw FunctionProblem(
          "`where` has no member and value", expected: "`list | where('member', value)`")
      }
      var wanted = [arguments[2]]
      if case .array(let several) = arguments[2] { wanted = several }
      var found: [Value] = []
      for item in items {
        guard case .object(let object) = item, let own = object[name] else {
          throw FunctionProblem("`where` found an item without `\(name)`")
        }
        if wanted.contains(own) { found.append(item) }
      }
      return .array(found)
    },
    "count": { arguments throws(FunctionProblem) in
      .number(Double(try items(arguments, of: "count", most: 1).count))
    },
    "first": { arguments throws(FunctionProblem) in
      try end(arguments, of: "first") { $0.first }
    },
    "last": { arguments throws(FunctionProblem) in
      try end(arguments, of: "last") { $0.last }
    },
  ]

  private static func argument(_ arguments: [Value], of name: String) throws(FunctionProblem)
    -> Value
  {
    guard let first = arguments.first else {
      throw FunctionProblem("`\(name)` has nothing to work on", expected: "`value | \(name)`")
    }
    return first
  }

  private static func number(_ arguments: [Value], of name: String) throws(FunctionProblem)
    -> Double
  {
    var value = try argument(arguments, of: name)
    if case .object(let object) = value, let inner = object["value"] { value = inner }
    guard case .number(let number) = value, number.isFinite else {
      throw FunctionProblem("`\(name)` got \(value.kind)", expected: "a number or a fact")
    }
    return number
  }

  private static func text(_ arguments: [Value], of name: String) throws(FunctionProblem)
    -> String
  {
    try PrintedValue.text(of: try argument(arguments, of: name))
  }

  private static func items(_ arguments: [Value], of name: String, most: Int)
    throws(FunctionProblem) -> [Value]
  {
    let value = try argument(arguments, of: name)
    guard case .array(let items) = value else {
      throw FunctionProblem("`\(name)` got \(value.kind)", expected: "a list")
    }
    guard arguments.count <= most else {
      throw FunctionProblem(
        "`\(name)` is called with \(arguments.count) arguments", expected: "at most \(most)")
    }
    return items
  }

  private static func end(
    _ arguments: [Value], of name: String, _ pick: ([Value]) -> Value?
  ) throws(FunctionProblem) -> Value {
    guard let value = pick(try items(arguments, of: name, most: 1)) else {
      throw FunctionProblem("`\(name)` got an empty list")
    }
    return value
  }
}
