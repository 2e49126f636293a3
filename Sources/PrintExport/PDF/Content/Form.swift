import Scene

/// A picture that is drawn as one: its parts meet one another first, and then what lies under it (a transparency
/// group, ISO 32000-1, 11.6.6).
struct Form: Sendable {
  /// In the coordinates of the stream that draws it.
  let area: Rect
  /// Whether only its lightness counts.
  var isGrey = false
  let content: [UInt8]
  let resources: ContentResources

  func added(to file: inout PDFFile, faces: [PDFReference], images: [PDFReference])
    -> PDFReference
  {
    let resources = resources.added(to: &file, faces: faces, images: images)
    return file.add(
      PDFStream(
        [
          (key: "Type", value: "XObject"), (key: "Subtype", value: "Form"),
          (key: "BBox", value: .rectangle(area.minX, area.minY, area.maxX, area.maxY)),
          (
            key: "Group",
            value: [
              "S": "Transparency", "I": true, "CS": .name(isGrey ? "DeviceGray" : "DeviceRGB"),
            ]
          ),
          (key: "Resources", value: resources),
        ], packing: content))
  }
}
