/** A signature as lines of points on a sheet 600 wide and 200 high. */
export type Strokes = readonly (readonly Point[])[]

export interface Point {
  readonly x: number
  readonly y: number
}

export const SHEET = { width: 600, height: 200 } as const

// The limit of the service, less the end of the line that is being drawn.
const MOST_POINTS = 1800

const onSheet = (value: number, most: number) => Math.min(most, Math.max(0, Math.round(value)))

/** Returns where a pointer touches the sheet, independent of its size on the screen. */
export const pointIn = (box: DOMRect, { clientX, clientY }: { clientX: number; clientY: number }): Point => ({
  x: onSheet(((clientX - box.left) / box.width) * SHEET.width, SHEET.width),
  y: onSheet(((clientY - box.top) / box.height) * SHEET.height, SHEET.height),
})

export const beginStroke = (strokes: Strokes, at: Point): Strokes => [...strokes, [at]]

/** The last line goes on; a point that hardly moved is left out. */
export function extendStroke(strokes: Strokes, at: Point): Strokes {
  const line = strokes.at(-1)
  const last = line?.at(-1)
  if (!line || !last || strokes.flat().length >= MOST_POINTS) return strokes
  if (Math.abs(at.x - last.x) + Math.abs(at.y - last.y) < 2) return strokes
  return [...strokes.slice(0, -1), [...line, at]]
}

/** The lines as the path of a drawing. A dot is a line to itself. */
export const pathOf = (strokes: Strokes): string =>
  strokes
    .map(([first = { x: 0, y: 0 }, ...rest]) => {
      const on = rest.length > 0 ? rest : [first]
      return `M${first.x} ${first.y}${on.map(({ x, y }) => `L${x} ${y}`).join('')}`
    })
    .join('')

/** Returns whether the strokes can be a signature; an accidental touch is none. */
export const isSignature = (strokes: Strokes): boolean => strokes.flat().length >= 5
