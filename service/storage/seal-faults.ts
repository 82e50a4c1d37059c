import type { Clock, Instant } from '../shared/instant.ts'
import type { Place } from './place.ts'
import type { TenantId } from './tenant-id.ts'

export interface SealFault {
  readonly collection: string
  readonly field: string
  readonly documents: number
  readonly since: Instant
}

/** Records which seals this process could not open, for the operator. It says nothing about their content. */
export interface SealFaults {
  /** @returns whether this seal is met for the first time */
  note(place: Place, document: string): boolean
  of(tenant: TenantId): readonly SealFault[]
}

/** At most this many documents of a field are counted apart; the count stops there. */
const MOST_DISTINCT = 10_000

export function createSealFaults(now: Clock): SealFaults {
  const met = new Map<string, { readonly place: Place; readonly since: Instant; readonly documents: Set<string> }>()
  return {
    note(place, document) {
      const name = `${place.unit}/${place.collection}/${place.field}`
      const known = met.get(name) ?? { place, since: now(), documents: new Set<string>() }
      met.set(name, known)
      if (known.documents.has(document) || known.documents.size >= MOST_DISTINCT) return false
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
