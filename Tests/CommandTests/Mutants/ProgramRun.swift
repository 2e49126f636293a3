import Foundation
import Glibc
import TestSupport

/// A run of the program within limits of time and memory.
struct ProgramRun {
  enum Ending: Equatable {
    case code(Int32)
    case signal(Int32)
    /// Neither ended nor busy.
    case hung
  }

  var ending: Ending
  /// What it wrote to standard error, the beginning of it.
  var errors: String

  /// Ten seconds of the processor, and two gigabytes of addresses: the libraries and stacks, and one of data.
  private static let limits =
    "ulimit -t 10; ulimit -v 2097152; cd \"$1\"; shift; exec \"$0\" \"$@\""
  /// Of waiting for a program that uses no processor, in milliseconds.
  private static let patience = 60_000

  /// Runs the program with `arguments` in `folder`; what it writes goes to files there.
  init(_ arguments: [String], in folder: String) throws {
    let errorFile = "\(folder)/errors"
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, errorFile, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    let words = ["/bin/sh", "-c", Self.limits, Program.location.path, folder] + arguments
    var pid: pid_t = 0
    var pointers = words.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    var nothing: [UnsafeMutablePointer<CChar>?] = [nil]
    let failure = posix_spawn(&pid, "/bin/sh", &actions, nil, pointers, &nothing)
    struct NotStarted: Error { var code: Int32 }
    guard failure == 0 else { throw NotStarted(code: failure) }
    ending = Self.wait(for: pid)
    let text = FileManager.default.contents(atPath: errorFile) ?? Data()
    errors = String(decoding: text.prefix(2000), as: UTF8.self)
  }

  private static func wait(for pid: pid_t) -> Ending {
    var status: Int32 = 0
    var waited = 0.0
    while waitpid(pid, &status, WNOHANG) == 0 {
      usleep(500)
      waited += 0.5
      if waited > Double(patience) {
        kill(pid, SIGKILL)
        waitpid(pid, &status, 0)
        return .hung
      }
    }
    let signal = status & 0x7F
    return signal == 0 ? .code((status >> 8) & 0xFF) : .signal(signal)
  }
}
