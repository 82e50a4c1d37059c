import { DAY, type Instant, plusMilliseconds } from '../../shared/instant.ts'
import type { Kept } from '../../storage/collection.ts'

/** Nothing else is reported: no page, no person, no text. */
export const troubles = ['origin_refused', 'version_withdrawn', 'fault', 'nonsense', 'timeout'] as const
export type Trouble = (typeof troubles)[number]

export const sightedLayers = ['element', 'frame'] as const
export type SightedLayer = (typeof sightedLayers)[number]

export const sightedModes = ['inline', 'button', 'follow', 'frame'] as const
export type SightedMode = (typeof sightedModes)[number]

/** When pages of an origin last showed the widget of a tenant. */
export interface Sighting extends Kept {
  /** The origin. */
  readonly id: string
  readonly at: Instant
  /** It is `null` if no version was reported, as by a frame. */
  readonly widget: string | null
  readonly layer: SightedLayer
  /** They cover the time in which troubles are counted, and are absent in earlier records. */
  readonly modes?: readonly SightedMode[]
  /** The last request was refused, because the tenant has not named the origin. */
  readonly isStranger: boolean
  readonly countedSince: Instant
  readonly troubles: Readonly<Partial<Record<Trouble, number>>>
}

export interface Glimpse {
  readonly widget: string | null
  readonly layer: SightedLayer
  /** It is `null` if it was not reported. */
  readonly mode: SightedMode | null
  readonly trouble: Trouble | null
}

/** Several requests, until they are written together. */
export interface Gathered extends Pick<Sighting, 'widget' | 'layer' | 'isStranger' | 'troubles'> {
  readonly at: Instant
  readonly modes: readonly SightedMode[]
}

export const gatherGlimpses = (
  before: Gathered | null,
  { widget, layer, mode, trouble }: Glimpse,
  at: Instant,
): Gathered => ({
  at,
  widget: widget ?? before?.widget ?? null,
  layer,
  modes: mergeGathered(before?.modes, mode ? [mode] : []),
  isStranger: trouble === 'origin_refused',
  troubles: trouble ? sum(before?.troubles ?? {}, { [trouble]: 1 }) : (before?.troubles ?? {}),
})

/** Older counts are no longer relevant. */
const COUNTED_FOR = 30 * DAY

type Line = Omit<Sighting, 'tenant' | 'id' | 'version'>

export function addSighting(before: Line | null, { troubles: more, modes, at, ...rest }: Gathered): Line {
  const isFresh = before !== null && plusMilliseconds(before.countedSince, COUNTED_FOR) > at
  return {
    ...rest,
    at,
    widget: rest.widget ?? before?.widget ?? null,
    modes: mergeGathered(isFresh ? before.modes : [], modes),
    countedSince: isFresh ? before.countedSince : at,
    troubles: isFresh ? sum(before.troubles, more) : more,
  }
}

const mergeGathered = (some: readonly SightedMode[] = [], more: readonly SightedMode[]): readonly SightedMode[] =>
  sightedModes.filter((mode) => some.includes(mode) || more.includes(mode))

function sum(one: Sighting['troubles'], other: Sighting['troubles']): Sighting['troubles'] {
  const added = troubles.flatMap((name) => {
    const count = (one[name] ?? 0) + (other[name] ?? 0)
    return count > 0 ? [[name, count] as const] : []
  })
  return Object.fromEntries(added)
}
