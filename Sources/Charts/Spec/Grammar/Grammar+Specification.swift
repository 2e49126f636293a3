extension Grammar {
  /// The specification itself, whose properties depend on how it composes views.
  static let specification = """
    Spec
      $schema:s align:@AlignPair|'all,each,none' autosize:@AutoSizeParams|'fit,fit-x,fit-y,none,pad'
      background:0|c|x bounds:'flush,full' center:b|@FlagPair columns:n concat:[@Spec]
      config:@Config data:0|@Data datasets:{*} description:s encoding:@Encoding facet:@Facet
      hconcat:[@Spec] height:n|@Step|'container' layer:[@Spec] mark:@Mark|=mark name:s
      padding:n|x|@Padding params:[@Parameter] projection:@Projection repeat:@Repeat|[s]
      resolve:@Resolve spacing:n|@NumberPair spec:@Spec title:s|0|@Title|[s] transform:[*]
      usermeta:* vconcat:[@Spec] view:@View width:n|@Step|'container'
    """

  /// How a specification composes views, told by the property that only this composition has.
  enum Composition: String, CaseIterable {
    case unit = "mark"
    case layer, facet, `repeat`, concat, hconcat, vconcat

    init?(_ names: [String]) {
      // A unit may have a `facet` in its encoding, but none beside its mark.
      guard let composition = Self.allCases.first(where: { names.contains($0.rawValue) }) else {
        return nil
      }
      self = composition
    }

    /// What the properties are those of, in the words of a message.
    var title: String {
      switch self {
      case .unit: "a single view"
      case .layer: "a layered view"
      case .facet: "a facet"
      case .repeat: "a repetition"
      case .concat, .hconcat, .vconcat: "a concatenation"
      }
    }

    /// The properties a specification of this composition may have, beside those of every one.
    private var own: [String] {
      let grid = ["align", "bounds", "center", "columns", "spacing", "resolve"]
      return switch self {
      case .unit:
        ["mark", "encoding", "height", "width", "params", "projection", "view"] + grid
      case .layer:
        ["layer", "encoding", "height", "width", "params", "projection", "view", "resolve"]
      case .facet: ["facet", "spec", "params"] + grid
      case .repeat: ["repeat", "spec", "params"] + grid
      case .concat: ["concat", "params"] + grid
      case .hconcat, .vconcat:
        [rawValue, "bounds", "center", "spacing", "resolve", "params"]
      }
    }

    func properties(isTop: Bool) -> [String] {
      own + ["name", "title", "description", "data", "transform"]
        + (isTop
          ? ["$schema", "autosize", "background", "padding", "config", "datasets", "usermeta"]
          : [])
    }
  }
}
