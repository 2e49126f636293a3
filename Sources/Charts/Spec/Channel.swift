/// The visual channels of an encoding, by Vega-Lite's names, in the order in which it visits them.
enum Channel: String, Hashable, Sendable, CaseIterable {
  case x, y, x2, y2, xOffset, yOffset
  case theta, theta2, radius, radius2
  case longitude, latitude, longitude2, latitude2
  case xError, xError2, yError, yError2
  case row, column, facet
  case color, fill, stroke, opacity, fillOpacity, strokeOpacity, strokeWidth, strokeDash
  case size, angle, shape, time
  case text, tooltip, href, url, description, detail, order, key

  var isPosition: Bool { self == .x || self == .y }
  var isOffset: Bool { self == .xOffset || self == .yOffset }
  var isPolar: Bool { self == .theta || self == .radius }
  var isColor: Bool { self == .color || self == .fill || self == .stroke }
  var isFacet: Bool { self == .row || self == .column || self == .facet }

  /// The channel that a second one belongs to: `x` for `x2`, itself otherwise.
  var main: Channel {
    switch self {
    case .x2: .x
    case .y2: .y
    case .theta2: .theta
    case .radius2: .radius
    case .longitude2: .longitude
    case .latitude2: .latitude
    default: self
    }
  }

  var isSecondary: Bool { main != self }

  /// `x2` for `x`, and so on.
  var secondary: Channel? {
    switch self {
    case .x: .x2
    case .y: .y2
    case .theta: .theta2
    case .radius: .radius2
    case .longitude: .longitude2
    case .latitude: .latitude2
    default: nil
    }
  }

  /// The channels whose values go through a scale, x and y first: ranges of others depend on theirs.
  static let scaled: [Channel] = [
    .x, .y, .xOffset, .yOffset, .theta, .radius, .color, .fill, .stroke, .opacity, .fillOpacity,
    .strokeOpacity, .strokeWidth, .strokeDash, .size, .angle, .shape, .time,
  ]

  var isScaled: Bool { Channel.scaled.contains(self) }

  /// Channels for which a legend can be drawn.
  static let legended: [Channel] = [
    .color, .fill, .stroke, .strokeWidth, .size, .shape, .strokeDash, .opacity, .fillOpacity,
    .strokeOpacity,
  ]

  /// Whether the channel can only show separate values.
  var isDiscreteOnly: Bool { self == .shape || self == .strokeDash || isFacet }

  /// The view dimension that a position belongs to.
  var dimension: Dimension {
    switch self {
    case .y, .y2, .yOffset, .latitude, .latitude2, .yError, .yError2: .height
    default: .width
    }
  }
}

/// A side of the view.
enum Dimension: String, Hashable, Sendable {
  case width, height
}
