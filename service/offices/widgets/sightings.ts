import { type Clock, DAY, type Instant, MINUTE, plusMilliseconds } from '../../shared/instant.ts'
import type { CallOutside } from '../../shared/outbound.ts'
import { repeat } from '../../shared/repeat.ts'
import { type CollectionSpec, type Kept, type Store, UniqueViolation } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/place.ts'
import { requirePermission, type StaffMember } from '../staff/permissions.ts'
import type { StaffOffice } from '../staff/staff-office.ts'
import { type OriginStanding, type ReadPage, standingOf } from './seen-page.ts'

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

export const sightingSpec: CollectionSpec<Sighting> = {
  name: 'widgetSightings',
  keys: { at: ({ at }) => at, strangerAt: ({ at, isStranger }) => (isStranger ? at : null) },
  indexes: { at: { on: ['at'] }, strangers: { on: ['strangerAt'] } },
}

/** The sites of a tenant's widget, as its ordinary requests reveal them. */
export interface Sightings {
  /** It counts in memory, without waiting or failing. */
  note(tenant: TenantId, origin: string, glimpse: Glimpse): void
  /** The latest comes first. */
  list(tenant: TenantId): Promise<readonly Sighting[]>
  /** Writes the counts, and stops. */
  close(): Promise<void>
}

/** Its bytes never change; it lies at `/widget/{version}/`. */
export interface WidgetRelease {
  /** `1.2.3`. */
  readonly version: string
  /** The value of `integrity` for a page, by the name of each script: `sha384-…`. */
  readonly integrity: Readonly<Record<string, string>>
}

/** No page may show this version any more, because it has a fault. */
export interface WithdrawnVersion {
  readonly tenant: TenantId
  readonly id: string
  readonly version: number
  readonly at: Instant
  /** The operator reads it; visitors read where to go instead. */
  readonly reason: string
}

/** They are few, and read with each page that shows a form. */
export interface WithdrawnVersions {
  list(): Promise<readonly WithdrawnVersion[]>
  refuse(version: string): Promise<void>
  /** A version that is withdrawn already keeps the first reason. */
  add(withdrawn: Pick<WithdrawnVersion, 'id' | 'at' | 'reason'>): Promise<void>
  remove(version: string): Promise<void>
}

/** An office that sees the pages on which its widget stands. */
export interface WidgetOffice extends StaffOffice {
  readonly widgetReleases: readonly WidgetRelease[]
  readonly withdrawnVersions: WithdrawnVersions
  readonly sightings: Sightings
  readonly callOutside: CallOutside
  readonly readPage: ReadPage
}

/** Anybody can call with any origin, so only this many unnamed ones are kept, and as many recorded a minute. */
const MOST_STRANGERS = 20
const MOST_LISTED = 100
const MOST_CHARACTERS = 200

interface Waiting {
  readonly tenant: TenantId
  readonly origin: string
  readonly told: Gathered
}

/** An origin is written at once after a minute of silence, and at most once a minute after that. */
export async function openSightings(
  store: Store,
  now: Clock,
  onFault: (cause: unknown) => void,
  everyMilliseconds = MINUTE,
): Promise<Sightings> {
  const kept = await store.collection(sightingSpec)
  let waiting = new Map<string, Waiting>()
  /** Written in this minute. */
  let rested = new Set<string>()
  let strangers = new Map<TenantId, number>()
  let writing = Promise.resolve()

  async function makeRoom(tenant: TenantId): Promise<void> {
    const { items } = await kept.find(tenant, { index: 'strangers', order: 'descending', limit: MOST_LISTED })
    for (const { id } of items.slice(MOST_STRANGERS - 1)) await kept.delete(tenant, id)
  }

  async function write({ tenant, origin, told }: Waiting): Promise<void> {
    for (;;) {
      const known = await kept.get(tenant, origin)
      const line = addSighting(known, told)
      if (known) {
        if (await kept.replace({ ...known, ...line })) return
        continue
      }
      if (line.isStranger) await makeRoom(tenant)
      try {
        await kept.insert({ tenant, id: origin, ...line })
        return
      } catch (cause) {
        if (!(cause instanceof UniqueViolation)) throw cause
      }
    }
  }

  function isHeard(tenant: TenantId): boolean {
    const count = (strangers.get(tenant) ?? 0) + 1
    strangers.set(tenant, count)
    return count <= MOST_STRANGERS
  }

  function writeSoon(one: Waiting): void {
    writing = writing.then(() => write(one)).catch(onFault)
  }

  function writeAll(): Promise<void> {
    const all = waiting
    waiting = new Map()
    rested = new Set(all.keys())
    strangers = new Map()
    for (const one of all.values()) writeSoon(one)
    return writing
  }

  const stop = repeat(everyMilliseconds, writeAll, onFault)

  return {
    note(tenant, origin, glimpse) {
      if (origin.length > MOST_CHARACTERS) return
      const key = `${tenant} ${origin}`
      const one = { tenant, origin, told: gatherGlimpses(waiting.get(key)?.told ?? null, glimpse, now()) }
      if (rested.has(key) || waiting.has(key)) waiting.set(key, one)
      else if (!one.told.isStranger || isHeard(tenant)) {
        rested.add(key)
        writeSoon(one)
      }
    },
    async list(tenant) {
      await writing
      return (await kept.find(tenant, { index: 'at', order: 'descending', limit: MOST_LISTED })).items
    },
    async close() {
      await stop()
      await writeAll()
    },
  }
}

/** The latest comes first. */
export async function listSightings(
  { tenants, sightings }: WidgetOffice,
  staff: StaffMember,
): Promise<readonly (Sighting & { readonly standing: OriginStanding['is'] })[]> {
  requirePermission(staff, 'tenant.configure')
  const { origins } = (await tenants.get(staff.tenant)).settings
  const seen = await sightings.list(staff.tenant)
  return seen.map((one) => ({ ...one, standing: standingOf(one.id, origins).is }))
}

export interface Spread {
  /** Origins that tenants have named. */
  readonly sites: number
  readonly units: number
  readonly lastSeenAt: Instant
}

/** By version, from the requests of pages. */
export async function countVersions({ sightings, tenants }: WidgetOffice): Promise<ReadonlyMap<string, Spread>> {
  const spreads = new Map<string, Spread>()
  for (const { id } of await tenants.list()) {
    const here = new Set<string>()
    for (const { widget, isStranger, at } of await sightings.list(id)) {
      if (widget === null || isStranger) continue
      const { sites, units, lastSeenAt } = spreads.get(widget) ?? { sites: 0, units: 0, lastSeenAt: at }
      spreads.set(widget, {
        sites: sites + 1,
        units: units + (here.has(widget) ? 0 : 1),
        lastSeenAt: later(at, lastSeenAt),
      })
      here.add(widget)
    }
  }
  return spreads
}

const later = (one: Instant, other: Instant): Instant => [one, other].sort().at(-1) ?? one
