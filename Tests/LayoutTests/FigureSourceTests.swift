import Layout
import Scene
import Syntax
import Testing

@Suite struct FigureSourceTests {
  @Test func framesHaveTheirOwnHeight() throws {
    struct Fixed: FigureSource {
      var asked: [String] = []

      mutating func frame(ofFigure name: String, width: Double) throws(DiagnosticFailure) -> Frame {
        asked.append(name)
        return Frame(size: Size(width: width, height: width / 2))
      }
    }
    var source = Fixed()
    #expect(try source.frame(ofFigure: "a", width: 100).size.height == 50)
    #expect(source.asked == ["a"])
  }
}
