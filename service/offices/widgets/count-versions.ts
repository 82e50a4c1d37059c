import type { Instant } from '../../shared/instant.ts'
import type { TenantDirectory } from '../tenants/tenant-directory.ts'
import type { Sightings } from './sightings.ts'

export interface Spread {
  /** Origins that tenants have named. */
  readonly sites: number
  readonly units: number
  readonly lastSeenAt: Instant
}

export interface CountVersionPorts {
  readonly sightings: Sightings
  readonly tenants: TenantDirectory
}

/** By version, from the requests of pages. */
export async function countVersions({ sightings, tenants }: CountVersionPorts): Promise<ReadonlyMap<string, Spread>> {
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
