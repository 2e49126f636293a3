import Glibc

/// The three streams that a process is given.
enum StandardStreams {
  /// Makes the streams safe to write to.
  static func prepare() {
    // Of a stream that was closed the next file that is opened would take the number, and paths or problems be
    // written into it. What stands in for standard output cannot be written, so that the loss is noticed.
    for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(stream, F_GETFD) < 0 {
      _ = open("/dev/null", stream == STDERR_FILENO ? O_WRONLY : O_RDONLY)
    }
    // A reader that goes away is a stream that is lost, not the end by a signal.
    signal(SIGPIPE, SIG_IGN)
  }
}
