package import Syntax

/// Whether everything that the text points to is there, once, and whether what should be pointed to is.
package enum ReferenceCheck {
  /// Reports labels used twice, references, links and citations to nothing, and (as warnings) figures and
  /// tables that no reference mentions.
  ///
  /// - Parameters:
  ///   - document: a bound document, in which loops are laid out and conditions decided.
  ///   - sources: the ids that citations may name; nil where they are not known.
  package static func check(
    _ document: Document, sources: [String]? = nil, into bag: inout DiagnosticBag
  ) {
    var mentions = DocumentMentions()
    mentions.collect(document)
    var first: [String: SourceSpan] = [:]
    var labels: [String] = []
    for target in mentions.targets {
      if let earlier = first[target.label] {
        bag.add(
          DocumentDiagnostics.duplicateLabel(target.label, at: target.span, first: earlier))
      } else {
        first[target.label] = target.span
        labels.append(target.label)
      }
    }
    for reference in mentions.references + mentions.links where first[reference.label] == nil {
      bag.add(
        DocumentDiagnostics.undefinedLabel(reference.label, known: labels, at: reference.span))
    }
    let mentioned = Set((mentions.references + mentions.links).map(\.label))
    for target in mentions.targets where !mentioned.contains(target.label) {
      switch target.kind {
      case .figure, .table:
        bag.add(DocumentDiagnostics.unmentioned(target.label, at: target.span))
      case .section, .other: break
      }
    }
    guard let sources else { return }
    let known = Set(sources)
    for citation in mentions.citations where !known.contains(citation.source) {
      bag.add(
        DocumentDiagnostics.undefinedSource(
          citation.source, known: sources, at: citation.span))
    }
  }
}
