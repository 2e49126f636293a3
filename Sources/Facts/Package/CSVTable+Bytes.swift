import Glibc
import Syntax

extension CSVTable {
  /// Whether two ranges of the file hold the same bytes.
  func hasEqualBytes(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    guard a.count == b.count else { return false }
    return file.bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return true }
      return memcmp(base + a.lowerBound, base + b.lowerBound, a.count) == 0
    }
  }
}
