/// A text that the tool itself prints, by what it is for. `{1}`, `{2}` … are what it is filled with; a `/` parts
/// forms of one text.
///
/// Each built-in language is a function over all cases, so that a language without a label does not compile.
package enum Label: String, Sendable, CaseIterable {
  // MARK: What pages print

  /// A figure by its number.
  case figure
  /// A table by its number.
  case table
  /// The caption of a table's next page, after its name.
  case continued
  /// A page by its folio.
  case page
  /// A section by its number.
  case section
  /// The label of the cover among the pages.
  case cover
  /// What leads the one source of a figure.
  case source
  /// What leads the sources of a figure.
  case sources
  /// Between the sources of a figure.
  case sourceSeparator
  /// After the sources of a figure.
  case sourcesEnd
  /// What leads a note under a figure or table.
  case note
  /// The title of a remark without one.
  case calloutNote
  /// The title of a hint without one.
  case calloutTip
  /// The title of an important remark without one.
  case calloutImportant
  /// The title of a warning without one.
  case calloutWarning
  /// The title of a caution without one.
  case calloutCaution
  /// Between the items of a list in a sentence, but for the last two.
  case listSeparator
  /// Between the last two items of a list in a sentence.
  case listEnd
  /// Between the last two items of a list whose items have the sign of `listSeparator` in them; the others are
  /// parted by `recordSeparator`.
  case recordEnd
  /// Between groups of three digits; empty for none.
  case thousands

  // MARK: The lists at the end of a report

  /// The head of the column of numbers of sources.
  case numberHead
  /// The head of the column of sources.
  case sourceHead
  /// The head of the column of figures.
  case figureHead
  /// The head of the column of periods.
  case periodHead
  /// The head of the column of values.
  case valueHead
  /// The head of the column of pages that cite a source.
  case citedHead
  /// The caption of the list of sources, where it has the pages that cite them.
  case sourcesTitle
  /// The head of the column of units.
  case unitHead
  /// The head of the column of origins.
  case originHead
  /// The caption of the table of all figures.
  case annexTitle
  /// A derived figure by its indicator and what it is of it; a target by its kind and its indicator.
  case figureNamed
  /// A derivation by its operation and its arithmetic.
  case derivationNamed
  /// Words of a source.
  case quotation
  /// A date that the source does not print.
  case dateInferred
  /// Between the parts of a citation.
  case citationSeparator
  /// A source by its kind and date.
  case sourceShort

  // MARK: Figures and units

  /// A figure and its unit.
  case amount
  /// A figure that is approximate.
  case about
  /// A figure that is a little more than the value.
  case nearly
  /// A figure that the value passes.
  case over
  /// A figure that the value reaches.
  case atLeast
  /// A figure that the value does not pass.
  case upTo
  /// A figure that the value does not reach.
  case lessThan
  /// Ten to the third before a unit; empty where the language counts in another power.
  case thousand
  /// Ten to the fourth before a unit.
  case tenThousand
  /// Ten to the sixth before a unit.
  case million
  /// Ten to the eighth before a unit.
  case hundredMillion
  /// Ten to the ninth before a unit.
  case billion
  /// Ten to the twelfth before a unit.
  case trillion
  /// A unit: one and several, where they differ.
  case yuan
  /// A unit.
  case usDollar
  /// A unit.
  case euro
  /// A unit.
  case poundSterling
  /// A unit.
  case yen
  /// A unit.
  case hongKongDollar
  /// A unit.
  case swissFranc
  /// A unit.
  case percent
  /// A unit.
  case percentagePoint
  /// A unit.
  case person
  /// A unit.
  case squareMetre
  /// A unit.
  case squareKilometre
  /// A unit.
  case hectare
  /// A unit.
  case mu
  /// A unit.
  case kilogram
  /// A unit.
  case tonne
  /// A unit.
  case kilowattHour
  /// A unit.
  case day
  /// A unit.
  case month
  /// A unit.
  case year
  /// The first ten places in an order.
  case ordinals
  /// A later place: one form, or four, for those that end in 1, 2, 3 and all others.
  case ordinal
  /// A unit and the total that a figure is drawn from.
  case unitOutOf
  /// A unit or a figure, and what stands beside it in brackets.
  case unitWith

  // MARK: Time

  /// The twelve months.
  case months
  /// The twelve months, short, as axes write them.
  case shortMonths
  /// The days of the week, Sunday first.
  case weekdays
  /// The days of the week, short, as axes write them.
  case shortWeekdays
  /// The halves of the day.
  case dayHalves
  /// An hour of the day, as axes write it: {1} counted to 24, or {2} counted to 12 with its half {3}.
  case hourTime
  /// A day and its month.
  case dayOfYear
  /// A short day of the week and the day of the month.
  case weekdayDate
  /// A year.
  case yearDate
  /// A quarter and its year.
  case quarterDate
  /// A month and its year.
  case monthDate
  /// A day, its month and its year.
  case dayDate
  /// The first and last of several years.
  case yearRange
  /// First and last day within a month, the month, the year.
  case dayRange
  /// First day and its month, last day and its month, within a year.
  case monthRange
  /// First and last day over years.
  case dateRange
  /// Pages that follow one another: the first and the last.
  case pageRange
  /// A horizon with an end alone.
  case horizonTo
  /// A horizon with a start alone.
  case horizonFrom
  /// A horizon from start to end.
  case horizon
  /// A period that the source does not name.
  case undated
  /// What no source states.
  case notStated
  /// What follows from other statements.
  case inferred
  /// What was announced and may not have taken place.
  case announced
  /// A kind of event that was announced.
  case kindAnnounced
  /// Between records in a cell.
  case recordSeparator

  // MARK: Status of targets

  /// The figure aimed at is reached.
  case met
  /// The pace so far is enough.
  case onTrack
  /// The pace so far is too slow.
  case behind
  /// The deadline passed and the figure was not reached.
  case missed
  /// There is nothing to measure by.
  case notMeasurable

  // MARK: Names of worked-out figures

  /// The change from one value to another.
  case change
  /// The compound growth per year.
  case growthPerYear
  /// A ratio of two indicators.
  case ratioNamed
  /// The ratio of two targets.
  case targetRatioNamed
  /// The latest value as a part of the target.
  case shareAttained
  /// What is missing to the target.
  case gapToTarget
  /// The growth per year that the deadline requires.
  case growthRequired
  /// The change per year of a percentage.
  case changePerYear

  // MARK: Operations

  /// How a change was worked out.
  case relativeChange
  /// How growth was worked out.
  case compoundGrowth
  /// How a ratio was worked out.
  case ratio
  /// How a level was worked out.
  case levelBeforeChange
  /// How the part attained was worked out.
  case shareOfAim
  /// How the gap was worked out.
  case differenceFromAim
  /// How a required change was worked out.
  case requiredChange
  /// How required growth was worked out.
  case requiredGrowth
  /// How a change per year was worked out.
  case yearlyChange
  /// How a result was rounded.
  case roundedWhole
  /// How a result was rounded: from one decimal, then two, then more.
  case roundedTo
  /// How a lower bound was rounded.
  case roundedDownWhole
  /// How a lower bound was rounded: down to one decimal, then two, then more.
  case roundedDownTo
  /// How an upper bound was rounded.
  case roundedUpWhole
  /// How an upper bound was rounded: up to one decimal, then two, then more.
  case roundedUpTo
  /// How a lower bound was rounded ({1}) that the printed sum does not come to, from the least ({2}) that its figures
  /// may stand for.
  case roundedFromLeast
  /// The same of an upper bound, from the most that its figures may stand for.
  case roundedFromMost
  /// The note of a level worked out from a change.
  case impliedNote

  // MARK: Why something was left out or not worked out

  /// A source has words only.
  case noFigure
  /// A figure has no period.
  case noPeriod
  /// A figure is a forecast.
  case isForecast
  /// A figure has another coverage.
  case isNotComparable
  /// Another figure is used, by a rule.
  case otherUsed
  /// Another figure stands for the period.
  case otherStands
  /// A worked-out value is comparable.
  case comparableFollows
  /// There is nothing to start from.
  case noValue
  /// There is nothing to compare with.
  case noEarlierValue
  /// A place in an order cannot grow.
  case noGrowthOfOrder
  /// One end is missing.
  case valueMissing
  /// Growth cannot be worked out from it.
  case baseNotPositive
  /// The series is broken.
  case definitionChanged
  /// A value is one-sided.
  case valueIsBound
  /// A value has another coverage.
  case valueNotComparable
  /// A reason and what explains it.
  case withReason
  /// The periods are not alike.
  case lengthsDiffer
  /// There is no time between them.
  case onePeriod
  /// The values are of two periods.
  case periodsDiffer
  /// The values are of two subjects.
  case subjectsDiffer
  /// The values have two units.
  case unitsDiffer
  /// A ratio cannot be worked out.
  case ratioBaseNotPositive
  /// The targets are not a pair.
  case targetsDiffer
  /// The targets are of two subjects.
  case targetSubjectsDiffer
  /// The targets have two units.
  case targetUnitsDiffer
  /// The targets are bounds of both sides.
  case targetsBoundNothing
  /// A target has nothing to be measured by.
  case noComparableValue
  /// A target may be of another measure.
  case termMayDiffer
  /// A target is an upper bound.
  case targetIsCeiling
  /// Parts of a target mean nothing.
  case indicatorNoRatio
  /// A target has no date.
  case noDeadline
  /// The value for the deadline is not out.
  case deadlinePassed
  /// The year of the deadline runs.
  case deadlineYearOpen

  // MARK: Rules

  /// A rule of choice.
  case datedBeatsUndated
  /// A rule of choice.
  case preciseBeatsRounded
  /// A rule of choice.
  case authorityBeatsNarrative
  /// A rule of choice.
  case laterNamesYear
  /// What a printed figure may stand for.
  case intervalRule
  /// How targets are measured.
  case progressRule

  // MARK: Editions and those who took part

  /// A row of the comparison of editions.
  case datesRow
  /// A row of the comparison of editions.
  case themeRow
  /// A row of the comparison of editions.
  case venueRow
  /// A row of the comparison of editions.
  case guidedByRow
  /// A row of the comparison of editions.
  case hostedByRow
  /// A row of the comparison of editions.
  case coHostedByRow
  /// A row of the comparison of editions.
  case organisedByRow
  /// A row of the comparison of editions.
  case coOrganisedByRow
  /// What an organisation did.
  case guided
  /// What an organisation did.
  case hosted
  /// What an organisation did.
  case coHosted
  /// What an organisation did.
  case organised
  /// What an organisation did.
  case coOrganised
  /// What an organisation got.
  case wasAwarded
  /// What an organisation did.
  case signed
  /// What an organisation did.
  case carriedOut
  /// What somebody did at an event.
  case tookPart
  /// What somebody did at an event.
  case spoke
  /// What became of somebody in a document.
  case wasQuoted
  /// What somebody did with a plan.
  case didAnnounce
  /// What somebody did with a plan.
  case released
  /// What somebody did with a plan.
  case set
  /// What became of a platform or the like.
  case wasLaunched
  /// What became of somebody whom a document names as its authority.
  case wasCredited

  // MARK: Charts in words

  /// A chart by its mark.
  case barChart
  /// A chart by its mark.
  case lineChart
  /// A chart by its mark.
  case areaChart
  /// A chart by its mark.
  case pieChart
  /// A chart by its mark.
  case heatMap
  /// A chart of another kind.
  case chart
  /// A chart by what its axes show, one or two.
  case chartOf
  /// The same, coloured by something.
  case chartForEach
  /// A sentence about a chart.
  case chartSentence
  /// The one thing that a chart shows.
  case chartOneValue
  /// The first and last thing that a chart shows.
  case chartFromTo
  /// An axis by its letter, its title, the kind of its scale and what the scale holds; without and with a title.
  case axisCaption
  /// A legend by its kind, its title, its channels and what its scale holds; without and with a title.
  case legendCaption
  /// How many values a scale has, one or several, and which.
  case scaleValues
  /// The first values of a scale and the last.
  case scaleValuesEnd
  /// The first and last value of a scale.
  case scaleRange
  /// How many boundaries a scale has, one or several, and which.
  case scaleBounds
  /// A scale that holds nothing.
  case scaleEmpty
  /// What a mark shows of one field.
  case markPart
  /// What a part of a drawing is to those who hear it: an axis, a legend, a title, a subtitle.
  case axisRole, legendRole, titleRole, subtitleRole
  /// A mark by its kind.
  case markRole
  /// A group of marks by their kind.
  case markGroupRole
}
