import Foundation
import PrintExport
import Scene
import TestSupport
import Testing
import Typesetting

@Suite struct EmbeddedFontTests {
  /// The order matters: with these glyphs in this order Cairo alone leaves 如 blank.
  static let han =
    "年月日上海国际生物医药产业周第二届，—事前预告无后统计约开幕式超过会期主题场张江科学堂指导市发展领小组办促进中心协集团股份有限公司；复星（）联影疗技微创易方达基金管理织未说明内外专家、高和投资人出席。多米尼克·乔丹托马斯聚德霍夫藤岛昭陈凯先蒋华良董晨罗氏波士顿百济神州默沙东报道转化研究演讲础为何于寻找靶点难在处关域地位的致辞肯定本以及让们用得共同目标全球新链言依景薛敏数字变革动力王磊健康器械与手术杨广型行企授牌首批获证书机勃林格殷翰英矽智能富龙宝平台版布旨便利临床试验入院：政策宣盟绿色通两成果山瑞来角对话如建设文宏愿各环节〇五推断没源是否举均提合诺贝尔奖工程籍长阿执副总裁务皇始传染病任感天要活参加闻稿制造值亿元规模万因测序仪面至《浦区》细胞治案图“”局体系按论坛分空条深语不构趋势受邀者次美社四间一"
  private let cell = 16.0
  private let columns = 20

  @Test(.enabled(if: ExternalTool("pdftoppm").isAvailable))
  func everyGlyphOfAFaceWithPostScriptOutlinesIsOnThePage() throws {
    let shaper = Shaper(fonts: try FontBook(families: ["Noto Sans CJK SC"]))
    let style = TextStyle(font: FontDescription(families: ["Noto Sans CJK SC"]), size: 12)
    var items: [FrameItem] = []
    for (index, character) in Self.han.enumerated() {
      let corner = corner(of: index)
      items.append(
        .text(
          TextItem(
            origin: Point(x: corner.x + 2, y: corner.y + 12.5),
            lines: [try shaper.shape(String(character), style: style)])))
    }
    let rows = (Self.han.count + columns - 1) / columns
    let size = Size(width: Double(columns) * cell, height: Double(rows) * cell)
    let pdf = try PDFExporter.pdf(of: document([page(items, size: size)]), creator: "test")

    let pixels = try pixels(of: pdf, size: size)
    let blank = Self.han.enumerated().filter { index, _ in
      !isInked(index, of: pixels, width: size.width)
    }
    #expect(blank.map(\.element) == [])
  }

  private static let named = "/usr/share/fonts/opentype/urw-base35/C059-Roman.otf"

  /// Of faces whose glyphs have names and no identifiers, glyphs keep their numbers.
  @Test(
    .enabled(
      if: ExternalTool("pdftoppm").isAvailable
        && (ExternalTool.mustBeThere || FileManager.default.fileExists(atPath: named)),
      "needs a font with names for its glyphs, such as those of fonts-urw-base35"))
  func everyGlyphOfAFaceWithNamesIsOnThePage() throws {
    let face = FontFace(
      file: Self.named, index: 0, family: "C059", weight: 400, isItalic: false)
    // Letters and digits of the font, so none is blank.
    let glyphs = Array(UInt32(20)..<50) + Array(UInt32(60)..<80)
    let items = glyphs.enumerated().map { index, glyph in
      let corner = corner(of: index)
      let run = GlyphRun(
        face: face, size: 12, text: "x", glyphs: [Glyph(id: glyph, advance: 12)],
        clusters: [GlyphCluster(byteCount: 1, glyphCount: 1)])
      return FrameItem.text(
        TextItem(origin: Point(x: corner.x + 2, y: corner.y + 12.5), lines: [[run]]))
    }
    let size = Size(width: Double(columns) * cell, height: 3 * cell)
    let pdf = try PDFExporter.pdf(of: document([page(items, size: size)]), creator: "test")
    let pixels = try pixels(of: pdf, size: size)
    let blank = glyphs.enumerated().filter { index, _ in
      !isInked(index, of: pixels, width: size.width)
    }
    #expect(blank.map(\.element) == [])
    #expect(!isInked(glyphs.count, of: pixels, width: size.width))
  }

  /// The grey of each point of the only page.
  private func pixels(of pdf: [UInt8], size: Size) throws -> [UInt8] {
    let picture = try ExternalTool("pdftoppm").run(
      ["-gray", "-r", "72", "FILE"], on: pdf, suffix: "pdf")
    #expect(picture.code == 0 && picture.errors.isEmpty, "\(picture.errors)")
    let (width, height) = (Int(size.width), Int(size.height))
    #expect(picture.bytes.count == "P5\n\(width) \(height)\n255\n".utf8.count + width * height)
    return picture.bytes.suffix(width * height)
  }

  /// Whether there is anything in a cell.
  private func isInked(_ index: Int, of pixels: [UInt8], width: Double) -> Bool {
    let corner = corner(of: index)
    return (0..<Int(cell)).contains { y in
      let start = (Int(corner.y) + y) * Int(width) + Int(corner.x)
      return pixels[start..<(start + Int(cell))].contains { $0 < 230 }
    }
  }

  private func corner(of index: Int) -> Point {
    Point(x: Double(index % columns) * cell, y: Double(index / columns) * cell)
  }
}
