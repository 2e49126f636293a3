/// Calls of functions: the caller's own, then the language's.
extension Evaluator {
  mutating func call(
    _ name: String, _ nameRange: Range<Int>, _ nodes: [ExpressionNode], _ node: ExpressionNode
  ) throws(ExpressionError) -> Value {
    if name == "if", nodes.count == 3, scope.functions["if"] == nil {
      return try value(of: try value(of: nodes[0]).isTruthy ? nodes[1] : nodes[2])
    }
    var arguments: [Value] = []
    arguments.reserveCapacity(nodes.count)
    let definition = scope.functions[name] == nil ? FunctionDefinition.named(name) : nil
    for node in nodes {
      arguments.append(definition?.use == .asks ? try value(of: node) : try used(node))
    }
    if let definition {
      if definition.use == .writes { try requireLength(of: arguments, node.range) }
      if scope.isExact {
        for (argument, node) in zip(arguments, nodes) {
          try requireUsable(argument, by: definition.use, node)
        }
      }
    }
    let result: Value
    do throws(FunctionProblem) {
      if let function = scope.functions[name] {
        result = try function(arguments)
      } else if let definition {
        if let error = definition.complaint(
          aboutCount: nodes.count, range: node.range, dialect: expression.dialect)
        {
          throw error.problem
        }
        var call = FunctionCall(
          name: name, arguments: arguments, timeZone: scope.timeZone,
          timeLocale: scope.timeLocale, isExact: scope.isExact, memory: memory)
        result = try definition.body(&call)
        memory = call.memory
      } else {
        let known = scope.functions.keys.sorted()
        throw ExpressionError.undefinedFunction(name, range: nameRange, known: known).problem
      }
    } catch {
      throw ExpressionError(
        error.message, range: node.range, stage: .evaluation, expected: error.expected,
        hints: error.hints)
    }
    // A plain result carries no trace of what it was made from, so that is kept here; an object or
    // array keeps its own.
    if result.isScalar { for argument in arguments { facts.record(within: argument) } }
    return try affordable(result, node)
  }

  /// What a function that looks into a list finds there is used as much as the list is; a number that becomes
  /// text is printed.
  private func requireUsable(
    _ argument: Value, by use: FunctionDefinition.Use, _ node: ExpressionNode
  ) throws(ExpressionError) {
    if case .array(let items) = argument, use == .uses || use == .writes {
      if let item = items.first(where: \.isInvalid) {
        throw ExpressionError(
          "an item of `\(text(of: node))` \(item.isAbsent ? "has no value" : "is not a number")",
          range: node.range, stage: .evaluation, expected: "a list of values that are all there")
      }
      if use == .writes { for item in items { try requirePrintable(item, node) } }
    }
    if use == .reckons { try requireNumber(argument, node) }
    if use == .writes { try requirePrintable(argument, node) }
  }
}

extension ExpressionError {
  fileprivate var problem: FunctionProblem {
    FunctionProblem(message, expected: expected, hints: hints)
  }
}
