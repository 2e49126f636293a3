extension Grammar {
  /// The words of a closed set that several properties have in common.
  static let words: [String: [String]] = [
    "aggregate": [
      "average", "ci0", "ci1", "count", "distinct", "exponential", "exponentialb", "max", "mean",
      "median", "min", "missing", "product", "q1", "q3", "stderr", "stdev", "stdevp", "sum",
      "valid", "values", "variance", "variancep",
    ],
    "baseline": [
      "alphabetic", "bottom", "line-bottom", "line-top", "middle", "top",
    ],
    "blend": [
      "color", "color-burn", "color-dodge", "darken", "difference", "exclusion", "hard-light",
      "hue", "lighten", "luminosity", "multiply", "overlay", "saturation", "screen", "soft-light",
    ],
    "curve": [
      "basis", "basis-closed", "basis-open", "bundle", "cardinal", "cardinal-closed",
      "cardinal-open", "catmull-rom", "linear", "linear-closed", "monotone", "natural", "step",
      "step-after", "step-before",
    ],
    "fieldType": [
      "nominal", "ordinal", "quantitative", "temporal",
    ],
    "interval": [
      "day", "hour", "millisecond", "minute", "month", "second", "week", "year",
    ],
    "invalid": [
      "break-paths-filter-domains", "break-paths-show-domains", "break-paths-show-path-domains",
      "filter", "show",
    ],
    "legendOrient": [
      "bottom", "bottom-left", "bottom-right", "left", "none", "right", "top", "top-left",
      "top-right",
    ],
    "mark": (MarkType.allCases.map(\.rawValue) + CompositeMark.Kind.allCases.map(\.rawValue))
      .sorted(),
    "projection": [
      "albers", "albersUsa", "azimuthalEqualArea", "azimuthalEquidistant", "conicConformal",
      "conicEqualArea", "conicEquidistant", "equalEarth", "equirectangular", "gnomonic",
      "identity", "mercator", "naturalEarth1", "orthographic", "stereographic",
      "transverseMercator",
    ],
    "rangeName": [
      "category", "diverging", "heatmap", "height", "ordinal", "ramp", "symbol", "width",
    ],
    "resolution": [
      "independent", "shared",
    ],
    "scale": [
      "band", "bin-ordinal", "identity", "linear", "log", "ordinal", "point", "pow", "quantile",
      "quantize", "sequential", "sqrt", "symlog", "threshold", "time", "utc",
    ],
    "sortChannel": [
      "-color", "-fill", "-fillOpacity", "-opacity", "-shape", "-size", "-stroke",
      "-strokeOpacity", "-strokeWidth", "-text", "-x", "-y", "ascending", "color", "descending",
      "fill", "fillOpacity", "opacity", "shape", "size", "stroke", "strokeOpacity", "strokeWidth",
      "text", "x", "y",
    ],
    "sortField": [
      "angle", "color", "description", "fill", "fillOpacity", "href", "key", "latitude",
      "latitude2", "longitude", "longitude2", "opacity", "radius", "radius2", "shape", "size",
      "stroke", "strokeDash", "strokeOpacity", "strokeWidth", "text", "theta", "theta2", "time",
      "url", "x", "x2", "xOffset", "y", "y2", "yOffset",
    ],
    "type": [
      "geojson", "nominal", "ordinal", "quantitative", "temporal",
    ],
    "weight": [
      "bold", "bolder", "lighter", "normal",
    ],
  ]
}
