/// Folds the values of frames that move on over a sequence: a queue of two stacks, in which each place is
/// taken in twice however wide the frames are. Nothing is ever taken out of a sum, so that no rounding stays.
struct FrameFold<State> {
  private let empty: State
  private let add: (inout State, Int) -> Void
  private let join: (inout State, State) -> Void

  /// `add` takes the value at a place into a state, `join` the state of the places that follow.
  init(
    empty: State, add: @escaping (inout State, Int) -> Void,
    join: @escaping (inout State, State) -> Void
  ) {
    self.empty = empty
    self.add = add
    self.join = join
  }

  /// The results of `frames`, of which neither end goes back from one to the next.
  func results<Result>(of frames: [Range<Int>], _ result: (State) -> Result) -> [Result] {
    // The places from `start` to `turn` are folded backwards, one state for each, those from `turn` to
    // `end` forwards in one.
    var front: [State] = []
    var back = empty
    var (start, turn, end) = (0, 0, 0)
    return frames.map { frame in
      while end < frame.upperBound {
        add(&back, end)
        end += 1
      }
      if frame.lowerBound < turn {
        front.removeLast(frame.lowerBound - start)
      } else if frame.lowerBound > start {
        front = backwards(frame.lowerBound..<end)
        turn = end
        back = empty
      }
      start = frame.lowerBound
      guard var state = front.last else { return result(back) }
      join(&state, back)
      return result(state)
    }
  }

  private func backwards(_ places: Range<Int>) -> [State] {
    var states: [State] = []
    for place in places.reversed() {
      var state = empty
      add(&state, place)
      if let later = states.last { join(&state, later) }
      states.append(state)
    }
    return states
  }
}
