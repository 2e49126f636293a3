import Syntax

/// Vega's own defaults (packages/vega-parser/src/config.js) and Vega-Lite's (src/config.ts). Vega-Lite's
/// hold against its rules like anything a configuration says; Vega's stand behind everything.
enum VegaDefaults {
  /// Vega-Lite's `defaultConfig`.
  static let configuration: JSONNode = .of([
    "background": "white",
    "padding": 5,
    "timeFormat": "%b %d, %Y",
    "countTitle": "Count of Records",
    "normalizedNumberFormat": ".0%",
    "view": .of(["continuousWidth": 300, "continuousHeight": 300, "step": 20]),
    "mark": .of(["color": "#4c78a8", "timeUnitBandSize": 1]),
    "bar": .of([
      "binSpacing": 1, "continuousBandSize": 5, "minBandSize": 0.25, "timeUnitBandPosition": 0.5,
    ]),
    "rect": .of([
      "binSpacing": 0, "continuousBandSize": 5, "minBandSize": 0.25, "timeUnitBandPosition": 0.5,
    ]),
    "image": .of([
      "binSpacing": 0, "continuousBandSize": 5, "minBandSize": 0.25, "timeUnitBandPosition": 0.5,
    ]),
    "tick": .of([
      "binSpacing": 0, "continuousBandSize": 5, "minBandSize": 0.25, "timeUnitBandPosition": 0.5,
      "thickness": 1,
    ]),
    "rule": .of(["color": "black"]),
    "text": .of(["color": "black"]),
    "boxplot": .of([
      "size": 14, "extent": 1.5, "box": .emptyObject, "median": .of(["color": "white"]),
      "outliers": .emptyObject, "rule": .emptyObject, "ticks": .null,
    ]),
    "errorbar": .of(["center": "mean", "rule": true, "ticks": false]),
    "errorband": .of(["band": .of(["opacity": 0.3]), "borders": false]),
    "scale": .of([
      "pointPadding": 0.5, "barBandPaddingInner": 0.1, "rectBandPaddingInner": 0,
      "tickBandPaddingInner": 0.25, "bandWithNestedOffsetPaddingInner": 0.2,
      "bandWithNestedOffsetPaddingOuter": 0.2, "minBandSize": 2, "minFontSize": 8,
      "maxFontSize": 40, "minOpacity": 0.3, "maxOpacity": 0.8, "minSize": 4, "minStrokeWidth": 1,
      "maxStrokeWidth": 4, "quantileCount": 4, "quantizeCount": 4, "zero": true,
    ]),
    "legend": .of([
      "gradientHorizontalMaxLength": 200, "gradientHorizontalMinLength": 100,
      "gradientVerticalMaxLength": 200, "gradientVerticalMinLength": 64, "unselectedOpacity": 0.35,
    ]),
    "header": .of(["titlePadding": 10, "labelPadding": 10]),
    "facet": .of(["spacing": 20]),
    "concat": .of(["spacing": 20]),
  ])

  static let axis: JSONNode = .of([
    "minExtent": 0, "maxExtent": 200, "bandPosition": 0.5, "domain": true, "domainWidth": 1,
    "domainColor": "#888", "grid": false, "gridWidth": 1, "gridColor": "#ddd", "labels": true,
    "labelAngle": 0, "labelLimit": 180, "labelOffset": 0, "labelPadding": 2, "ticks": true,
    "tickColor": "#888", "tickOffset": 0, "tickRound": true, "tickSize": 5, "tickWidth": 1,
    "titlePadding": 4, "translate": 0.5,
  ])

  static let legend: JSONNode = .of([
    "orient": "right", "padding": 0, "gridAlign": "each", "columnPadding": 10, "rowPadding": 2,
    "symbolDirection": "vertical", "gradientDirection": "vertical", "gradientLength": 200,
    "gradientThickness": 16, "gradientStrokeColor": "#ddd", "gradientStrokeWidth": 0,
    "gradientLabelOffset": 2, "labelAlign": "left", "labelBaseline": "middle", "labelLimit": 160,
    "labelOffset": 4, "labelOverlap": true, "symbolLimit": 30, "symbolType": "circle",
    "symbolSize": 100, "symbolOffset": 0, "symbolStrokeWidth": 1.5,
    "symbolBaseFillColor": "transparent", "symbolBaseStrokeColor": "#888", "titleLimit": 180,
    "titleOrient": "top", "titlePadding": 5,
  ])

  static let legendLayout: JSONNode = .of([
    "offset": 18, "direction": "horizontal", "left": .of(["direction": "vertical"]),
    "right": .of(["direction": "vertical"]),
  ])

  static let title: JSONNode = .of([
    "orient": "top", "anchor": "middle", "offset": 4, "subtitlePadding": 3,
  ])

  /// The styles of guides and of Vega-Lite's point marks.
  static func style(_ style: String, _ name: String) -> JSONNode? { styles[style]?[name] }

  private static let styles: JSONNode = .of([
    "guide-label": .of(["fill": "#000", "font": "sans-serif", "fontSize": 10]),
    "guide-title": .of([
      "fill": "#000", "font": "sans-serif", "fontSize": 11, "fontWeight": "bold",
    ]),
    "group-title": .of([
      "fill": "#000", "font": "sans-serif", "fontSize": 13, "fontWeight": "bold",
    ]),
    "group-subtitle": .of(["fill": "#000", "font": "sans-serif", "fontSize": 12]),
    "point": .of(["size": 30, "strokeWidth": 2, "shape": "circle"]),
    "circle": .of(["size": 30, "strokeWidth": 2]),
    "square": .of(["size": 30, "strokeWidth": 2, "shape": "square"]),
    "cell": .of(["fill": "transparent", "stroke": "#ddd"]),
  ])

  /// Defaults of Vega's marks.
  static func mark(_ kind: SceneMark.Kind, _ name: String) -> JSONNode? {
    marks[kind.vegaName]?[name]
  }

  private static let marks: JSONNode = .of([
    "arc": .of(["fill": "#4c78a8"]),
    "area": .of(["fill": "#4c78a8"]),
    "line": .of(["stroke": "#4c78a8", "strokeWidth": 2]),
    "path": .of(["stroke": "#4c78a8"]),
    "rect": .of(["fill": "#4c78a8"]),
    "rule": .of(["stroke": "#000"]),
    "shape": .of(["stroke": "#4c78a8"]),
    "symbol": .of(["fill": "#4c78a8", "size": 64]),
    "text": .of(["fill": "#000", "font": "sans-serif", "fontSize": 11]),
    "trail": .of(["fill": "#4c78a8", "size": 2]),
  ])

  /// The named ranges of colours and symbols.
  static func range(_ name: String) -> JSONNode? { ranges[name] }

  private static let ranges: JSONNode = .of([
    "category": .of(["scheme": "tableau10"]),
    "ordinal": .of(["scheme": "blues"]),
    "heatmap": .of(["scheme": "yellowgreenblue"]),
    "ramp": .of(["scheme": "blues"]),
    "diverging": .of(["scheme": "blueorange", "extent": [1, 0]]),
    "symbol": [
      "circle", "square", "triangle-up", "cross", "diamond", "triangle-right", "triangle-down",
      "triangle-left",
    ],
  ])
}
