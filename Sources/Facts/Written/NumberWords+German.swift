extension NumberWords {
  /// German, as in Germany and Austria.
  static let german = NumberWords(
    marks: .comma,
    powers: [
      "tausend": 3, "tsd": 3, "million": 6, "millionen": 6, "mio": 6, "mill": 6, "milliarde": 9,
      "milliarden": 9, "mrd": 9, "md": 9, "billion": 12, "billionen": 12, "bio": 12,
      "billiarde": 15, "billiarden": 15,
    ],
    numerals: [
      "null": 0, "eins": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7,
      "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwölf": 12, "dutzend": 12,
    ],
    tens: [
      "zwanzig": 20, "dreißig": 30, "dreissig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60,
      "siebzig": 70, "achtzig": 80, "neunzig": 90,
    ],
    hundreds: ["hundert"],
    numeralStems: [
      "zehn", "zig", "ßig", "ssig", "hundert", "tausend", "halb", "viertel", "drittel",
    ],
    articles: ["der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer"],
    ranges: ["bis", "und", "oder"],
    units: sharedUnits.merging(germanUnits) { $1 },
    multiples: sharedMultiples.merging([
      "t €": (.euro, 3), "teur": (.euro, 3), "megatonnen": (.tonne, 6),
      "megawattstunden": (.kilowattHour, 3), "gigawattstunden": (.kilowattHour, 6),
      "terawattstunden": (.kilowattHour, 9),
    ]) { $1 },
    before: table([
      "rund,rd,etwa,circa,zirka,ca,ungefähr,schätzungsweise,um die,in etwa,~,≈": [.about],
      "annähernd": [.nearly, .about], "fast,beinahe,nahezu,≈": [.nearly],
      "knapp,nicht ganz,knapp unter,etwas weniger als": [.nearly, .lessThan],
      "über,mehr als,größer als,höher als,oberhalb von,jenseits von,weit über,>": [.over],
      "deutlich über,deutlich mehr als,weit mehr als": [.over],
      "gut,etwas mehr als,knapp über,etwas über,kaum mehr als": [.over, .about],
      "mindestens,mind,wenigstens,zumindest,nicht weniger als,nicht unter,minimal,≥": [.atLeast],
      "bis zu,höchstens,maximal,max,nicht mehr als,nicht über,allenfalls,≤": [.upTo],
      "weniger als,unter,unterhalb von,kleiner als,deutlich unter,<": [.lessThan],
    ]),
    prepositions: ["über", "unter", "gut"],
    after: table([
      "oder mehr,und mehr,oder darüber,und darüber,aufwärts": [.atLeast],
      "oder weniger,oder darunter,und weniger": [.upTo], "plus,+": [.over, .atLeast],
    ]),
    ones: ["ein", "eine", "einen", "einem", "einer", "eines"])

  /// As in Switzerland and Liechtenstein.
  static let swissGerman: NumberWords = {
    var words = german
    words.marks = .pointAfterGaps
    return words
  }()

  private static let germanUnits: [String: [Unit]] = table([
    "us dollar,us dollars": [.usDollar], "dollar": [.usDollar, .hongKongDollar],
    "hongkong dollar": [.hongKongDollar], "pfund,britische pfund": [.poundSterling],
    "schweizer franken,franken": [.swissFranc], "prozent": [.percent],
    "prozentpunkt,prozentpunkte,prozentpunkten,% punkte,% punkten": [.percentagePoint],
    "person,personen,menschen": [.person], "quadratmeter,quadratmetern,qm": [.squareMetre],
    "quadratkilometer,quadratkilometern,qkm": [.squareKilometre], "hektar": [.hectare],
    "kilogramm": [.kilogram], "tonne,tonnen": [.tonne],
    "kilowattstunde,kilowattstunden": [.kilowattHour], "tag,tage,tagen": [.day],
    "monat,monate,monaten": [.month], "jahr,jahre,jahren": [.year],
  ])
}
