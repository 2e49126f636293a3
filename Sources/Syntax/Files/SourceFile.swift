/// The text of an input file, with the line table that turns byte offsets into lines and columns.
///
/// A reference type so that the many spans into one file share it; it never changes once made.
package final class SourceFile: Sendable {
  /// The path as the user would write it: relative to the workspace, with `/`.
  package let path: String
  /// The bytes of the file as read, after a byte-order mark was taken off.
  package let bytes: [UInt8]
  /// Whether the file began with a UTF-8 byte-order mark, which `bytes` leaves out.
  package let hasByteOrderMark: Bool
  /// The offset of the first byte of each line; the first entry is 0.
  private let lineStarts: [Int]

  /// Makes a file of `bytes`, known to the user as `path`. A UTF-8 byte-order mark is left out.
  package init(path: String, bytes: [UInt8]) {
    self.path = path
    hasByteOrderMark = bytes.starts(with: Self.byteOrderMark)
    self.bytes = hasByteOrderMark ? Array(bytes.dropFirst(3)) : bytes
    var starts = [0]
    self.bytes.withUnsafeBufferPointer { buffer in
      for index in buffer.indices where buffer[index] == UInt8(ascii: "\n") {
        starts.append(index + 1)
      }
    }
    lineStarts = starts
  }

  /// Makes a file of `text`, known to the user as `path`.
  package convenience init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The UTF-8 byte-order mark that some spreadsheets write.
  package static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The bytes as they stand on disk.
  package var contents: [UInt8] { hasByteOrderMark ? Self.byteOrderMark + bytes : bytes }

  /// The whole file as text; bytes that are not UTF-8 become U+FFFD.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The text of `range`; bytes that are not UTF-8 become U+FFFD.
  package func text(in range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// A span over `range` (UTF-8 byte offsets) of this file.
  package func span(_ range: Range<Int>) -> SourceSpan {
    SourceSpan(file: self, range: range)
  }

  /// The line and column, both from 1, of a byte offset; columns count UTF-8 bytes.
  package func position(of offset: Int) -> SourcePosition {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return SourcePosition(line: low + 1, column: offset - lineStarts[low] + 1)
  }

  /// The byte range of a line (from 1), its line ending left out; empty for a line that is not there.
  package func lineRange(_ line: Int) -> Range<Int> {
    guard line >= 1, line <= lineStarts.count else { return bytes.count..<bytes.count }
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<max(start, end)
  }
}

/// A place in a file for people: line and column from 1, the column in UTF-8 bytes.
package struct SourcePosition: Hashable, Sendable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// A range of bytes of a file: where a value was written.
package struct SourceSpan: Sendable {
  package let file: SourceFile
  /// UTF-8 byte offsets into `file.bytes`.
  package let range: Range<Int>

  package init(file: SourceFile, range: Range<Int>) {
    self.file = file
    self.range = range
  }

  /// Where the span begins.
  package var start: SourcePosition { file.position(of: range.lowerBound) }
  /// The spanned text.
  package var text: String { file.text(in: range) }
  /// `path:line:column`, as compilers write it.
  package var label: String { "\(file.path):\(start.line):\(start.column)" }

  /// The part of this span that `inner` names, counted from the span's own start: how an expression
  /// inside a cell or a string points back into the file.
  package func inner(_ inner: Range<Int>) -> SourceSpan {
    SourceSpan(
      file: file,
      range: (range.lowerBound + inner.lowerBound)..<(range.lowerBound + inner.upperBound))
  }
}

extension SourceSpan: Hashable {
  package static func == (left: Self, right: Self) -> Bool {
    left.file.path == right.file.path && left.range == right.range
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(file.path)
    hasher.combine(range)
  }
}
