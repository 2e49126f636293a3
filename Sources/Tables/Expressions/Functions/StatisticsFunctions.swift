extension FunctionDefinition {
  /// Densities, cumulative distributions, quantiles and samples of Vega's three distributions.
  static let statisticsFunctions: [FunctionDefinition] = [
    of("densityNormal") { Distributions.normalDensity($0, $1.normal) },
    of("cumulativeNormal") { Distributions.normalCumulative($0, $1.normal) },
    of("quantileNormal") { Distributions.normalQuantile($0, $1.normal) },
    of("densityLogNormal") { Distributions.logNormalDensity($0, $1.normal) },
    of("cumulativeLogNormal") { Distributions.logNormalCumulative($0, $1.normal) },
    of("quantileLogNormal") { Distributions.logNormalQuantile($0, $1.normal) },
    of("densityUniform") { Distributions.uniformDensity($0, $1.uniform) },
    of("cumulativeUniform") { Distributions.uniformCumulative($0, $1.uniform) },
    of("quantileUniform") { Distributions.uniformQuantile($0, $1.uniform) },
    .init("sampleNormal", 0...2) { call throws(FunctionProblem) in
      let parameters = Parameters(call, from: 0).normal
      return .number(Distributions.normalSample(parameters, &call.memory.random))
    },
    .init("sampleLogNormal", 0...2) { call throws(FunctionProblem) in
      let parameters = Parameters(call, from: 0).normal
      return .number(Distributions.logNormalSample(parameters, &call.memory.random))
    },
    .init("sampleUniform", 0...2) { call throws(FunctionProblem) in
      let range = Parameters(call, from: 0).uniform
      return .number(range.low + (range.high - range.low) * call.memory.random.next())
    },
  ]

  private static func of(
    _ name: String, _ body: @escaping @Sendable (Double, Parameters) -> Double
  ) -> FunctionDefinition {
    FunctionDefinition(name, 1...3) { call throws(FunctionProblem) in
      .number(body(call.number(0), Parameters(call, from: 1)))
    }
  }

  /// The parameters of a distribution, from an argument on.
  struct Parameters {
    private let first: Double?
    private let second: Double?

    init(_ call: FunctionCall, from index: Int) {
      first = call[index].isAbsent ? nil : call.number(index)
      second = call[index + 1].isAbsent ? nil : call.number(index + 1)
    }

    var normal: Distributions.Normal { .init(mean: first ?? 0, deviation: second ?? 1) }

    var uniform: (low: Double, high: Double) {
      second.map { (first ?? 0, $0) } ?? (0, first ?? 1)
    }
  }
}
