import Documents
import Syntax
import Testing

/// A template with front matter about `body`, parsed; problems are those of the whole.
func parsed(_ body: String) -> (document: Document?, bag: DiagnosticBag) {
  var bag = DiagnosticBag()
  let document = DocumentParser.parse(
    SourceFile(path: "sample.md", text: "---\ntitle: Sample\n---\n" + body), into: &bag)
  return (document, bag)
}

/// The dump of a body without its front matter; what was reported goes first.
func dump(_ body: String) -> String {
  let (document, bag) = parsed(body)
  let problems = bag.sorted.map { "\($0.severity): \($0.message)\n" }.joined()
  guard let document else { return problems + "nothing" }
  let lines = DocumentDump.text(of: document).split(separator: "\n").dropFirst(2)
  return problems + lines.joined(separator: "\n")
}

/// A briefing that uses every construct once.
let wholeDialect = #"""
  ---
  title: "{{ industry.name }} briefing"
  subtitle: Output, targets and the week, {{ first(years) }}-{{ last(years) }}
  author: The desk
  publisher: Example Institute
  lang: en-GB
  description: What the figures say.
  keywords: [biopharma, Shanghai]
  as-of: 2024-11-30
  cover: charts/cover.vl.json
  theme: briefing
  params:
    year: { type: integer, default: 2023, min: 2020, max: 2030 }
    audience: { type: string, default: public, enum: [public, internal] }
  views:
    large:
      data: { name: observations }
      transform:
        - filter: datum.value > 5
  ---

  # At a glance {#sec-glance .unnumbered}

  :::: {.tiles cols=4}
  ::: {.tile}
  {{ size.latest }}

  Industry size
  :::
  ::: tile
  {{ output.target | format(",.0f") }}

  Manufacturing *target*
  :::
  ::::

  The industry reached **{{ size.latest }}** in {{ size.latest.period }}, up
  {{ growth(size, 2022, 2023)
     | percent }} on the year; see @fig-size, [@tbl-targets]
  and [the method](#sec-method).[^def] The plan was announced by the city [@src-004, pp. 3-4; @src-005].

  [^def]: Size includes services; see @sec-method.

      It has a second paragraph with `code {{ x }}`.

  ```{chart}
  #| label: fig-size
  #| spec: charts/size.vl.json
  #| fig-cap: The industry grew to {{ size.latest }}
  #| fig-subcap: "Industry size, CNY billion, *Shanghai*"
  #| fig-note: "One \"quoted\" note with {{ x }}"
  #| fig-alt: auto
  ```

  ```{table}
  #| label: tbl-targets
  #| tbl-cap: Plan targets
  #| each: targets
  #| columns:
  #|   - title: Plan
  #|     value: row.plan
  #|   - { title: Target, value: "format(row.value, ',.0f')", align: end }
  #| tbl-note: See [@src-004].
  ```

  | Plan | Value *x* |
  |:-----|----:|
  | {{ a | b }} | 12 |
  | c \| d |

  : A caption with {{ count(rows) }} {#tbl-plain}

  > [!WARNING]
  > Two figures for one year.

  ::: {.callout-note title="About {{ x }}"}
  Read @fig-size.
  :::

  ::: {.for each="e in editions"}
  ## {{ e.name }}

  {{ e.summary }}\
  next line
  :::

  ::: {.when test="audience == 'internal'"}
  Internal remarks.
  :::

  > A quotation
  > over lines

  1. one
  2. two
     - nested

  * loose

  * list

  ---

  {{< pagebreak >}}

  <!-- a comment {{ y }} -->

  ```swift
  let x = "{{ raw }}" // [^def] {#id} @fig-size
  ::: {.tiles}
  :::
  ```

  Escaped \{{ braces }, \@name and a <https://example.org/a_b> link.

  # Sources {.unlisted}

  ::: sources
  :::
  """#
