extension Grammar {
  /// The objects of the language, the second half of the alphabet.
  static let kindsIToZ = """
    ImputeParams
      frame:[n|0] keyvals:@ScaleBinParams|[*] method:'max,mean,median,min,value' value:*
    InvalidOutput
      value:n|s|c|0|@Gradient|[n]
    Legend
      aria:b|x clipHeight:n|x columnPadding:n|x columns:n|x cornerRadius:n|x description:s|x
      direction:'horizontal,vertical' disable:b fillColor:c|x|0 format:s|@TimeFormatSpecifier|{*}
      formatType:s gradientDirection:x|'horizontal,vertical' gradientHorizontalMaxLength:n
      gradientHorizontalMinLength:n gradientLabelLimit:n|x gradientLabelOffset:n|x
      gradientLength:n|x gradientOpacity:n|x gradientStrokeColor:c|x|0 gradientStrokeWidth:n|x
      gradientThickness:n|x gradientVerticalMaxLength:n gradientVerticalMinLength:n
      gridAlign:x|'all,each,none' labelAlign:x|'center,left,right' labelBaseline:x|=baseline
      labelColor:c|x|0 labelExpr:s labelFont:s|x labelFontSize:n|x labelFontStyle:s|x
      labelFontWeight:n|x|=weight labelLimit:n|x labelOffset:n|x labelOpacity:n|x
      labelOverlap:b|x|'greedy,parity' labelPadding:n|x labelSeparation:n|x layout:x|{*} legendX:n|x
      legendY:n|x offset:n|x orient:=legendOrient padding:n|x rowPadding:n|x strokeColor:c|x|0
      strokeDash:x|[n] strokeWidth:n|x symbolBaseFillColor:c|x|0 symbolBaseStrokeColor:c|x|0
      symbolDash:x|[n] symbolDashOffset:n|x symbolDirection:x|'horizontal,vertical'
      symbolFillColor:c|x|0 symbolLimit:n|x symbolOffset:n|x symbolOpacity:n|x symbolSize:n|x
      symbolStrokeColor:c|x|0 symbolStrokeWidth:n|x symbolType:s|x
      tickCount:n|x|@TimeIntervalStep|=interval tickMinStep:n|x title:s|0|[s]
      titleAlign:x|'center,left,right' titleAnchor:x|0|'end,middle,start' titleBaseline:x|=baseline
      titleColor:c|x|0 titleFont:s|x titleFontSize:n|x titleFontStyle:s|x
      titleFontWeight:n|x|=weight titleLimit:n|x titleLineHeight:n|x titleOpacity:n|x
      titleOrient:x|'bottom,left,right,top' titlePadding:n|x type:'gradient,symbol'
      unselectedOpacity:n values:x|[b|n|s|@Date] zindex:n|x
    LegendResolveMap
      angle:=resolution color:=resolution fill:=resolution fillOpacity:=resolution
      opacity:=resolution shape:=resolution size:=resolution stroke:=resolution
      strokeDash:=resolution strokeOpacity:=resolution strokeWidth:=resolution time:=resolution
    Locale
      number:@NumberLocale time:@TimeLocale
    Mark
      align:x|'center,left,right' angle:n|x aria:b|x ariaRole:s|x ariaRoleDescription:s|x
      aspect:b|x band:b|@Mark bandSize:n baseline:x|=baseline binSpacing:n blend:x|0|=blend
      borders:b|@Mark box:b|@Mark clip:b|x color:c|x|@Gradient continuousBandSize:n
      cornerRadius:n|x cornerRadiusBottomLeft:n|x cornerRadiusBottomRight:n|x cornerRadiusEnd:n|x
      cornerRadiusTopLeft:n|x cornerRadiusTopRight:n|x cursor:x|s description:s|x dir:x|'ltr,rtl'
      discreteBandSize:n|@RelativeBandSize dx:n|x dy:n|x ellipsis:s|x endAngle:n|x
      extent:n|'ci,iqr,min-max,stderr,stdev' fill:c|x|0|@Gradient fillOpacity:n|x filled:b font:s|x
      fontSize:n|x fontStyle:s|x fontWeight:n|x|=weight height:n|x|@RelativeBandSize href:s|x
      innerRadius:n|x interpolate:x|=curve invalid:0|=invalid limit:n|x line:b|@Mark lineBreak:s|x
      lineHeight:n|x median:b|@Mark minBandSize:n|x opacity:n|x order:b|0
      orient:'horizontal,vertical' outerRadius:n|x outliers:b|@Mark padAngle:n|x
      point:b|@Mark|'transparent' radius:n|x radius2:n|x radius2Offset:n|x radiusOffset:n|x
      rule:b|@Mark shape:s|x size:n|x smooth:b|x startAngle:n|x stroke:c|x|0|@Gradient
      strokeCap:x|'butt,round,square' strokeDash:x|[n] strokeDashOffset:n|x
      strokeJoin:x|'bevel,miter,round' strokeMiterLimit:n|x strokeOffset:n|x strokeOpacity:n|x
      strokeWidth:n|x style:s|[s] tension:n|x text:s|x|[s] theta:n|x theta2:n|x theta2Offset:n|x
      thetaOffset:n|x thickness:n ticks:b|@Mark time:n|x timeUnitBandPosition:n timeUnitBandSize:n
      tooltip:b|n|s|x|0|@TooltipContent type:=mark url:s|x width:n|x|@RelativeBandSize
      x:n|x|'width' x2:n|x|'width' x2Offset:n|x xOffset:n|x y:n|x|'height' y2:n|x|'height'
      y2Offset:n|x yOffset:n|x
    NumberChannel
      aggregate:@Aggregate|=aggregate bandPosition:n bin:b|0|@BinParams
      condition:@Condition|[@Condition] datum:b|n|s|x|0|@Datum field:s|@RepeatRef legend:0|@Legend
      scale:0|@Scale sort:0|@Sort|=sortChannel|[b|n|s|@Date] timeUnit:@TimeUnitParams|=timeUnit
      title:s|0|[s] type:=type value:n|x
    NumberLocale
      currency:[s] decimal:s grouping:[n] minus:s nan:s numerals:[s] percent:s thousands:s
    NumberPair
      column:n row:n
    OffsetChannel
      aggregate:@Aggregate|=aggregate bandPosition:n bin:b|0|@BinParams datum:b|n|s|x|0|@Datum
      field:s|@RepeatRef scale:0|@Scale sort:0|@Sort|=sortChannel|[b|n|s|@Date]
      timeUnit:@TimeUnitParams|=timeUnit title:s|0|[s] type:=type value:n
    OrderChannel
      aggregate:@Aggregate|=aggregate bandPosition:n bin:b|0|@BinParams|'binned'
      condition:@Condition|[@Condition] field:s|@RepeatRef sort:'ascending,descending'
      timeUnit:@TimeUnitParams|=timeUnit title:s|0|[s] type:=fieldType value:n|x
    OrderFieldDef
      aggregate:@Aggregate|=aggregate bandPosition:n bin:b|0|@BinParams|'binned' field:s|@RepeatRef
      sort:'ascending,descending' timeUnit:@TimeUnitParams|=timeUnit title:s|0|[s] type:=fieldType
    Padding
      bottom:n left:n right:n top:n
    Parameter
      bind:@Binding|{@Binding}|'legend,scales' expr:s name:s react:b
      select:@Selection|'interval,point' value:* views:[s]
    PolarChannel
      aggregate:@Aggregate|=aggregate bandPosition:n bin:b|0|@BinParams|'binned'
      datum:b|n|s|x|0|@Datum field:s|@RepeatRef scale:0|@Scale
      sort:0|@Sort|=sortChannel|[b|n|s|@Date] stack:b|0|'center,normalize,zero'
      timeUnit:@TimeUnitParams|=timeUnit title:s|0|[s] type:=type value:n|x|'height,width'
    PositionChannel
      aggregate:@Aggregate|=aggregate axis:0|@Axis bandPosition:n bin:b|0|@BinParams|'binned'
      datum:b|n|s|x|0|@Datum field:s|@RepeatRef impute:0|@ImputeParams scale:0|@Scale
      sort:0|@Sort|=sortChannel|[b|n|s|@Date] stack:b|0|'center,normalize,zero'
      timeUnit:@TimeUnitParams|=timeUnit title:s|0|[s] type:=type value:n|x|'height,width'
    Projection
      center:x|[n] clipAngle:n|x clipExtent:x|[[n]] coefficient:n|x distance:n|x extent:x|[[n]]
      fit:x|@Geo|[@Geo|[@Geo]] fraction:n|x lobes:n|x parallel:n|x parallels:x|[n] pointRadius:n|x
      precision:n|x radius:n|x ratio:n|x reflectX:b|x reflectY:b|x rotate:x|[n] scale:n|x
      size:x|[n] spacing:n|x tilt:n|x translate:x|[n] type:x|=projection
    RangeConfig
      *:@Category|=rangeName|[b|n|s|c|0|[n]] category:@Category|=rangeName|[b|n|s|c|0|[n]]
      diverging:@Category|=rangeName|[b|n|s|c|0|[n]] heatmap:@Category|=rangeName|[b|n|s|c|0|[n]]
      ordinal:@Category|=rangeName|[b|n|s|c|0|[n]] ramp:@Category|=rangeName|[b|n|s|c|0|[n]]
      symbol:[s]
    RelativeBandSize
      band:n
    Repeat
      column:[s] layer:[s] row:[s]
    RepeatRef
      repeat:'column,layer,repeat,row'
    Resolve
      axis:@AxisResolveMap legend:@LegendResolveMap scale:@ScaleResolveMap
    Scale
      align:n|x base:n|x bins:@ScaleBinParams|[n] clamp:b|x constant:n|x
      domain:x|@Domain|'unaggregated'|[b|n|s|x|0|@Date] domainMax:n|x|@Date domainMid:n|x
      domainMin:n|x|@Date domainRaw:x exponent:n|x
      interpolate:x|@ScaleInterpolateParams|'cubehelix,cubehelix-long,hcl,hcl-long,hsl,hsl-long,lab,rgb'
      nice:b|n|x|@TimeIntervalStep|=interval padding:n|x paddingInner:n|x paddingOuter:n|x
      range:@FieldRange|=rangeName|[n|s|x|[n]] rangeMax:n|s|x rangeMin:n|s|x reverse:b|x round:b|x
      scheme:x|@SchemeParams|=scheme type:=scale zero:b|x
    ScaleBinParams
      start:n step:n stop:n
    ScaleConfig
      animationDuration:n bandPaddingInner:n|x bandPaddingOuter:n|x
      bandWithNestedOffsetPaddingInner:n|x bandWithNestedOffsetPaddingOuter:n|x
      barBandPaddingInner:n|x clamp:b|x continuousPadding:n|x framesPerSecond:n
      invalid:@ScaleInvalidDataConfig maxBandSize:n maxFontSize:n maxOpacity:n maxSize:n
      maxStrokeWidth:n minBandSize:n minFontSize:n minOpacity:n minSize:n minStrokeWidth:n
      offsetBandPaddingInner:n|x offsetBandPaddingOuter:n|x pointPadding:n|x quantileCount:n
      quantizeCount:n rectBandPaddingInner:n|x round:b|x tickBandPaddingInner:n|x
      useUnaggregatedDomain:b xReverse:b|x zero:b
    ScaleInterpolateParams
      gamma:n type:'cubehelix,cubehelix-long,rgb'
    ScaleInvalidDataConfig
      angle:@InvalidOutput|'zero-or-min' color:@InvalidOutput|'zero-or-min'
      fill:@InvalidOutput|'zero-or-min' fillOpacity:@InvalidOutput|'zero-or-min'
      opacity:@InvalidOutput|'zero-or-min' radius:@InvalidOutput|'zero-or-min'
      shape:@InvalidOutput|'zero-or-min' size:@InvalidOutput|'zero-or-min'
      stroke:@InvalidOutput|'zero-or-min' strokeDash:@InvalidOutput|'zero-or-min'
      strokeOpacity:@InvalidOutput|'zero-or-min' strokeWidth:@InvalidOutput|'zero-or-min'
      theta:@InvalidOutput|'zero-or-min' time:@InvalidOutput|'zero-or-min'
      x:@InvalidOutput|'zero-or-min' xOffset:@InvalidOutput|'zero-or-min'
      y:@InvalidOutput|'zero-or-min' yOffset:@InvalidOutput|'zero-or-min'
    ScaleResolveMap
      angle:=resolution color:=resolution fill:=resolution fillOpacity:=resolution
      opacity:=resolution radius:=resolution shape:=resolution size:=resolution stroke:=resolution
      strokeDash:=resolution strokeOpacity:=resolution strokeWidth:=resolution theta:=resolution
      time:=resolution x:=resolution xOffset:=resolution y:=resolution yOffset:=resolution
    SchemeParams
      count:n extent:[n] name:=scheme
    SecondChannel
      aggregate:@Aggregate|=aggregate bandPosition:n bin:0 datum:b|n|s|x|0|@Datum
      field:s|@RepeatRef timeUnit:@TimeUnitParams|=timeUnit title:s|0|[s] type:=type
      value:n|x|'height,width'
    Selection
      clear:b|s|@Stream encodings:[=sortField] fields:[s] mark:@BrushConfig nearest:b on:s|@Stream
      resolve:'global,intersect,union' toggle:b|s translate:b|s type:'interval,point' zoom:b|s
    SelectionConfig
      interval:@Selection point:@Selection
    SequenceParams
      as:s start:n step:n stop:n
    ShapeChannel
      aggregate:@Aggregate|=aggregate bandPosition:n bin:b|0|@BinParams
      condition:@Condition|[@Condition] datum:b|n|s|x|0|@Datum field:s|@RepeatRef legend:0|@Legend
      scale:0|@Scale sort:0|@Sort|=sortChannel|[b|n|s|@Date] timeUnit:@TimeUnitParams|=timeUnit
      title:s|0|[s] type:=type value:s|x|0
    Sort
      encoding:'color,fill,fillOpacity,opacity,shape,size,stroke,strokeOpacity,strokeWidth,text,x,y'
      field:s|@RepeatRef op:=aggregate order:0|'ascending,descending'
    Step
      for:'offset,position' step:n
    Stream
      between:[@Stream] consume:b debounce:n filter:s|[s] markname:s
      marktype:'arc,area,group,image,line,path,rect,rule,shape,symbol,text,trail' merge:[@Stream]
      source:'scope,view,window' stream:@Stream throttle:n type:s
    StringFieldDef
      aggregate:@Aggregate|=aggregate bandPosition:n bin:b|0|@BinParams|'binned' field:s|@RepeatRef
      format:s|@TimeFormatSpecifier|{*} formatType:s timeUnit:@TimeUnitParams|=timeUnit
      title:s|0|[s] type:=fieldType
    Styles
      *:@MarkOrAxis
    Test
      and:[s|@Test] empty:b equal:b|n|s|x|@Date field:s gt:n|s|x|@Date gte:n|s|x|@Date
      lt:n|s|x|@Date lte:n|s|x|@Date not:s|@Test oneOf:[b|n|s|@Date] or:[s|@Test] param:s
      range:x|[n|x|0|@Date] timeUnit:@TimeUnitParams|=timeUnit valid:b
    TextChannel
      aggregate:@Aggregate|=aggregate bandPosition:n bin:b|0|@BinParams|'binned'
      condition:@Condition|[@Condition] datum:b|n|s|x|0|@Datum field:s|@RepeatRef
      format:s|@TimeFormatSpecifier|{*} formatType:s timeUnit:@TimeUnitParams|=timeUnit
      title:s|0|[s] type:=type value:s|x|[s]
    TextualChannel
      aggregate:@Aggregate|=aggregate bandPosition:n bin:b|0|@BinParams|'binned'
      condition:@Condition|[@Condition] field:s|@RepeatRef format:s|@TimeFormatSpecifier|{*}
      formatType:s timeUnit:@TimeUnitParams|=timeUnit title:s|0|[s] type:=fieldType value:s|x|0
    TimeChannel
      aggregate:@Aggregate|=aggregate bandPosition:n bin:b|0|@BinParams field:s|@RepeatRef
      rescale:b scale:0|@Scale sort:0|@Sort|=sortChannel|[b|n|s|@Date]
      timeUnit:@TimeUnitParams|=timeUnit title:s|0|[s] type:=fieldType
    TimeFormatSpecifier
      date:s day:s hours:s milliseconds:s minutes:s month:s quarter:s seconds:s week:s year:s
    TimeIntervalStep
      interval:=interval step:n
    TimeLocale
      date:s dateTime:s days:[s] months:[s] periods:[s] shortDays:[s] shortMonths:[s] time:s
    TimeUnitParams
      binned:b maxbins:n step:n unit:=timeUnit utc:b
    Title
      align:'center,left,right' anchor:x|0|'end,middle,start' angle:n|x aria:b|x baseline:=baseline
      color:c|x|0 dx:n|x dy:n|x font:s|x fontSize:n|x fontStyle:s|x fontWeight:n|x|=weight
      frame:s|x limit:n|x lineHeight:n|x offset:n|x orient:x|'bottom,left,none,right,top'
      style:s|[s] subtitle:s|[s] subtitleColor:c|x|0 subtitleFont:s|x subtitleFontSize:n|x
      subtitleFontStyle:s|x subtitleFontWeight:n|x|=weight subtitleLineHeight:n|x
      subtitlePadding:n|x text:s|x|[s] zindex:n|x
    TooltipContent
      content:'data,encoding'
    TypedFieldDef
      aggregate:@Aggregate|=aggregate bandPosition:n bin:b|0|@BinParams|'binned' field:s|@RepeatRef
      timeUnit:@TimeUnitParams|=timeUnit title:s|0|[s] type:=fieldType
    View
      clip:b continuousHeight:n continuousWidth:n cornerRadius:n|x cursor:s
      discreteHeight:n|@DiscreteSize discreteWidth:n|@DiscreteSize fill:c|x|0 fillOpacity:n|x
      opacity:n|x step:n stroke:c|x|0 strokeCap:x|'butt,round,square' strokeDash:x|[n]
      strokeDashOffset:n|x strokeJoin:x|'bevel,miter,round' strokeMiterLimit:n|x strokeOpacity:n|x
      strokeWidth:n|x style:s|[s]
    """
}
