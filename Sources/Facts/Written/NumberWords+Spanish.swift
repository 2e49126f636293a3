extension NumberWords {
  /// Spanish, as in Spain and South America.
  static let spanish = NumberWords(
    marks: .comma,
    powers: [
      "mil": 3, "miles": 3, "millar": 3, "millares": 3, "millón": 6, "millon": 6, "millones": 6,
      "mill": 6, "millardo": 9, "millardos": 9, "billón": 12, "billones": 12,
    ],
    numerals: [
      "cero": 0, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8,
      "nueve": 9, "diez": 10, "once": 11, "doce": 12, "trece": 13, "catorce": 14, "quince": 15,
      "veinte": 20, "cien": 100, "ciento": 100,
    ],
    tens: [
      "treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70,
      "ochenta": 80, "noventa": 90,
    ],
    afterTens: "y",
    numeralStems: [
      "dieci", "veinti", "cient", "quinient", "decena", "docena", "centena", "medio", "media",
      "mitad", "tercio", "cuarto",
    ],
    articles: ["un", "una", "el", "la", "los", "las"],
    connectors: ["de"], ranges: ["a", "y", "o", "hasta"], ordinalSuffixes: ["º", "ª", "o", "a"],
    units: sharedUnits.merging(spanishUnits) { $1 },
    before: table([
      "alrededor de,aproximadamente,unos,unas,en torno a,aprox,más o menos,~,≈": [.about],
      "cerca de": [.nearly, .about], "casi,≈": [.nearly],
      "más de,mas de,por encima de,superior a,superiores a,supera,superó,superan,>": [.over],
      "algo más de,poco más de,un poco más de": [.over, .about],
      "al menos,por lo menos,como mínimo,cuando menos,no menos de,≥": [.atLeast],
      "un mínimo de,mínimo de": [.atLeast],
      "hasta,como máximo,como mucho,a lo sumo,no más de,un máximo de,máximo de,≤": [.upTo],
      "menos de,por debajo de,inferior a,inferiores a,<": [.lessThan],
      "algo menos de,poco menos de,un poco menos de": [.nearly, .lessThan, .about],
    ]),
    prepositions: ["hasta"],
    after: table([
      "o más,y más,como mínimo": [.atLeast], "o menos,como máximo": [.upTo],
      "aproximadamente": [.about], "+": [.over, .atLeast],
    ]),
    ones: ["un", "una", "uno"])

  /// As in Mexico, Central America and the United States.
  static let pointSpanish: NumberWords = {
    var words = spanish
    words.marks = .pointAfterGaps
    return words
  }()

  private static let spanishUnits: [String: [Unit]] = table([
    "yuanes": [.yuan], "dólares estadounidenses,dólares americanos": [.usDollar],
    "dólar,dólares": [.usDollar, .hongKongDollar], "libras,libras esterlinas": [.poundSterling],
    "yenes": [.yen], "francos suizos": [.swissFranc], "por ciento": [.percent],
    "punto porcentual,puntos porcentuales": [.percentagePoint], "persona,personas": [.person],
    "metro cuadrado,metros cuadrados": [.squareMetre],
    "kilómetro cuadrado,kilómetros cuadrados": [.squareKilometre],
    "hectárea,hectáreas": [.hectare], "kilogramo,kilogramos": [.kilogram],
    "tonelada,toneladas": [.tonne],
    "kilovatio hora,kilovatios hora": [.kilowattHour], "día,días": [.day], "mes,meses": [.month],
    "año,años": [.year],
  ])
}
