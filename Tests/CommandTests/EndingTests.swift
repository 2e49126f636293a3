import Foundation
import Glibc
import TestSupport
import Testing

/// How the program ends where nothing is found, where its output is lost, and whatever the environment says.
@Suite struct EndingTests {
  private func inWorkspace(_ body: (Workspace) throws -> Void) throws {
    let workspace = try Workspace()
    defer { workspace.remove() }
    try body(workspace)
  }

  /// A command, how it ends, and what its first line holds.
  @Test(
    arguments: [
      ("mkdir e; cd e; almanac build --all", 1, "no-workspace"),
      ("mkdir e; cd e; almanac check", 1, "no-workspace"),
      ("almanac check --workspace nosuch", 1, "there is no folder `nosuch` [no-workspace]"),
      (
        "mkdir e; cd e; rmdir ../e; almanac build", 1, "the working directory is not there any more"
      ),
      ("mv templates Templates; almanac check", 1, "no-workspace"),
      ("mkdir -p e/templates/themes; almanac build --workspace e", 1, "no-templates"),
      ("mv templates/brief/report.md templates/brief/Report.md; almanac build", 1, "template-name"),
      (
        "mv templates/brief/report.md templates/brief/Report.md; almanac build brief", 1,
        "template-name"
      ),
      (
        "rm -r templates; ln -s templates templates; almanac check", 1,
        "many levels of symbolic links"
      ),
      ("almanac check breif", 1, "unknown-report"), ("almanac check ../brief", 1, "unknown-report"),
      ("almanac data list > /dev/full", 74, "standard output: no space left on device"),
      (
        "almanac build brief --output o > /dev/full", 74, "standard output: no space left on device"
      ),
      ("almanac new n > /dev/full", 74, "standard output: no space left on device"),
      ("almanac --help > /dev/full", 74, "standard output: no space left on device"),
      ("almanac data list >&-", 74, "standard output: bad file descriptor"),
      ("almanac build brief --output /proc/none", 73, "unwritable-output"),
      ("trap '' XFSZ; ulimit -f 1; almanac build brief --output o", 74, "write-failure"),
      ("almanac build --as-of 2024-13-01", 2, "`2024-13-01` is not a day"),
      ("almanac data list --where 'value > 1'", 2, "name it"),
      ("almanac data list --columns id", 2, "name it"),
      ("almanac data verify --sources nowhere", 1, "nowhere"),
      ("almanac data list --as-of today", 2, "`today` is not a day"),
      ("almanac data list --as-of 1990-01-01", 1, "as-of-early"),
    ] as [(String, Int, String)])
  func nothingFoundAndNothingHeardAreErrors(command: String, code: Int, says: String) throws {
    try inWorkspace { workspace in
      let lines = try workspace.run(command)
      #expect(lines.last == "[exit \(code)]")
      #expect(lines.first?.contains(says) == true, "\(lines)")
    }
  }

  /// What root may read, others may not: as one of them.
  @Test(.enabled(if: getuid() == 0, "only root can become another user"))
  func whatMayNotBeReadIsTold() throws {
    try inWorkspace { workspace in
      let lines = try workspace.run(
        "chmod 755 .; chmod 700 templates; setpriv --reuid=65534 --clear-groups almanac check")
      #expect(lines.first == "error: cannot read `templates`: permission denied [file-unreadable]")
      #expect(lines.last == "[exit 1]")
    }
  }

  /// A link out of the workspace, or a path, wherever an author can write one: refused where it is written, and
  /// nothing is said of what lies there.
  @Test(
    arguments: [
      "sed -i 's|charts/turnover.vl.json|../../../secret|' templates/brief/report.md",
      "ln -sf \"$PWD/../secret\" templates/brief/charts/turnover.vl.json",
      "sed -i 's|^# Turnover|{{< include ../../../secret >}}|' templates/brief/report.md",
      "ln -s ../../../secret templates/brief/a.md; "
        + "sed -i 's|^# Turnover|{{< include a.md >}}|' templates/brief/report.md",
      "sed -i 's|^publisher:.*|cover: ../../../secret|' templates/brief/report.md",
      "printf '\\n![A](../../../secret){#fig-a fig-alt=\"a\"}\\n\\nSee @fig-a.\\n' >> templates/brief/report.md",
      "ln -sf ../../secret data/observations.csv",
      "mkdir templates/themes; ln -s ../../../secret templates/themes/t.yaml; "
        + "sed -i 's|^publisher:.*|theme: t|' templates/brief/report.md",
      "mkdir templates/labels; ln -s ../../../secret templates/labels/nl.yaml; "
        + "sed -i 's|^publisher:.*|lang: nl|' templates/brief/report.md",
    ])
  func noPathLeadsOut(change: String) throws {
    try inWorkspace { workspace in
      let lines = try workspace.run(
        "mkdir in; mv data templates in; echo '[\"{hidden}\" 1]' > secret; cd in; \(change); almanac build"
      )
      #expect(lines.last == "[exit 1]")
      #expect(lines.contains { $0.contains("leads out of the workspace") }, "\(lines)")
      #expect(!lines.contains { $0.contains("hidden") }, "\(lines)")
    }
  }

  @Test func theEnvironmentOfLibrariesChangesNoByte() throws {
    try inWorkspace { workspace in
      let lines = try workspace.run(
        """
        almanac build brief --output one --format all > files
        HB_SHAPER_LIST=fallback HB_OPTIONS=uniscribe-bug-compatible FREETYPE_PROPERTIES=cff:no-stem-darkening=0 \
        FONTCONFIG_FILE=/none PANGO_LANGUAGE=tr almanac build brief --output two --format all > /dev/null
        diff -r one two && grep -c . files
        """)
      #expect(lines.count == 1, "\(lines)")
      #expect(Int(lines.first ?? "").map { $0 > 3 } == true)
    }
  }
}
