import type { Area } from '../../api/wire.ts'

/** The sides of a picture in the unit of an area: thousandths. */
export const WHOLE = 1_000

/** A box smaller than this is a slip of the finger. */
export const LEAST = 8

interface Point {
  readonly x: number
  readonly y: number
}

const within = (value: number, least: number, most: number) => Math.round(Math.min(most, Math.max(least, value)))

/** The box between two corners, wherever the drag began; `null` for a slip. */
export function areaBetween(page: number, from: Point, to: Point): Area | null {
  const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)].map((x) => within(x, 0, WHOLE))
  const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)].map((y) => within(y, 0, WHOLE))
  const [width, height] = [(right ?? 0) - (left ?? 0), (bottom ?? 0) - (top ?? 0)]
  return width < LEAST || height < LEAST ? null : { page, left: left ?? 0, top: top ?? 0, width, height }
}

export const moveArea = (area: Area, by: Point): Area => ({
  ...area,
  left: within(area.left + by.x, 0, WHOLE - area.width),
  top: within(area.top + by.y, 0, WHOLE - area.height),
})

export const resizeArea = (area: Area, by: Point): Area => ({
  ...area,
  width: within(area.width + by.x, LEAST, WHOLE - area.left),
  height: within(area.height + by.y, LEAST, WHOLE - area.top),
})

const steps: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -10, y: 0 },
  ArrowRight: { x: 10, y: 0 },
  ArrowUp: { x: 0, y: -10 },
  ArrowDown: { x: 0, y: 10 },
}

/** What a key does to a box: another box, `null` where it goes, `undefined` for a key that does nothing. */
export function areaAfterKey(area: Area, { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>) {
  if (key === 'Delete' || key === 'Backspace') return null
  const step = steps[key]
  return step && (shiftKey ? resizeArea(area, step) : moveArea(area, step))
}
