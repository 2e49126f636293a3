import Foundation
import TestSupport
import Testing

@testable import SVGExport

@Suite struct Base64Tests {
  @Test(arguments: 0..<70)
  func equalsFoundations(length: Int) {
    var generator = SeededGenerator(seed: UInt64(length))
    let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
    #expect(base64(bytes) == Data(bytes).base64EncodedString())
  }
}
