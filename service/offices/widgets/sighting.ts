import { DAY, type Instant, plusMilliseconds } from '../../shared/instant.ts'
import type { Kept } from '../../storage/collection.ts'

/** What can go wrong where the widget is. Nothing else is told of it: no page, no person, no words. */
export const troubles = ['origin_refused', 'version_withdrawn', 'fault', 'nonsense', 'timeout'] as const
export type Trouble = (typeof troubles)[number]

/** How the form is shown: by the element itself, or in a frame. */
export const sightedLayers = ['element', 'frame'] as const
export type SightedLayer = (typeof sightedLayers)[number]

/** As what a page showed it: in place, behind a button, to follow a complaint, in a frame. */
export const sightedModes = ['inline', 'button', 'follow', 'frame'] as const
export type SightedMode = (typeof sightedModes)[number]

/** When pages of an origin last showed the widget of a unit. */
export interface Sighting extends Kept {
  /** The origin. */
  readonly id: string
  readonly at: Instant
  /** `null`: no version was told, as by a frame. */
  readonly widget: string | null
  readonly layer: SightedLayer
  /** Of the time in which troubles are counted. Absent in lines of before modes were told. */
  readonly modes?: readonly SightedMode[]
  /** The last request was refused, because the unit has not named the origin. */
  readonly isStranger: boolean
  /** Since when troubles are counted. */
  readonly countedSince: Instant
  readonly troubles: Readonly<Partial<Record<Trouble, number>>>
}

/** What one request tells. */
export interface Glimpse {
  readonly widget: string | null
  readonly layer: SightedLayer
  /** `null`: it was not told. */
  readonly mode: SightedMode | null
  readonly trouble: Trouble | null
}

/** What several requests told, until it is written. */
export interface Gathered extends Pick<Sighting, 'widget' | 'layer' | 'isStranger' | 'troubles'> {
  readonly at: Instant
  readonly modes: readonly SightedMode[]
}

export const gathered = (
  before: Gathered | null,
  { widget, layer, mode, trouble }: Glimpse,
  at: Instant,
): Gathered => ({
  at,
  widget: widget ?? before?.widget ?? null,
  layer,
  modes: together(before?.modes, mode ? [mode] : []),
  isStranger: trouble === 'origin_refused',
  troubles: trouble ? sum(before?.troubles ?? {}, { [trouble]: 1 }) : (before?.troubles ?? {}),
})

/** An old count says nothing of today. */
const COUNTED_FOR = 30 * DAY

type Line = Omit<Sighting, 'tenant' | 'id' | 'version'>

export function sightedAgain(before: Line | null, { troubles: more, modes, at, ...rest }: Gathered): Line {
  const isFresh = before !== null && plusMilliseconds(before.countedSince, COUNTED_FOR) > at
  return {
    ...rest,
    at,
    widget: rest.widget ?? before?.widget ?? null,
    modes: together(isFresh ? before.modes : [], modes),
    countedSince: isFresh ? before.countedSince : at,
    troubles: isFresh ? sum(before.troubles, more) : more,
  }
}

const together = (some: readonly SightedMode[] = [], more: readonly SightedMode[]): readonly SightedMode[] =>
  sightedModes.filter((mode) => some.includes(mode) || more.includes(mode))

function sum(one: Sighting['troubles'], other: Sighting['troubles']): Sighting['troubles'] {
  const added = troubles.flatMap((name) => {
    const count = (one[name] ?? 0) + (other[name] ?? 0)
    return count > 0 ? [[name, count] as const] : []
  })
  return Object.fromEntries(added)
}
