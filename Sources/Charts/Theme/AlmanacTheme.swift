import Syntax

/// Almanac's own look of charts: editorial, colour-blind safe, sized for print where a pixel is three
/// quarters of a point (labels of 11 px come to 8.25 pt). One accent for what the chart is about, a warm
/// one for targets, greys for everything else; light horizontal grid lines, no line along the measure.
enum AlmanacTheme {
  static let configuration: JSONNode = {
    var bag = DiagnosticBag()
    let file = SourceFile(path: "almanac theme", text: text)
    return JSONParser.parse(file, into: &bag) ?? .emptyObject
  }()

  /// The `config` as it would stand in a specification.
  static let text = """
    {
      "background": "white",
      "padding": 2,
      "font": "Lato",
      "countTitle": "Number",
      "view": {"stroke": null, "continuousWidth": 520, "continuousHeight": 260, "discreteWidth": {"step": 40},
        "discreteHeight": {"step": 26}},
      "title": {
        "anchor": "start", "frame": "bounds", "offset": 14, "fontSize": 16, "fontWeight": 700,
        "color": "#1F2A2E", "subtitleColor": "#5A666B", "subtitleFontSize": 12.5,
        "subtitlePadding": 5, "lineHeight": 20, "subtitleLineHeight": 16
      },
      "axis": {
        "labelFontSize": 11, "titleFontSize": 11, "labelColor": "#454F54", "titleColor": "#5A666B",
        "titleFontWeight": 400, "gridColor": "#DDE2E4", "gridWidth": 0.75, "domainColor": "#454F54",
        "domainWidth": 1, "tickColor": "#9AA5A9", "tickWidth": 0.75, "tickSize": 4,
        "labelPadding": 5, "titlePadding": 10, "labelLimit": 220
      },
      "axisX": {"grid": false, "labelFlush": false},
      "axisY": {
        "domain": false, "ticks": false, "titleAngle": 0, "titleAlign": "left",
        "titleAnchor": "end", "titleBaseline": "bottom", "titleX": 0, "titleY": -10
      },
      "axisXDiscrete": {"labelAngle": 0, "ticks": false, "labelOverlap": "parity"},
      "axisYDiscrete": {"labelPadding": 8, "labelFontSize": 11.5, "labelColor": "#1F2A2E"},
      "axisXQuantitative": {"grid": true, "domain": false, "ticks": false, "labelSeparation": 8},
      "axisYQuantitative": {"grid": true},
      "axisTemporal": {"grid": false},
      "legend": {
        "orient": "top", "direction": "horizontal", "offset": 10, "labelFontSize": 11,
        "titleFontSize": 11, "titleFontWeight": 400, "labelColor": "#454F54",
        "titleColor": "#5A666B", "symbolSize": 90, "symbolStrokeWidth": 2.25, "columnPadding": 16,
        "titleOrient": "left", "titlePadding": 8, "symbolLimit": 0
      },
      "header": {
        "labelFontSize": 12, "labelFontWeight": 700, "labelColor": "#1F2A2E", "titleFontSize": 11,
        "titleColor": "#5A666B", "titleFontWeight": 400
      },
      "headerColumn": {"labelPadding": 24, "titlePadding": 6},
      "headerFacet": {"labelPadding": 24, "titlePadding": 6},
      "mark": {"color": "#0B5D6B"},
      "bar": {"color": "#0B5D6B", "discreteBandSize": {"band": 0.86}},
      "line": {"color": "#0B5D6B", "strokeWidth": 2.25, "strokeCap": "round", "strokeJoin": "round"},
      "area": {"color": "#0B5D6B", "fillOpacity": 0.85},
      "point": {"color": "#0B5D6B", "filled": true, "size": 46},
      "circle": {"color": "#0B5D6B", "size": 46},
      "square": {"color": "#0B5D6B", "size": 46},
      "rule": {"color": "#454F54", "strokeWidth": 1},
      "tick": {"color": "#C4622D", "thickness": 2.5},
      "trail": {"color": "#0B5D6B"},
      "arc": {"color": "#0B5D6B"},
      "rect": {"color": "#0B5D6B"},
      "text": {"color": "#1F2A2E", "fontSize": 11},
      "style": {
        "target": {"color": "#C4622D", "stroke": "#C4622D", "strokeDash": [5, 3]},
        "target-label": {"color": "#9C4A1E", "fontWeight": 700, "fontSize": 11},
        "context": {"color": "#AEB7BB", "stroke": "#AEB7BB"},
        "provisional": {"fillOpacity": 0.45, "strokeDash": [4, 3]},
        "annotation": {"color": "#5A666B", "fontSize": 10.5, "fontStyle": "italic"}
      },
      "range": {
        "category": [
          "#0B5D6B", "#C4622D", "#7A8489", "#D9A441", "#5B8C5A", "#8B5E83", "#3E7CB1", "#A8B3B7"
        ],
        "ordinal": ["#CFE3E5", "#9CC5CA", "#68A5AD", "#378590", "#0B5D6B", "#063D47"],
        "ramp": ["#E3EFF0", "#9CC5CA", "#4F97A1", "#0B5D6B", "#05343C"],
        "heatmap": ["#EEF4F4", "#9CC5CA", "#4F97A1", "#0B5D6B", "#05343C"],
        "diverging": ["#C4622D", "#E9C3AB", "#F2F2F0", "#9CC5CA", "#0B5D6B"]
      },
      "scale": {"barBandPaddingInner": 0.18, "bandPaddingOuter": 0.12}
    }
    """
}
