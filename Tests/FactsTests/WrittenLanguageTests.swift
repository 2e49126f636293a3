import Facts
import Testing

private typealias Row = WrittenFigureTests.Row

/// Printed figures in languages with a decimal comma, and what a row may say of them.
@Suite struct WrittenLanguageTests {
  @Test(arguments: [
    Row("rund 43.100 Tonnen", "43.1", 3, .tonne, .about), Row("43.100,0", "43100.0", 0, .tonne),
    Row("43 100 t", "43100", 0, .tonne), Row("1,5 Mio. €", "1.5", 6, .euro),
    Row("1.5 Mio. €", "1500", 3, .euro), Row("2,3 Milliarden Euro", "2.3", 9, .euro),
    Row("12,5 %", "12.5", 0, .percent), Row("0,125 Prozent", "0.125", 0, .percent),
    Row("1.234.567 Menschen", "1234567", 0, .person), Row("0.125", "0.125", 0, .number),
    Row("um 3,4 Prozentpunkte", "3.4", 0, .percentagePoint), Row("−5 %", "-5", 0, .percent),
    Row("knapp 200 Mrd. Euro", "200", 9, .euro, .nearly), Row("5 T€", "5", 3, .euro),
    Row("über 1.400 Firmen", "1400", 0, .number, .over),
    Row("rund eine Million", "1", 6, .number, .about),
    Row("mehr als 5 Mio. US-Dollar", "5", 6, .usDollar, .over),
    Row("nicht weniger als 5 Jahre", "5", 0, .year, .atLeast),
    Row("nicht mehr als 5 Prozent", "5", 0, .percent, .upTo),
    Row("bis zu 12 TWh", "12", 9, .kilowattHour, .upTo), Row("zwölf", "12", 0, .number),
    Row("5–6 Mrd. Euro", "5", 9, .euro), Row("5 bis 10 Millionen", "5", 6, .number),
    Row("mindestens 30", "30", 0, .number, .atLeast),
    // Words are not read whole, and a preposition is no qualifier.
    Row("einundzwanzig der 40 Firmen", "21", 0, .number),
    Row("eine halbe Million", "0.5", 6, .number),
    Row("1½ Prozent", "1.5", 0, .percent), Row("1,2×10⁶", "1.2", 6, .number),
    Row("ein Drittel im Jahr 2023", "33.3", 0, .percent),
    Row("zwischen 5 und 6 Mrd. Euro", "5.5", 9, .euro, .about),
    Row("eine von 20 Firmen", "1", 0, .number), Row("zweihundertfünfzig", "250", 0, .number),
    Row("3 Millionen 500 Tausend", "3.5", 6, .number),
    Row("ein Bericht über 12 Firmen", "12", 0, .number), Row("über 5 Jahre", "5", 0, .year),
    Row("am 30.06.2025 waren es 7", "7", 0, .number),
  ])
  func whatIsPrintedInGermanMayStand(row: WrittenFigureTests.Row) throws {
    #expect(try row.contradiction(in: .german) == nil)
  }

  @Test(arguments: [
    (Row("rund 43.100 Tonnen", "43.1", 0, .tonne, .about), WrittenFigure.Contradiction.number),
    (Row("rund 43.100 Tonnen", "43100000", 0, .tonne, .about), .number),
    (Row("rund 43.100 Tonnen", "43100", 0, .tonne, .over), .qualifier([.about])),
    (Row("rund 43.100 Tonnen", "43100", 0, .kilogram, .about), .unit([.tonne])),
    (Row("1,5 Mio. €", "15", 6, .euro), .number), (Row("1,5 Mio. €", "1.5", 9, .euro), .number),
    (Row("43.100", "43.1", 0, .tonne), .number), (Row("12,5 %", "125", 0, .percent), .number),
    (Row("2,3 Milliarden Euro", "2.3", 12, .euro), .number),
    (Row("2 Billionen Euro", "2", 9, .euro), .number),
    (Row("12,5 %", "12.5", 0, .percentagePoint), .unit([.percent])),
    (Row("über 1.400 Firmen", "1400", 0, .number), .qualifier([.over])),
    (Row("43.100 Tonnen", "43100", 0, .tonne, .about), .qualifier([])),
    (Row("eine Million", "2", 6, .number), .number),
    (Row("eine Million", "1", 0, .number), .number),
    (Row("eine von 20 Firmen", "2", 0, .number), .number),
    (Row("Im Jahr 2023, 5.400 Firmen", "3000", 0, .number), .number),
    (Row("5–6 Mrd. Euro", "7", 9, .euro), .number),
  ])
  func whatIsNotPrintedInGermanMayNot(
    row: WrittenFigureTests.Row, found: WrittenFigure.Contradiction
  ) throws {
    #expect(try row.contradiction(in: .german) == found)
  }

  @Test(arguments: [
    Row("1,2 milliard d'euros", "1.2", 9, .euro), Row("43\u{202F}100 tonnes", "43100", 0, .tonne),
    Row("environ 43 100 tonnes", "43.1", 3, .tonne, .about), Row("12,5 %", "12.5", 0, .percent),
    Row("1 234 567,8", "1234567.8", 0, .number), Row("5 M€", "5", 6, .euro),
    Row("1,3 Md€", "1.3", 9, .euro), Row("près de 200 millions d’euros", "200", 6, .euro, .nearly),
    Row("plus d’un million", "1", 6, .number, .over),
    Row("plus d'1,2 milliard", "1.2", 9, .number, .over),
    Row("jusqu'à 500 millions de dollars", "500", 6, .usDollar, .upTo),
    Row("au moins 12 ans", "12", 0, .year, .atLeast),
    Row("moins de 5 pour cent", "5", 0, .percent, .lessThan),
    Row("3,4 points de pourcentage", "3.4", 0, .percentagePoint),
    Row("pas plus de 10 %", "10", 0, .percent, .upTo), Row("la 2e place", "2", 0, .ordinal),
    Row("de 5 à 10 millions", "5", 6, .number), Row("deux mille trois cents", "2300", 0, .number),
    Row("quatre-vingt-dix sur 120", "90", 0, .number),
    Row("en hausse jusqu'à 5 %", "5", 0, .percent),
  ])
  func whatIsPrintedInFrenchMayStand(row: WrittenFigureTests.Row) throws {
    #expect(try row.contradiction(in: .french) == nil)
  }

  @Test(arguments: [
    (Row("1,2 milliard d'euros", "12", 9, .euro), WrittenFigure.Contradiction.number),
    (Row("1,2 milliard d'euros", "1.2", 9, .usDollar), .unit([.euro])),
    (Row("43 100 tonnes", "43.1", 0, .tonne), .number), (Row("43 100", "100", 0, .tonne), .number),
    (Row("2 billions d'euros", "2", 9, .euro), .number),
    (Row("environ 43 100 tonnes", "43100", 0, .tonne, .over), .qualifier([.about])),
    (Row("jusqu'à 500 millions", "500", 6, .number), .qualifier([.upTo])),
    (Row("moins de 5 pour cent", "5", 0, .percent), .qualifier([.lessThan])),
    (Row("5 pour cent", "6", 0, .percent), .number),
  ])
  func whatIsNotPrintedInFrenchMayNot(
    row: WrittenFigureTests.Row, found: WrittenFigure.Contradiction
  ) throws {
    #expect(try row.contradiction(in: .french) == found)
  }

  @Test(arguments: [
    Row("mil millones", "1", 9, .number), Row("2,3 mil millones de euros", "2.3", 9, .euro),
    Row("43.100 toneladas", "43100", 0, .tonne), Row("43 100 toneladas", "43.1", 3, .tonne),
    Row("1.234.567,8", "1234567.8", 0, .number), Row("12,5 %", "12.5", 0, .percent),
    Row("alrededor de 40 empresas", "40", 0, .number, .about),
    Row("casi 2 billones de dólares", "2", 12, .usDollar, .nearly),
    Row("más de un millón de personas", "1", 6, .person, .over),
    Row("al menos 5 años", "5", 0, .year, .atLeast), Row("hasta 500 mil", "500", 3, .number, .upTo),
    Row("menos de 7 por ciento", "7", 0, .percent, .lessThan),
    Row("unos 30", "30", 0, .number, .about),
    Row("no más de 10", "10", 0, .number, .upTo), Row("treinta y uno", "31", 0, .number),
    Row("creció hasta 5 millones", "5", 6, .number), Row("5 mil 300 millones", "5300", 6, .number),
    Row("quinientos de los 800", "500", 0, .number),
  ])
  func whatIsPrintedInSpanishMayStand(row: WrittenFigureTests.Row) throws {
    #expect(try row.contradiction(in: .spanish) == nil)
  }

  @Test(arguments: [
    (Row("mil millones", "1", 6, .number), WrittenFigure.Contradiction.number),
    (Row("2 billones de dólares", "2", 9, .usDollar), .number),
    (Row("43.100 toneladas", "43.1", 0, .tonne), .number),
    (Row("2,3 mil millones de euros", "2.3", 6, .euro), .number),
    (Row("2,3 mil millones de euros", "2.3", 9, .usDollar), .unit([.euro])),
    (Row("hasta 500 empresas", "500", 0, .number), .qualifier([.upTo])),
    (Row("casi 40", "40", 0, .number, .over), .qualifier([.nearly])),
  ])
  func whatIsNotPrintedInSpanishMayNot(
    row: WrittenFigureTests.Row, found: WrittenFigure.Contradiction
  ) throws {
    #expect(try row.contradiction(in: .spanish) == found)
  }

  @Test(arguments: [
    ("de-CH", "43’100.5 Tonnen", "43100.5", true), ("de-CH", "12,5 Tonnen", "12.5", true),
    ("de-CH", "1.250 Tonnen", "1250", false), ("de", "1.250 Tonnen", "1250", true),
    ("es-MX", "43,100.5 toneladas", "43100.5", true), ("es-MX", "1,250 toneladas", "1.25", false),
    ("es-CL", "1,250 toneladas", "1.25", true), ("fr-CA", "1,250 tonnes", "1.25", true),
    ("en", "1,250 tonnes", "1.25", false),
  ])
  func marksAreThoseOfTheRegion(tag: String, written: String, value: String, stands: Bool) throws {
    let row = Row(written, value, 0, .tonne)
    let found = try row.contradiction(in: WrittenLanguage(tag, of: written))
    #expect(found == (stands ? nil : .number))
  }
}
