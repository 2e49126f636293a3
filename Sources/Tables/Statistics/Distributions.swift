import Glibc

/// The normal, log-normal and uniform distributions as Vega computes them.
package enum Distributions {
  /// A normal distribution, or the logarithm of a log-normal one.
  package struct Normal: Hashable, Sendable {
    package var mean: Double
    package var deviation: Double

    package init(mean: Double = 0, deviation: Double = 1) {
      self.mean = mean
      self.deviation = deviation
    }
  }

  private static let rootOfTwoPi = (2 * Double.pi).squareRoot()

  static func normalDensity(_ value: Double, _ normal: Normal) -> Double {
    let z = (value - normal.mean) / normal.deviation
    return exp(-0.5 * z * z) / (normal.deviation * rootOfTwoPi)
  }

  /// West (2009), "Better approximations to cumulative normal functions".
  static func normalCumulative(_ value: Double, _ normal: Normal) -> Double {
    let z = (value - normal.mean) / normal.deviation
    let distance = abs(z)
    var tail = 0.0
    if distance <= 37 {
      let bell = exp(-distance * distance / 2)
      if distance < 7.07106781186547 {
        let above = horner(
          distance,
          [
            3.52624965998911e-2, 0.700383064443688, 6.37396220353165, 33.912866078383,
            112.079291497871, 221.213596169931, 220.206867912376,
          ])
        let below = horner(
          distance,
          [
            8.83883476483184e-2, 1.75566716318264, 16.064177579207, 86.7807322029461,
            296.564248779674, 637.333633378831, 793.826512519948, 440.413735824752,
          ])
        tail = bell * above / below
      } else {
        let fraction = [4.0, 3, 2, 1].reduce(distance + 0.65) { distance + $1 / $0 }
        tail = bell / fraction / 2.506628274631
      }
    }
    return z > 0 ? 1 - tail : tail
  }

  static func normalQuantile(_ probability: Double, _ normal: Normal) -> Double {
    guard (0...1).contains(probability) else { return .nan }
    return normal.mean + normal.deviation * 2.0.squareRoot()
      * inverseErrorFunction(2 * probability - 1)
  }

  /// The polar Box–Muller method; the second number of each pair is not kept.
  static func normalSample(_ normal: Normal, _ random: inout RandomNumbers) -> Double {
    while true {
      let x = random.next() * 2 - 1
      let y = random.next() * 2 - 1
      let radius = x * x + y * y
      if radius > 0, radius <= 1 {
        return normal.mean + x * (-2 * log(radius) / radius).squareRoot() * normal.deviation
      }
    }
  }

  static func logNormalDensity(_ value: Double, _ normal: Normal) -> Double {
    value <= 0 ? 0 : normalDensity(log(value), normal) / value
  }

  static func logNormalCumulative(_ value: Double, _ normal: Normal) -> Double {
    normalCumulative(log(value), normal)
  }

  static func logNormalQuantile(_ probability: Double, _ normal: Normal) -> Double {
    exp(normalQuantile(probability, normal))
  }

  static func logNormalSample(_ normal: Normal, _ random: inout RandomNumbers) -> Double {
    exp(normal.mean + normalSample(Normal(), &random) * normal.deviation)
  }

  static func uniformDensity(_ value: Double, _ range: (low: Double, high: Double)) -> Double {
    value >= range.low && value <= range.high ? 1 / (range.high - range.low) : 0
  }

  static func uniformCumulative(_ value: Double, _ range: (low: Double, high: Double)) -> Double {
    value < range.low
      ? 0 : value > range.high ? 1 : (value - range.low) / (range.high - range.low)
  }

  static func uniformQuantile(
    _ probability: Double, _ range: (low: Double, high: Double)
  ) -> Double {
    (0...1).contains(probability) ? range.low + probability * (range.high - range.low) : .nan
  }

  /// A polynomial by Horner's rule, the highest power first.
  private static func horner(_ x: Double, _ coefficients: [Double]) -> Double {
    coefficients.dropFirst().reduce(coefficients.first ?? 0) { $0 * x + $1 }
  }

  /// Giles (2010), "Approximating the erfinv function".
  private static func inverseErrorFunction(_ x: Double) -> Double {
    let w = -log((1 - x) * (1 + x))
    if w < 6.25 { return horner(w - 3.125, centralCoefficients) * x }
    if w < 16 { return horner(w.squareRoot() - 3.25, middleCoefficients) * x }
    return w.isFinite ? horner(w.squareRoot() - 5, outerCoefficients) * x : .infinity * x
  }

  private static let centralCoefficients = [
    -3.6444120640178196996e-21, -1.685059138182016589e-19, 1.2858480715256400167e-18,
    1.115787767802518096e-17, -1.333171662854620906e-16, 2.0972767875968561637e-17,
    6.6376381343583238325e-15, -4.0545662729752068639e-14, -8.1519341976054721522e-14,
    2.6335093153082322977e-12, -1.2975133253453532498e-11, -5.4154120542946279317e-11,
    1.051212273321532285e-9, -4.1126339803469836976e-9, -2.9070369957882005086e-8,
    4.2347877827932403518e-7, -1.3654692000834678645e-6, -1.3882523362786468719e-5,
    0.0001867342080340571352, -0.00074070253416626697512, -0.0060336708714301490533,
    0.24015818242558961693, 1.6536545626831027356,
  ]

  private static let middleCoefficients = [
    2.2137376921775787049e-9, 9.0756561938885390979e-8, -2.7517406297064545428e-7,
    1.8239629214389227755e-8, 1.5027403968909827627e-6, -4.013867526981545969e-6,
    2.9234449089955446044e-6, 1.2475304481471778723e-5, -4.7318229009055733981e-5,
    6.8284851459573175448e-5, 2.4031110387097893999e-5, -0.0003550375203628474796,
    0.00095328937973738049703, -0.0016882755560235047313, 0.0024914420961078508066,
    -0.0037512085075692412107, 0.005370914553590063617, 1.0052589676941592334,
    3.0838856104922207635,
  ]

  private static let outerCoefficients = [
    -2.7109920616438573243e-11, -2.5556418169965252055e-10, 1.5076572693500548083e-9,
    -3.7894654401267369937e-9, 7.6157012080783393804e-9, -1.4960026627149240478e-8,
    2.9147953450901080826e-8, -6.7711997758452339498e-8, 2.2900482228026654717e-7,
    -9.9298272942317002539e-7, 4.5260625972231537039e-6, -1.9681778105531670567e-5,
    7.5995277030017761139e-5, -0.00021503011930044477347, -0.00013871931833623122026,
    1.0103004648645343977, 4.8499064014085844221,
  ]
}
