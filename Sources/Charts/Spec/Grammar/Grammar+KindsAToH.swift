extension Grammar {
  /// The objects of the language, the first half of the alphabet.
  static let kindsAToH = """
    Aggregate
      argmax:s argmin:s exponential:n
    AlignPair
      column:'all,each,none' row:'all,each,none'
    AutoSizeParams
      contains:'content,padding' resize:b type:'fit,fit-x,fit-y,none,pad'
    Axis
      aria:b|x bandPosition:n|x description:s|x disable:b domain:b domainCap:x|'butt,round,square'
      domainColor:c|x|0 domainDash:x|[n] domainDashOffset:n|x domainOpacity:n|x domainWidth:n|x
      format:s|@TimeFormatSpecifier|{*} formatType:s grid:b gridCap:x|'butt,round,square'
      gridColor:c|x|0|@GuideValue gridDash:x|@GuideValue|[n] gridDashOffset:n|x|@GuideValue
      gridOpacity:n|x|@GuideValue gridWidth:n|x|@GuideValue
      labelAlign:x|@GuideValue|'center,left,right' labelAngle:n|x
      labelBaseline:x|@GuideValue|=baseline labelBound:b|n|x labelColor:c|x|0|@GuideValue
      labelExpr:s labelFlush:b|n labelFlushOffset:n|x labelFont:s|x|@GuideValue
      labelFontSize:n|x|@GuideValue labelFontStyle:s|x|@GuideValue
      labelFontWeight:n|x|@GuideValue|=weight labelLimit:n|x labelLineHeight:n|x
      labelOffset:n|x|@GuideValue labelOpacity:n|x|@GuideValue labelOverlap:b|x|'greedy,parity'
      labelPadding:n|x|@GuideValue labelSeparation:n|x labels:b maxExtent:n|x minExtent:n|x
      offset:n|x orient:x|'bottom,left,right,top' position:n|x style:s|[s]
      tickBand:x|'center,extent' tickCap:x|'butt,round,square' tickColor:c|x|0|@GuideValue
      tickCount:n|x|@TimeIntervalStep|=interval tickDash:x|@GuideValue|[n]
      tickDashOffset:n|x|@GuideValue tickExtra:b tickMinStep:n|x tickOffset:n|x
      tickOpacity:n|x|@GuideValue tickRound:b tickSize:n|x|@GuideValue tickWidth:n|x|@GuideValue
      ticks:b title:s|0|[s] titleAlign:x|'center,left,right' titleAnchor:x|0|'end,middle,start'
      titleAngle:n|x titleBaseline:x|=baseline titleColor:c|x|0 titleFont:s|x titleFontSize:n|x
      titleFontStyle:s|x titleFontWeight:n|x|=weight titleLimit:n|x titleLineHeight:n|x
      titleOpacity:n|x titlePadding:n|x titleX:n|x titleY:n|x translate:n|x values:x|[b|n|s|@Date]
      zindex:n
    AxisResolveMap
      x:=resolution y:=resolution
    BinParams
      anchor:n base:n binned:b divide:[n] extent:@Extent|[n] maxbins:n minstep:n nice:b step:n
      steps:[n]
    Binding
      autocomplete:s debounce:n element:* event:s input:s labels:[s] legend:s|@Stream max:n min:n
      name:s options:[*] placeholder:s step:n
    BrushConfig
      cursor:s fill:c fillOpacity:n stroke:c strokeDash:[n] strokeDashOffset:n strokeOpacity:n
      strokeWidth:n
    Category
      count:n extent:[n] scheme:s|[s]
    ColorChannel
      aggregate:@Aggregate|=aggregate bandPosition:n bin:b|0|@BinParams
      condition:@Condition|[@Condition] datum:b|n|s|x|0|@Datum field:s|@RepeatRef legend:0|@Legend
      scale:0|@Scale sort:0|@Sort|=sortChannel|[b|n|s|@Date] timeUnit:@TimeUnitParams|=timeUnit
      title:s|0|[s] type:=type value:c|x|0|@Gradient
    CompositionConfig
      columns:n spacing:n
    Condition
      aggregate:@Aggregate|=aggregate bandPosition:n bin:b|0|@BinParams|'binned'
      datum:b|n|s|x|0|@Datum empty:b field:s|@RepeatRef format:s|@TimeFormatSpecifier|{*}
      formatType:s legend:0|@Legend param:s scale:0|@Scale sort:0|@Sort|=sortChannel|[b|n|s|@Date]
      test:s|@Test timeUnit:@TimeUnitParams|=timeUnit title:s|0|[s] type:=type
      value:n|x|s|0|@Gradient|[n|s]
    Config
      arc:@Mark area:@Mark aria:b autosize:@AutoSizeParams|'fit,fit-x,fit-y,none,pad' axis:@Axis
      axisBand:@Axis axisBottom:@Axis axisDiscrete:@Axis axisLeft:@Axis axisPoint:@Axis
      axisQuantitative:@Axis axisRight:@Axis axisTemporal:@Axis axisTop:@Axis axisX:@Axis
      axisXBand:@Axis axisXDiscrete:@Axis axisXPoint:@Axis axisXQuantitative:@Axis
      axisXTemporal:@Axis axisY:@Axis axisYBand:@Axis axisYDiscrete:@Axis axisYPoint:@Axis
      axisYQuantitative:@Axis axisYTemporal:@Axis background:0|c|x bar:@Mark boxplot:@Mark
      circle:@Mark concat:@CompositionConfig countTitle:s customFormatTypes:b errorband:@Mark
      errorbar:@Mark facet:@CompositionConfig fieldTitle:'functional,plain,verbal' font:s
      geoshape:@Mark header:@Header headerColumn:@Header headerFacet:@Header headerRow:@Header
      image:@Mark legend:@Legend line:@Mark lineBreak:s|x locale:@Locale mark:@Mark
      normalizedNumberFormat:s normalizedNumberFormatType:s numberFormat:s numberFormatType:s
      padding:n|x|@Padding params:[@Parameter] point:@Mark projection:@Projection
      range:@RangeConfig rect:@Mark rule:@Mark scale:@ScaleConfig selection:@SelectionConfig
      square:@Mark style:@Styles text:@Mark tick:@Mark timeFormat:s timeFormatType:s title:@Title
      tooltipFormat:@FormatConfig trail:@Mark view:@View
    DashChannel
      aggregate:@Aggregate|=aggregate bandPosition:n bin:b|0|@BinParams
      condition:@Condition|[@Condition] datum:b|n|s|x|0|@Datum field:s|@RepeatRef legend:0|@Legend
      scale:0|@Scale sort:0|@Sort|=sortChannel|[b|n|s|@Date] timeUnit:@TimeUnitParams|=timeUnit
      title:s|0|[s] type:=type value:x|[n]
    Data
      format:@DataFormat graticule:b|@GraticuleParams name:s sequence:@SequenceParams
      sphere:b|@Nothing url:s values:*
    DataFormat
      delimiter:s feature:s mesh:s parse:0|{s|0} property:s type:'csv,dsv,json,topojson,tsv'
    Date
      date:n day:n|s hours:n milliseconds:n minutes:n month:n|s quarter:n seconds:n utc:b year:n
    Datum
      date:n day:n|s hours:n milliseconds:n minutes:n month:n|s quarter:n
      repeat:'column,layer,repeat,row' seconds:n utc:b year:n
    DiscreteSize
      step:n
    Domain
      encoding:=sortField field:s param:s unionWith:[b|n|s|@Date]
    Encoding
      angle:0|@NumberChannel color:0|@ColorChannel column:0|@Facet description:0|@TextualChannel
      detail:0|@TypedFieldDef|[@TypedFieldDef] facet:0|@Facet fill:0|@ColorChannel
      fillOpacity:0|@NumberChannel href:0|@TextualChannel key:0|@TypedFieldDef
      latitude:0|@GeoChannel
      latitude2:0|@SecondChannel longitude:0|@GeoChannel longitude2:0|@SecondChannel
      opacity:0|@NumberChannel order:0|@OrderChannel|[@OrderFieldDef] radius:0|@PolarChannel
      radius2:0|@SecondChannel row:0|@Facet shape:0|@ShapeChannel size:0|@NumberChannel
      stroke:0|@ColorChannel strokeDash:0|@DashChannel strokeOpacity:0|@NumberChannel
      strokeWidth:0|@NumberChannel text:0|@TextChannel theta:0|@PolarChannel theta2:0|@SecondChannel
      time:0|@TimeChannel tooltip:0|@TextualChannel|[@StringFieldDef] url:0|@TextualChannel
      x:0|@PositionChannel x2:0|@SecondChannel xError:0|@ErrorChannel xError2:0|@ErrorChannel
      xOffset:0|@OffsetChannel y:0|@PositionChannel y2:0|@SecondChannel yError:0|@ErrorChannel
      yError2:0|@ErrorChannel yOffset:0|@OffsetChannel
    ErrorChannel
      aggregate:@Aggregate|=aggregate bandPosition:n bin:0 field:s|@RepeatRef
      timeUnit:@TimeUnitParams|=timeUnit title:s|0|[s] value:n
    Extent
      encoding:=sortField field:s param:s
    Facet
      aggregate:@Aggregate|=aggregate align:@AlignPair|'all,each,none' bandPosition:n
      bin:b|0|@BinParams bounds:'flush,full' center:b|@FlagPair column:@Facet columns:n
      field:s|@RepeatRef header:0|@Header row:@Facet
      sort:0|@Sort|'ascending,descending'|[b|n|s|@Date] spacing:n|@NumberPair
      timeUnit:@TimeUnitParams|=timeUnit title:s|0|[s] type:=fieldType
    FieldRange
      field:s
    FlagPair
      column:b row:b
    FormatConfig
      normalizedNumberFormat:s normalizedNumberFormatType:s numberFormat:s numberFormatType:s
      timeFormat:s timeFormatType:s
    GeoChannel
      aggregate:@Aggregate|=aggregate bandPosition:n bin:0 datum:b|n|s|x|0|@Datum
      field:s|@RepeatRef timeUnit:@TimeUnitParams|=timeUnit title:s|0|[s] type:=type
    Gradient
      gradient:'linear,radial' id:s r1:n r2:n stops:[@GradientStop] x1:n x2:n y1:n y2:n
    GradientStop
      color:c offset:n
    GraticuleParams
      extent:[[n]] extentMajor:[[n]] extentMinor:[[n]] precision:n step:[n] stepMajor:[n]
      stepMinor:[n]
    GuideCondition
      expr:s test:s|@Test value:c|0|n|s|[n]
    GuideValue
      condition:@GuideCondition|[@GuideCondition] expr:s value:c|0|n|s|[n]
    Header
      format:s|@TimeFormatSpecifier|{*} formatType:s labelAlign:x|'center,left,right'
      labelAnchor:0|'end,middle,start' labelAngle:n labelBaseline:x|=baseline labelColor:c|x
      labelExpr:s labelFont:s|x labelFontSize:n|x labelFontStyle:s|x labelFontWeight:n|x|=weight
      labelLimit:n|x labelLineHeight:n|x labelOrient:'bottom,left,right,top' labelPadding:n|x
      labels:b orient:'bottom,left,right,top' title:s|0|[s] titleAlign:x|'center,left,right'
      titleAnchor:0|'end,middle,start' titleAngle:n titleBaseline:x|=baseline titleColor:c|x
      titleFont:s|x titleFontSize:n|x titleFontStyle:s|x titleFontWeight:n|x|=weight titleLimit:n|x
      titleLineHeight:n|x titleOrient:'bottom,left,right,top' titlePadding:n|x
    """
}
