extension NumberWords {
  static let french = NumberWords(
    marks: .comma,
    powers: [
      "mille": 3, "millier": 3, "milliers": 3, "million": 6, "millions": 6, "mio": 6,
      "milliard": 9, "milliards": 9, "md": 9, "mds": 9, "mrd": 9, "billion": 12, "billions": 12,
    ],
    numerals: [
      "zéro": 0, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8,
      "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15,
      "seize": 16,
    ],
    tens: [
      "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
      "septante": 70, "huitante": 80, "nonante": 90,
    ],
    afterTens: "et", hundreds: ["cent", "cents"],
    numeralStems: ["demi", "taine", "zaine", "dizaine", "moitié", "tiers", "quart"],
    articles: ["un", "une", "le", "la", "l", "les", "des"],
    connectors: ["de", "d"], ranges: ["à", "et", "ou"],
    ordinalSuffixes: ["er", "ère", "e", "è", "ème", "eme"],
    units: sharedUnits.merging(frenchUnits) { $1 },
    multiples: sharedMultiples.merging([
      "mégatonnes": (.tonne, 6), "mégawattheures": (.kilowattHour, 3),
      "gigawattheures": (.kilowattHour, 6), "térawattheures": (.kilowattHour, 9),
    ]) { $1 },
    before: table([
      "environ,à peu près,approximativement,quelque,autour de,aux alentours de,~,≈": [.about],
      "près de,près d,presque,pas loin de,pas loin d": [.nearly, .about], "≈": [.nearly],
      "plus de,plus d,au dessus de,supérieur à,supérieure à,supérieurs à,dépassant": [.over],
      "dépasse,bien plus de,>": [.over], "un peu plus de,un peu plus d": [.over, .about],
      "au moins,au minimum,minimum,pas moins de,pas moins d,≥": [.atLeast],
      "jusqu à,jusque,au plus,tout au plus,au maximum,maximum,pas plus de,pas plus d,≤": [.upTo],
      "moins de,moins d,inférieur à,inférieure à,en dessous de,au dessous de,<": [.lessThan],
      "un peu moins de,un peu moins d,à peine": [.nearly, .lessThan, .about],
    ]),
    prepositions: ["jusqu à"],
    after: table([
      "ou plus,et plus,au moins,au minimum": [.atLeast], "environ": [.about],
      "ou moins,et moins,au plus,au maximum": [.upTo], "+": [.over, .atLeast],
    ]),
    ones: ["un", "une"])

  private static let frenchUnits: [String: [Unit]] = table([
    "yuans": [.yuan], "dollars américains,dollars us": [.usDollar],
    "dollar,dollars": [.usDollar, .hongKongDollar],
    "livres,livres sterling": [.poundSterling], "yens": [.yen],
    "francs suisses": [.swissFranc], "pour cent,pourcent": [.percent],
    "point de pourcentage,points de pourcentage": [.percentagePoint],
    "personne,personnes": [.person], "mètre carré,mètres carrés": [.squareMetre],
    "kilomètre carré,kilomètres carrés": [.squareKilometre], "hectare,hectares": [.hectare],
    "kilogramme,kilogrammes": [.kilogram], "tonne,tonnes": [.tonne],
    "kilowattheure,kilowattheures": [.kilowattHour], "jour,jours": [.day], "mois": [.month],
    "an,ans,année,années": [.year],
  ])
}
