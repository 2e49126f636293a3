/// Numbers as SVG attributes: at most `decimals` decimals, no exponent, no trailing zeros, never `-0`.
///
/// Three decimals are a thousandth of a CSS pixel: finer than any printer, and equal on every platform.
/// The factors of a matrix take six, because they multiply coordinates. Numbers that are not finite or
/// too large to be written exactly become 0.
package func svgNumber(_ value: Double, decimals: Int = 3) -> String {
  guard value.isFinite else { return "0" }
  let power = (0..<decimals).reduce(1) { factor, _ in factor * 10 }
  let scaled = (value * Double(power)).rounded()
  guard abs(scaled) < 9e15 else { return "0" }
  let whole = Int64(scaled)
  if whole == 0 { return "0" }
  let (units, rest) = abs(whole).quotientAndRemainder(dividingBy: Int64(power))
  var text = (whole < 0 ? "-" : "") + String(units)
  if rest != 0 {
    let digits = String(rest)
    text += "." + String(repeating: "0", count: decimals - digits.count) + digits
    while text.hasSuffix("0") { text.removeLast() }
  }
  return text
}
