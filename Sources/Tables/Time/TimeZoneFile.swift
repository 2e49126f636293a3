import Glibc
package import Syntax

extension TimeZoneRules {
  /// Where the system keeps its zone files.
  private static let folder = "/usr/share/zoneinfo/"

  /// The rules of the zone that `name` names, from the system's zone files; nil with a diagnostic in
  /// `bag` where there is none. `UTC` needs no file.
  package static func named(
    _ name: String, at span: SourceSpan? = nil, into bag: inout DiagnosticBag
  ) -> TimeZoneRules? {
    if name == "UTC" || name == "Etc/UTC" { return .utc }
    let isPlain = name.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) || $0 == 0x2F || $0 == 0x2B
        || $0 == 0x2D || $0 == 0x5F
    }
    guard isPlain, !name.hasPrefix("/"), let bytes = contents(of: folder + name),
      let rules = TimeZoneRules(name: name, zoneFile: bytes)
    else {
      bag.add(TablesDiagnostics.unknownTimeZone(name, at: span))
      return nil
    }
    return rules
  }

  private static func contents(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16384)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      bytes.append(contentsOf: buffer[..<count])
      if bytes.count > 1 << 20 { return nil }
    }
    return bytes
  }

  /// Reads a zone file (RFC 8536), its 64-bit part where there is one.
  init?(name: String, zoneFile bytes: [UInt8]) {
    guard let first = ZoneFileHeader(bytes, at: 0) else { return nil }
    var header = first
    if first.version >= 2 {
      guard let second = ZoneFileHeader(bytes, at: first.end(timeSize: 4)) else { return nil }
      header = second
    }
    let size = first.version >= 2 ? 8 : 4
    let end = header.end(timeSize: size)
    guard end <= bytes.count else { return nil }
    func integer(at offset: Int, size: Int) -> Int {
      var value: Int64 = 0
      for byte in bytes[offset..<offset + size] { value = value << 8 | Int64(byte) }
      return size == 4 ? Int(Int32(truncatingIfNeeded: value)) : Int(value)
    }
    let types = header.start + header.transitionCount * size
    let records = types + header.transitionCount
    func offset(ofType index: Int) -> Int { integer(at: records + index * 6, size: 4) }
    guard header.typeCount > 0 else { return nil }
    var transitions: [Int] = []
    var offsets: [Int] = []
    for index in 0..<header.transitionCount {
      let type = Int(bytes[types + index])
      guard type < header.typeCount else { return nil }
      transitions.append(integer(at: header.start + index * size, size: size))
      offsets.append(offset(ofType: type))
    }
    var rule: RecurringZoneRule?
    if first.version >= 2, end + 1 < bytes.count {
      let footer = bytes[(end + 1)...].prefix { $0 != 0x0A }
      rule = RecurringZoneRule(posix: String(decoding: footer, as: UTF8.self))
    }
    self.init(
      name: name, transitions: transitions, offsets: offsets, firstOffset: offset(ofType: 0),
      rule: rule)
  }
}

/// The counts at the head of a zone file's data block.
private struct ZoneFileHeader {
  let version: Int
  /// Where the data begins.
  let start: Int
  let transitionCount: Int
  let typeCount: Int
  private let designationCount: Int
  private let leapCount: Int
  private let standardCount: Int
  private let universalCount: Int

  init?(_ bytes: [UInt8], at offset: Int) {
    guard offset >= 0, offset + 44 <= bytes.count,
      bytes[offset..<offset + 4].elementsEqual("TZif".utf8)
    else { return nil }
    func count(_ index: Int) -> Int {
      let from = offset + 20 + index * 4
      return bytes[from..<from + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    switch bytes[offset + 4] {
    case 0: version = 1
    case let digit: version = Int(digit) - 0x30
    }
    start = offset + 44
    universalCount = count(0)
    standardCount = count(1)
    leapCount = count(2)
    transitionCount = count(3)
    typeCount = count(4)
    designationCount = count(5)
  }

  func end(timeSize: Int) -> Int {
    start + transitionCount * (timeSize + 1) + typeCount * 6 + designationCount
      + leapCount * (timeSize + 4) + standardCount + universalCount
  }
}
