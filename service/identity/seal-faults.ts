import type { Clock, Instant } from '../shared/instant.ts'
import type { TenantId } from '../tenants/tenant-id.ts'
import type { Place } from './place.ts'

/** Seals of one kind in a unit that did not open where they lie. It says nothing of what they hold. */
export interface SealFault {
  readonly collection: string
  readonly field: string
  /** How many documents. */
  readonly documents: number
  /** When this process first met one. */
  readonly since: Instant
}

/** Remembers which seals this process could not open, for who runs the service. */
export interface SealFaults {
  /** @returns whether this seal was not met before */
  note(place: Place, document: string): boolean
  of(tenant: TenantId): readonly SealFault[]
}

/** So many documents are told apart in one field; more are counted as that many. */
const MOST_TOLD_APART = 10_000

export function createSealFaults(now: Clock): SealFaults {
  const met = new Map<string, { readonly place: Place; readonly since: Instant; readonly documents: Set<string> }>()
  return {
    note(place, document) {
      const name = `${place.unit}/${place.collection}/${place.field}`
      const known = met.get(name) ?? { place, since: now(), documents: new Set<string>() }
      met.set(name, known)
      if (known.documents.has(document) || known.documents.size >= MOST_TOLD_APART) return false
      known.documents.add(document)
      return true
    },

    of: (tenant) =>
      [...met.values()]
        .filter(({ place }) => place.unit === tenant)
        .map(({ place: { collection, field }, since, documents }) => {
          return { collection, field, documents: documents.size, since }
        }),
  }
}
