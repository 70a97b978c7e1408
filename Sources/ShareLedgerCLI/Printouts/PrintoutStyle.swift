/// How printouts look, on screen and on A4; in grey nothing is lost, since fillings differ by pattern and lightness.
enum PrintoutStyle {
  static let sheet: StaticString = """
    @page { size: A4; margin: 15mm 15mm 17mm }
    @page wide { size: A4 landscape }
    * { box-sizing: border-box }
    body { margin: 0; background: #eceef0; color: #16181b; font: 9.5pt/1.45 "Noto Sans CJK SC", "Source Han Sans SC", \
    "PingFang SC", "Microsoft YaHei", "Helvetica Neue", Arial, sans-serif }
    .page { background: #fff; width: 210mm; margin: 8mm auto; padding: 16mm 15mm; box-shadow: 0 1px 6px #0003 }
    .wide { width: 297mm; page: wide }
    header { border-bottom: 2px solid #1d3557; padding-bottom: 4mm }
    .kind { margin: 0; color: #1d3557; font-weight: 600; letter-spacing: .06em }
    h1 { margin: 1mm 0 0; font: 600 20pt/1.25 "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, Georgia, \
    serif; overflow-wrap: anywhere }
    .subheading { margin: 1mm 0 0; color: #555b62; overflow-wrap: anywhere }
    .facts { display: grid; grid-template-columns: repeat(4, auto); gap: 2.5mm 8mm; margin: 4mm 0 0 }
    .wide .facts { grid-template-columns: repeat(6, auto) }
    dt::first-letter, th::first-letter, h2::first-letter { text-transform: uppercase }
    dt { color: #555b62; font-size: 8pt }
    dd { margin: 0; font-size: 10.5pt; font-variant-numeric: tabular-nums; overflow-wrap: anywhere }
    dd[data-name="total"], dd[data-name="rank"], dd[data-name="openFindings"], dd[data-name="open"] \
    { font-size: 15pt; line-height: 1.1; font-weight: 700 }
    section { margin-top: 6mm }
    h2 { margin: 0 0 1.5mm; font-size: 11pt; color: #1d3557; break-after: avoid }
    .note { margin: 1mm 0 0; color: #555b62; font-size: 8pt }
    table { border-collapse: collapse; width: 100%; font-size: 8.5pt; break-inside: auto }
    th, td { padding: .8mm 1.6mm; text-align: start; vertical-align: top; border-bottom: .5px solid #c3c8ce }
    thead th { border-bottom: 1px solid #1d3557; color: #1d3557; font-weight: 600; vertical-align: bottom }
    thead { display: table-header-group }
    tr { break-inside: avoid }
    th.number, td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
    thead th.number { white-space: normal }
    td { overflow-wrap: anywhere }
    td[data-name="since"], td[data-name="curedOn"], td[data-name="until"] { white-space: nowrap; overflow-wrap: normal }
    .heading th { padding-top: 2.2mm; color: #555b62; font-weight: 600 }
    .none { color: #8b9198 }
    .positions { color: #555b62; font-size: 7.5pt; font-variant-numeric: tabular-nums; max-width: 42mm }
    figure { margin: 0; break-inside: avoid }
    figcaption { margin-top: 1mm; color: #555b62; font-size: 8pt }
    .beside { display: flex; gap: 8mm; align-items: flex-start }
    .beside figure { flex: 1 1 62% }
    .beside table { flex: 1 1 32%; width: auto }
    .beside td, .beside th { padding-block: .45mm }
    svg { display: block; width: 100%; height: auto; font-family: inherit }
    .legend { width: auto; margin-top: 1.5mm }
    .legend th, .legend td { padding-inline-end: 6mm }
    svg.swatch { width: 7mm; height: 4.2mm }
    svg.hatching { position: absolute; width: 0; height: 0 }
    .wide svg.bars { max-width: 190mm }
    svg text { font-size: 31px; fill: #16181b; font-variant-numeric: tabular-nums }
    svg .label, svg .amount { text-anchor: end }
    svg .number, svg .month { text-anchor: middle }
    svg.trend text { font-size: 28px }
    svg.trend .number { font-size: 25px; paint-order: stroke; stroke: #fff; stroke-width: 8px }
    svg.trend .number.last { font-weight: 700; font-size: 28px }
    .filled { fill: #1d3557 }
    .hatched { fill: url(#hatch); stroke: #1d3557; stroke-width: 2 }
    .outline { fill: #fff; stroke: #1d3557; stroke-width: 2 }
    .ground { fill: #dfe5ec }
    .stroke { stroke: #1d3557; stroke-width: 3 }
    .mark { stroke: #16181b; stroke-width: 4; stroke-dasharray: 8 5 }
    .grid { stroke: #c3c8ce; stroke-width: 2 }
    .course { fill: none; stroke: #1d3557; stroke-width: 5 }
    .point { fill: #fff; stroke: #1d3557; stroke-width: 4 }
    circle.last { fill: #1d3557 }
    footer { margin-top: 8mm; padding-top: 2mm; border-top: 1px solid #c3c8ce; color: #3f444a; font-size: 7.5pt; \
    break-inside: avoid }
    footer h2 { font-size: 9pt }
    footer p { margin: .6mm 0 }
    .certificate { font-family: "DejaVu Sans Mono", Consolas, Menlo, monospace; font-size: 6.8pt; overflow-wrap: anywhere }
    @media print {
      body { background: none }
      .page { width: auto; margin: 0; padding: 0; box-shadow: none }
      * { print-color-adjust: exact; -webkit-print-color-adjust: exact }
    }
    """
}
