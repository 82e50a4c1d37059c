import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fromTheGroundUp, readWings, type Wing } from './import-graph.ts'

// npm run draw                                 writes docs/pictures/wings-*.svg
// npm run draw -- --check                      fails where an arrow is drawn that is gone, or one is missing
// npm run draw -- --from <folder> --to <folder>  draws another copy of the product, for instance an older one

const programs = ['service', 'admin', 'widget']

const CELL = 38
const ROW = 22
const NAMES = 130
const SIZES = 120
const HEAD = 96

/** A table: a row for each wing, the lowest at the bottom, and how many of its imports lead to which column. */
function draw(program: string, wings: readonly Wing[]): string {
  const columns = fromTheGroundUp(wings)
  const rows = columns.toReversed()
  const width = NAMES + SIZES + columns.length * CELL + 70
  const height = HEAD + rows.length * ROW + 20
  const left = NAMES + SIZES
  const heads = columns.map(
    ({ name }, at) =>
      `<text transform="translate(${left + at * CELL + CELL / 2 + 4} ${HEAD - 8}) rotate(-45)">${name}</text>`,
  )
  const lines = rows.flatMap((wing, at) => {
    const top = HEAD + at * ROW
    const own = columns.indexOf(wing)
    const cells = columns.flatMap(({ name }, column) => {
      const x = left + column * CELL
      const box = (look: string) =>
        `<rect class="${look}" x="${x}" y="${top}" width="${CELL - 2}" height="${ROW - 2}"/>`
      if (column === own) return [box('own')]
      const count = wing.imports.get(name)
      if (!count) return []
      const look = column < own ? `down" fill-opacity="${shadeOf(count)}` : 'up'
      const number = `<text class="count" x="${x + CELL / 2 - 1}" y="${top + 14}">${count}</text>`
      return [`<g><title>${wing.name} → ${name}</title>${box(look)}${number}</g>`]
    })
    return [
      `<rect class="none" x="${left}" y="${top}" width="${columns.length * CELL - 2}" height="${ROW - 2}"/>`,
      `<text class="name" x="${NAMES - 8}" y="${top + 14}">${wing.name}</text>`,
      `<text class="size" x="${NAMES + SIZES - 10}" y="${top + 14}">${wing.files} files, ${wing.lines}</text>`,
      ...cells,
    ]
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">
<title>The wings of ${program}/: imports from each row to each column</title>
<style>text{font:12px sans-serif;fill:#222}.name{text-anchor:end;font-weight:600}.size{text-anchor:end;fill:#666;font-size:11px}.count{text-anchor:middle}.own{fill:#666}.none{fill:#eee}.down{fill:#2f6fb0}.up{fill:#d33}</style>
<rect width="100%" height="100%" fill="#fff"/>
${[...heads, ...lines].join('\n')}
</svg>
`
}

/** Darker for more imports, and never so dark that the number cannot be read. */
const shadeOf = (count: number): string => Math.min(0.65, 0.12 + Math.log10(count) * 0.2).toFixed(2)

/** The imports of a drawing; how often is left out, since it changes with most commits. */
const arrowsOf = (drawing: string): string => (drawing.match(/<title>\S+ → \S+<\/title>/g) ?? []).sort().join('\n')

function argument(name: string, otherwise: string): string {
  const at = process.argv.indexOf(name)
  return resolve(at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise))
}

const root = resolve(import.meta.dirname, '../..')
const from = argument('--from', root)
const to = argument('--to', resolve(root, 'docs/pictures'))
const stale = programs.filter((program) => {
  const path = resolve(to, `wings-${program}.svg`)
  const drawing = draw(program, readWings(resolve(from, program)))
  if (process.argv.includes('--check')) return arrowsOf(readFileSync(path, 'utf8')) !== arrowsOf(drawing)
  mkdirSync(to, { recursive: true })
  writeFileSync(path, drawing)
  return false
})
if (stale.length > 0) {
  console.error(`The drawing of ${stale.join(', ')} is old: npm run draw`)
  process.exitCode = 1
}
