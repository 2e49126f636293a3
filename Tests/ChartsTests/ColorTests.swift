import Charts
import Scene
import Testing

@Suite struct ColorTests {
  private static func color(_ hex: UInt32) -> Color { Color(rgb: hex) }

  @Test(arguments: [
    (ColorInterpolation.rgb, 0x80_40_40 as UInt32), (.hsl, 0xbf_6f_20), (.lab, 0x9b_43_3d),
  ])
  func spacesDifferHalfWayBetweenTwoColours(space: ColorInterpolation, expected: UInt32) {
    let ends = (Self.color(0xff0000), Self.color(0x008080))
    let middle = space.between(FractionalColor(ends.0), FractionalColor(ends.1), 0.5).color
    // Every space passes through the ends; the middle of rgb is known by arithmetic.
    let start = space.between(FractionalColor(ends.0), FractionalColor(ends.1), 0).color
    let end = space.between(FractionalColor(ends.0), FractionalColor(ends.1), 1).color
    #expect(start == ends.0)
    #expect(end == ends.1)
    if space == .rgb { #expect(middle == Self.color(expected)) }
  }

  @Test func theShortWayRoundTheHuesIsTaken() {
    let (red, magenta) = (Self.color(0xff0000), Self.color(0xff00ff))
    let middle = ColorInterpolation.hsl.between(
      FractionalColor(red), FractionalColor(magenta), 0.5)
    #expect(middle.color == Self.color(0xff0080))
  }

  @Test func aSchemeIsFoundWithoutRegardToCase() {
    #expect(ColorSchemes.scheme("Tableau10") == ColorSchemes.scheme("tableau10"))
    #expect(ColorSchemes.scheme("no such scheme") == nil)
  }

  @Test func categoriesStartWithTheColoursOfTheirScheme() {
    guard case .categorical(let colors)? = ColorSchemes.scheme("tableau10") else {
      Issue.record("tableau10 is categorical")
      return
    }
    #expect(colors.first == Self.color(0x4c78a8))
    #expect(colors.count == 10)
  }

  @Test func aRampIsCutIntoColoursAtEqualDistances() {
    let ramp = ColorRamp.piecewise([.black, .white], .rgb)
    #expect(ramp.color(at: 0) == .black)
    #expect(ramp.color(at: 1) == .white)
    #expect(ramp.quantized(3).map { $0 } == [0x404040, 0x808080, 0xbfbfbf].map(Self.color))
  }

  @Test func everyNameOfASchemeLeadsToOne() {
    for name in ColorSchemes.names { #expect(ColorSchemes.scheme(name) != nil, "\(name)") }
  }
}
