/// Numbers as SVG attributes: at most three decimals, no exponent, no trailing zeros, never `-0`.
///
/// Three decimals are a thousandth of a CSS pixel: finer than any printer, and equal on every platform.
package func svgNumber(_ value: Double) -> String {
  guard value.isFinite else { return "0" }
  let thousandths = (value * 1000).rounded()
  guard abs(thousandths) < 9e15 else { return "0" }
  let whole = Int64(thousandths)
  if whole == 0 { return "0" }
  let (units, rest) = abs(whole).quotientAndRemainder(dividingBy: 1000)
  var text = (whole < 0 ? "-" : "") + String(units)
  if rest != 0 {
    let digits = String(rest)
    text += "." + String(repeating: "0", count: 3 - digits.count) + digits
    while text.hasSuffix("0") { text.removeLast() }
  }
  return text
}
