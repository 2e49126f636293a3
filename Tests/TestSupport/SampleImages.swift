import Foundation

/// Image files to place on frames.
package enum SampleImages {
  /// Two pixels of `#cc0000` beside each other.
  package static let png = bytes(
    """
    iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAADUlEQVR42mM4w8AARAAHMwGZ4o5HegAAAABJRU5Erk
    Jggg==
    """)

  /// Two pixels of `#663399` beside each other, of sixteen bits a component.
  package static let deepPNG = bytes(
    """
    iVBORw0KGgoAAAANSUhEUgAAAAIAAAABEAIAAAAr0DSeAAAAEUlEQVR42mNISzM2njkTQgIAHYkEybBTYGEAAAAASUVO
    RK5CYII=
    """)

  /// `png` with a head that says it has as many pixels as given.
  package static func png(saying width: UInt32, by height: UInt32) -> [UInt8] {
    var file = png
    for (place, number) in [(16, width), (20, height)] {
      for (offset, shift) in [24, 16, 8, 0].enumerated() {
        file[place + offset] = UInt8(truncatingIfNeeded: number >> UInt32(shift))
      }
    }
    return file
  }

  /// 16 by 8 pixels, blue on the left and red on the right.
  package static let jpeg = bytes(
    """
    /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNy
    wtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09P
    T09PT09PT09PT09PT09PT09PT09PT0//wAARCAAIABADASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAUG/8
    QAFBABAAAAAAAAAAAAAAAAAAAAAP/EABQBAQAAAAAAAAAAAAAAAAAAAAX/xAAZEQACAwEAAAAAAAAAAAAAAAAAQwWB
    wQb/2gAMAwEAAhEDEQA/AMkoAS6Bd4IwbK0//9k=
    """)

  /// 16 by 8 pixels in cyan, magenta, yellow and black.
  package static let inkJPEG = bytes(
    """
    /9j/7gAOQWRvYmUAZAAAAAAA/9sAQwANCQoLCggNCwoLDg4NDxMgFRMSEhMnHB4XIC4pMTAuKS0sMzpKPjM2RjcsLU
    BXQUZMTlJTUjI+WmFaUGBKUVJP/8AAFAgACAAQBEMRAE0RAFkRAEsRAP/EABcAAQEBAQAAAAAAAAAAAAAAAAcGAAP/
    xAAUEAEAAAAAAAAAAAAAAAAAAAAA/9oADgRDAE0AWQBLAAA/AD1ErknG5xBTP//Z
    """)

  private static func bytes(_ base64: String) -> [UInt8] {
    Array(Data(base64Encoded: base64, options: .ignoreUnknownCharacters) ?? Data())
  }
}
