import Foundation
import TestSupport
import Testing

/// `scripts/setup` on a machine whose package manager is a stand-in.
@Suite struct SetupTests {
  @Test func itSaysNothingWhenNothingIsMissing() throws {
    let machine = try Machine(installed: .all, user: 0)
    defer { machine.remove() }
    let run = try machine.setup()
    #expect(run.code == 0)
    #expect(run.output == "")
    #expect(machine.calls == ["dpkg-query"])
  }

  /// Who only builds is not asked for what tests judge with, nor the torture for what it does not call.
  @Test(arguments: [("build", "libhyphen-dev"), ("build", "qpdf"), ("torture", "qpdf")])
  func itAsksOnlyForWhatThePurposeNeeds(purpose: String, other: String) throws {
    let machine = try Machine(installed: .allBut(other), user: 0)
    defer { machine.remove() }
    let run = try machine.setup(for: purpose)
    #expect(run.code == 0)
    #expect(machine.calls == ["dpkg-query"])
  }

  @Test(arguments: ["", "all"]) func aPurposeThatIsNoneIsRefused(purpose: String) throws {
    let machine = try Machine(installed: .all, user: 0)
    defer { machine.remove() }
    let run = try machine.setup(for: purpose)
    #expect(run.code == 1)
    #expect(run.output == "setup: usage: scripts/setup build|test|torture\n")
  }

  @Test func itInstallsOnlyWhatIsMissing() throws {
    let machine = try Machine(installed: .allBut("qpdf"), user: 0)
    defer { machine.remove() }
    let run = try machine.setup()
    #expect(run.code == 0)
    #expect(run.output == "setup: installing qpdf\n")
    #expect(
      machine.calls == [
        "dpkg-query", "apt-get -q -y -o DPkg::Lock::Timeout=300 update",
        "apt-get -q -y -o DPkg::Lock::Timeout=300 install --no-install-recommends qpdf",
        "dpkg-query",
      ])
  }

  @Test func itUsesSudoForOthers() throws {
    let machine = try Machine(installed: .allBut("qpdf"), user: 1000, hasSudo: true)
    defer { machine.remove() }
    #expect(try machine.setup().code == 0)
    #expect(
      machine.calls.contains(
        "sudo -n env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 update"
      ))
  }

  @Test func withNeitherItSaysWhatToAskFor() throws {
    let machine = try Machine(installed: .allBut("qpdf"), user: 1000)
    defer { machine.remove() }
    let run = try machine.setup()
    #expect(run.code == 1)
    #expect(run.output.contains("neither root nor sudo is at hand"))
    #expect(run.output.contains("apt-get install --no-install-recommends qpdf\n"))
    #expect(machine.calls == ["dpkg-query"])
  }

  @Test func aFailureOfThePackageManagerIsTold() throws {
    let machine = try Machine(installed: .allBut("qpdf"), user: 0, failingStep: "install")
    defer { machine.remove() }
    let run = try machine.setup()
    #expect(run.code == 1)
    #expect(run.output.hasSuffix("setup: apt-get could not install: qpdf\n"))
  }

  @Test(
    arguments: [
      (.missing, "the Swift toolchain is missing: install Swift 6.3"),
      (.version("5.10"), "Swift 5.10 is too old: install Swift 6.3"),
      (.broken, "the Swift toolchain does not run"),
    ] as [(Machine.Toolchain, String)])
  func theToolchainIsAskedFor(toolchain: Machine.Toolchain, message: String) throws {
    let machine = try Machine(installed: .all, user: 0, swift: toolchain)
    defer { machine.remove() }
    let run = try machine.setup()
    #expect(run.code == 1)
    #expect(run.output.contains(message))
  }
}

/// A folder of stand-in commands that note how they were called.
struct Machine {
  enum Toolchain {
    case missing, broken
    case version(String)
  }

  enum Packages {
    case all
    case allBut(String)
  }

  let folder: URL

  init(
    installed: Packages, user: Int, hasSudo: Bool = false, failingStep: String = "none",
    swift: Toolchain = .version("6.3.1")
  ) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "almanac-setup-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let missing =
      switch installed {
      case .all: "none"
      case .allBut(let name): name
      }
    try command(
      "dpkg-query",
      """
      echo dpkg-query >> "$0.calls"
      shift 3
      for name in "$@"; do
        [ "$name" = \(missing) ] && [ ! -e "${0%/*}/installed" ] || echo "$name installed"
      done
      """)
    try command(
      "apt-get",
      """
      echo "apt-get $*" >> "${0%/*}/dpkg-query.calls"
      case "$*" in *" \(failingStep)"*) exit 100 ;; esac
      case "$*" in *install*) touch "${0%/*}/installed" ;; esac
      """)
    try command("id", "echo \(user)")
    if hasSudo {
      try command(
        "sudo", "echo \"sudo $*\" >> \"${0%/*}/dpkg-query.calls\"; shift; exec \"$@\"")
    }
    switch swift {
    case .missing: break
    case .broken: try command("swift", "echo 'cannot open shared object file' >&2; exit 127")
    case .version(let version):
      try command("swift", "echo 'Swift version \(version) (swift-RELEASE)'")
    }
    for tool in ["env", "grep", "sed", "sort", "head", "touch", "sh", "true"] {
      for place in ["/usr/bin", "/bin"]
      where FileManager.default.fileExists(atPath: "\(place)/\(tool)") {
        try? FileManager.default.createSymbolicLink(
          atPath: folder.appending(path: tool).path, withDestinationPath: "\(place)/\(tool)")
      }
    }
  }

  /// The calls of `dpkg-query`, `apt-get` and `sudo`, in order.
  var calls: [String] {
    let text = try? String(contentsOf: folder.appending(path: "dpkg-query.calls"), encoding: .utf8)
    return (text ?? "").split(separator: "\n").map(String.init).filter { $0 != "sudo -n true" }
  }

  /// Runs the script with nothing but the stand-ins on its path and no terminal.
  func setup(for purpose: String = "test") throws -> (code: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = [repositoryRoot.appending(path: "scripts/setup").path, purpose]
    process.environment = ["PATH": folder.path, "HOME": folder.path]
    process.standardInput = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  private func command(_ name: String, _ body: String) throws {
    let url = folder.appending(path: name)
    try Data("#!/bin/sh\n\(body)\n".utf8).write(to: url)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: url.path)
  }
}
