import Tables

/// A view with its data: a model once, or once for each cell of the facets above it.
final class ViewInstance {
  let model: Model
  private(set) weak var parent: ViewInstance?
  /// The data of the view: after all its transforms; for a unit after aggregation and stacking too.
  var table: Table
  /// For a unit the data before aggregation, from which some orders are taken.
  var raw: Table
  /// For a unit the data with rows that no scale can place, where these are kept from the marks.
  var unfiltered: Table
  var children: [ViewInstance] = []
  /// For a cell of a facet, what sets it apart from the others.
  var key: [Channel: Value] = [:]
  var row = 0
  var column = 0
  var scales: [Channel: Scale] = [:]
  var width = 0.0
  var height = 0.0
  /// For a map, how places become pixels.
  var projection: MapProjection?
  /// The bins of this unit's fields.
  var bins: [String: Binning] = [:]

  init(_ model: Model, parent: ViewInstance?, table: Table) {
    self.model = model
    self.parent = parent
    self.table = table
    raw = table
    unfiltered = table
  }

  /// The scale that serves a channel here.
  func scale(_ channel: Channel) -> Scale? {
    guard let owner = model.scaleOwner(channel) else { return nil }
    return instance(of: owner)?.scales[channel]
  }

  /// This instance or the one above it that belongs to `model`.
  func instance(of model: Model) -> ViewInstance? {
    self.model === model ? self : parent?.instance(of: model)
  }

  /// The instances of units in this one.
  var units: [ViewInstance] { model.unit != nil ? [self] : children.flatMap(\.units) }

  func size(_ side: Dimension) -> Double { side == .width ? width : height }
}
