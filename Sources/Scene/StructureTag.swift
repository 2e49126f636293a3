/// What a group is in the logical structure of a document: the standard structure types of PDF 1.7
/// (ISO 32000-1, 14.8.4) that Almanac uses.
package enum StructureTag: Hashable, Sendable {
  case section
  /// Level from 1.
  case heading(Int)
  case paragraph
  case list
  case listItem
  case listLabel
  case listBody
  case blockQuote
  case table
  case tableRow
  case tableHeaderCell
  case tableDataCell
  case caption
  /// A picture with the words that stand for it.
  case figure(alternative: String)
  case note
  case link
  case contents
  case contentsItem
  /// Not content: running heads, folios, rules, backgrounds.
  case artifact

  /// The structure type's name in a PDF.
  package var name: String {
    switch self {
    case .section: "Sect"
    case .heading(let level): "H\(level)"
    case .paragraph: "P"
    case .list: "L"
    case .listItem: "LI"
    case .listLabel: "Lbl"
    case .listBody: "LBody"
    case .blockQuote: "BlockQuote"
    case .table: "Table"
    case .tableRow: "TR"
    case .tableHeaderCell: "TH"
    case .tableDataCell: "TD"
    case .caption: "Caption"
    case .figure: "Figure"
    case .note: "Note"
    case .link: "Link"
    case .contents: "TOC"
    case .contentsItem: "TOCI"
    case .artifact: "Artifact"
    }
  }
}
