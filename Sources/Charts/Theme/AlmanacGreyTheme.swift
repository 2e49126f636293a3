import Syntax

/// The theme `almanac` without colour, for copies in black and white: its sizes and lines, greys instead
/// of its colours. `GreyLooks` adds the hatches and dashes.
enum AlmanacGreyTheme {
  static let configuration: JSONNode = {
    var bag = DiagnosticBag()
    let file = SourceFile(path: "almanac-grey theme", text: text)
    return AlmanacTheme.configuration.merged(with: JSONParser.parse(file, into: &bag))
  }()

  private static let category = GreyLooks.looks.map { "\"\($0.name)\"" }.joined(separator: ", ")

  private static let marks = [
    "mark", "bar", "line", "area", "point", "circle", "square", "trail", "arc", "rect",
  ].map { "\"\($0)\": {\"color\": \"#2B2B2B\"}" }.joined(separator: ", ")

  /// What differs from `almanac`.
  static let text = """
    {
      "title": {"color": "#1A1A1A", "subtitleColor": "#4F4F4F"},
      "axis": {
        "labelColor": "#3D3D3D", "titleColor": "#4F4F4F", "gridColor": "#DCDCDC",
        "domainColor": "#3D3D3D", "tickColor": "#999999"
      },
      "axisYDiscrete": {"labelColor": "#1A1A1A"},
      "legend": {"labelColor": "#3D3D3D", "titleColor": "#4F4F4F", "symbolSize": 130},
      "header": {"labelColor": "#1A1A1A", "titleColor": "#4F4F4F"},
      \(marks),
      "rule": {"color": "#3D3D3D"},
      "tick": {"color": "#000000"},
      "text": {"color": "#1A1A1A"},
      "style": {
        "target": {"color": "#000000", "stroke": "#000000"},
        "target-label": {"color": "#000000"},
        "target-tick": {"color": "#000000"},
        "target-band": {"color": "#000000"},
        "context": {"color": "#B4B4B4", "stroke": "#B4B4B4"},
        "annotation": {"color": "#4F4F4F"}
      },
      "range": {
        "category": [\(category)],
        "ordinal": ["#E6E6E6", "#C4C4C4", "#9F9F9F", "#777777", "#505050", "#2A2A2A"],
        "ramp": ["#F0F0F0", "#BFBFBF", "#888888", "#545454", "#222222"],
        "heatmap": ["#F4F4F4", "#BFBFBF", "#888888", "#545454", "#222222"],
        "diverging": ["#333333", "#909090", "#F2F2F2", "#C9C9C9", "#6B6B6B"]
      }
    }
    """
}
