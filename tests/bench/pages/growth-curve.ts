/** One line of a picture: what was measured at which number of cases. */
export interface Curve {
  readonly name: string
  readonly points: readonly { readonly cases: number; readonly value: number }[]
}

export interface Picture {
  readonly title: string
  /** All that it shows, in words, for who does not see it. */
  readonly description: string
  readonly unit: string
  readonly curves: readonly Curve[]
}

const [WIDTH, HEIGHT] = [640, 300]
const area = { left: 64, right: 470, top: 44, bottom: 252 }
const FEWEST_CASES = 1_000
const MOST_CASES = 1_000_000
const TICKS = 4
/** Curves differ by dashes and marks too, not by colour alone. */
const looks = [
  { dashes: 'none', mark: 'circle' },
  { dashes: '7 4', mark: 'square' },
  { dashes: '2 3', mark: 'diamond' },
] as const

/** An SVG that stands by itself: it has its words in it, and follows the reader's choice of light or dark. */
export function growthCurve({ title, description, unit, curves }: Picture): string {
  const most = niceAbove(Math.max(...curves.flatMap(({ points }) => points.map(({ value }) => value)), 0))
  const x = (cases: number) =>
    area.left + (Math.log10(cases / FEWEST_CASES) / Math.log10(MOST_CASES / FEWEST_CASES)) * (area.right - area.left)
  const y = (value: number) => area.bottom - (value / most) * (area.bottom - area.top)
  const rows = Array.from({ length: TICKS + 1 }, (_, tick) => (most / TICKS) * tick)
  const columns = [1_000, 10_000, 100_000, 1_000_000]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="title desc">`,
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="desc">${escaped(description)}</desc>`,
    `<style>${style}</style>`,
    `<rect class="paper" width="${WIDTH}" height="${HEIGHT}"/>`,
    `<text class="title" x="16" y="24">${escaped(title)}</text>`,
    ...rows.map(
      (value) =>
        `<path class="grid" d="M${area.left} ${at(y(value))}H${area.right}"/><text class="small end" x="${area.left - 8}" y="${at(y(value) + 4)}">${shown(value)}</text>`,
    ),
    ...columns.map(
      (cases) => `<text class="small middle" x="${at(x(cases))}" y="${area.bottom + 18}">${shown(cases)}</text>`,
    ),
    `<text class="small middle" x="${(area.left + area.right) / 2}" y="${area.bottom + 38}">cases in the unit</text>`,
    `<text class="small" x="${area.right + 8}" y="${area.top - 8}">${escaped(unit)}</text>`,
    ...curves.flatMap((curve, which) => drawn(curve, which, x, y)),
    ...legend(curves),
    '</svg>\n',
  ].join('\n')
}

function drawn({ points }: Curve, which: number, x: (cases: number) => number, y: (value: number) => number): string[] {
  const { dashes, mark } = looks[which % looks.length] ?? looks[0]
  const line = points.map(({ cases, value }) => `${at(x(cases))} ${at(y(value))}`).join('L')
  const many = points.length > 1 ? [`<path class="curve c${which}" stroke-dasharray="${dashes}" d="M${line}"/>`] : []
  return [
    ...many,
    ...points.flatMap(({ cases, value }) => [
      markAt(mark, which, x(cases), y(value)),
      numberAt(which, x(cases), y(value), shown(value)),
    ]),
  ]
}

/** Above its mark, or for the second curve beside it, so that numbers of two curves seldom meet. */
const numberAt = (which: number, x: number, y: number, number: string): string =>
  which === 1
    ? `<text class="small" x="${at(x + 9)}" y="${at(y + 4)}">${number}</text>`
    : `<text class="small middle" x="${at(Math.min(Math.max(x, area.left + 14), area.right - 12))}" y="${at(y - 9)}">${number}</text>`

const legend = (curves: readonly Curve[]): string[] =>
  curves.flatMap(({ name }, which) => {
    const { dashes, mark } = looks[which % looks.length] ?? looks[0]
    const line = area.top + 20 + which * 40
    const left = area.right + 16
    const [first = '', second = ''] = name.split(', ')
    return [
      `<path class="curve c${which}" stroke-dasharray="${dashes}" d="M${left} ${line}h26"/>`,
      markAt(mark, which, left + 13, line),
      `<text class="small" x="${left + 34}" y="${line + 4}">${escaped(first)}</text>`,
      `<text class="small" x="${left + 34}" y="${line + 19}">${escaped(second)}</text>`,
    ]
  })

function markAt(mark: (typeof looks)[number]['mark'], which: number, x: number, y: number): string {
  if (mark === 'circle') return `<circle class="mark c${which}" cx="${at(x)}" cy="${at(y)}" r="4"/>`
  const turned = mark === 'diamond' ? ` transform="rotate(45 ${at(x)} ${at(y)})"` : ''
  return `<rect class="mark c${which}" x="${at(x - 3.5)}" y="${at(y - 3.5)}" width="7" height="7"${turned}/>`
}

/** A round number that is not below this one, and whose quarters are round too. */
function niceAbove(value: number): number {
  if (value <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  return ([1, 2, 4, 8, 10].find((times) => times * power >= value) ?? 10) * power
}

const at = (place: number): string => String(Number(place.toFixed(1)))

/** Three digits that matter, thousands apart. */
const shown = (value: number): string => Number(value.toPrecision(3)).toLocaleString('en')

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const style = `
svg{color-scheme:light dark;font-family:system-ui,sans-serif;--paper:#fff;--ink:#1b1f24;--grid:#d5d9de;--c0:#0b5cad;--c1:#a8480b;--c2:#5b3aa8}
@media (prefers-color-scheme:dark){svg{--paper:#14171b;--ink:#eceff2;--grid:#3a4048;--c0:#7cb8ff;--c1:#ffb27a;--c2:#c3a8ff}}
.paper{fill:var(--paper)}
text{fill:var(--ink)}
.title{font-size:15px;font-weight:600}
.small{font-size:12px}
.end{text-anchor:end}
.middle{text-anchor:middle}
.grid{stroke:var(--grid);stroke-width:1;fill:none}
.curve{fill:none;stroke-width:2}
.curve.c0{stroke:var(--c0)}.curve.c1{stroke:var(--c1)}.curve.c2{stroke:var(--c2)}
.mark.c0{fill:var(--c0)}.mark.c1{fill:var(--c1)}.mark.c2{fill:var(--c2)}
`
