import Documents

extension [Block] {
  /// The blocks with `change` applied to each figure and table, however deep it stands.
  func mapping(
    figures changeFigure: (FigureBlock, Block) -> FigureBlock,
    tables changeTable: (TableBlock) -> TableBlock
  ) -> [Block] {
    func inner(_ blocks: [Block]) -> [Block] {
      blocks.mapping(figures: changeFigure, tables: changeTable)
    }
    return map { block in
      var block = block
      switch block.kind {
      case .figure(let figure): block.kind = .figure(changeFigure(figure, block))
      case .table(let table): block.kind = .table(changeTable(table))
      case .division(var division):
        division.blocks = inner(division.blocks)
        block.kind = .division(division)
      case .list(var list):
        list.items = list.items.map(inner)
        block.kind = .list(list)
      case .quote(let blocks): block.kind = .quote(inner(blocks))
      case .code, .heading, .pageBreak, .paragraph, .thematicBreak: break
      }
      return block
    }
  }

  /// Every figure, in reading order, with the block that holds it.
  var figures: [(figure: FigureBlock, block: Block)] {
    flatMap { block -> [(FigureBlock, Block)] in
      switch block.kind {
      case .figure(let figure): [(figure, block)]
      case .division(let division): division.blocks.figures
      case .code, .heading, .list, .pageBreak, .paragraph, .quote, .table, .thematicBreak: []
      }
    }
  }
}
