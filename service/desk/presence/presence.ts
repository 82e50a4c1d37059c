import { caseFor, sees } from '../../case/access/case-access.ts'
import type { Office } from '../../case/office/office.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { HistoryLine } from '../../case/shape/history.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import { type Clock, type Instant, plusMilliseconds, SECOND } from '../../shared/instant.ts'
import { type CollectionSpec, type Kept, type Store, UniqueViolation } from '../../storage/collection.ts'
import type { StaffId, TenantId } from '../../storage/place.ts'

/** It is forgotten seconds after the person leaves, and is no record of who read what. */
export interface KeptPresence extends Kept {
  readonly number: string
  readonly person: StaffId
  readonly writes: boolean
  readonly until: Instant
}

export const presenceSpec: CollectionSpec<KeptPresence> = {
  name: 'presence',
  keys: { number: ({ number }) => number, until: ({ until }) => until },
  indexes: {
    case: { on: ['number', 'until'] },
    over: { on: ['until'], acrossTenants: true },
  },
}

export type Present = Pick<KeptPresence, 'person' | 'writes'>

/** It holds for all processes. */
export interface PresenceStore {
  /** @returns the others who have the case open */
  enter(tenant: TenantId, number: string, present: Present): Promise<readonly Present[]>
  leave(tenant: TenantId, number: string, person: StaffId): Promise<void>
  sweep(): Promise<number>
}

/** A screen reports every few seconds; a silent one is absent after this time. */
export const PRESENT_FOR = 15 * SECOND

/** A write that only extends the time is skipped while this much is left. */
const FRESH_FOR = 9 * SECOND
const MOST_PRESENT = 20

export async function openPresenceStore(store: Store, now: Clock): Promise<PresenceStore> {
  const kept = await store.collection(presenceSpec)
  const idOf = (number: string, person: StaffId) => `${number} ${person}`

  async function stay(tenant: TenantId, number: string, { person, writes }: Present): Promise<void> {
    const id = idOf(number, person)
    const until = plusMilliseconds(now(), PRESENT_FOR)
    const known = await kept.get(tenant, id)
    if (!known) {
      await kept.insert({ tenant, id, number, person, writes, until }).catch((error: unknown) => {
        // Two screens of one person share one entry.
        if (!(error instanceof UniqueViolation)) throw error
      })
    } else if (known.writes !== writes || known.until < plusMilliseconds(now(), FRESH_FOR)) {
      await kept.replace({ ...known, writes, until })
    }
  }

  return {
    async enter(tenant, number, present) {
      await stay(tenant, number, present)
      const query = { index: 'case', where: { number }, range: { from: now() }, limit: MOST_PRESENT } as const
      const { items } = await kept.find(tenant, query)
      return items.filter(({ person }) => person !== present.person).map(({ person, writes }) => ({ person, writes }))
    },

    async leave(tenant, number, person) {
      await kept.delete(tenant, idOf(number, person))
    },

    sweep: () => kept.deleteAcrossTenants('over', { to: now() }, 500),
  }
}

export interface PresenceOffice extends Office {
  readonly presence: PresenceStore
}

/** What a screen needs to know: whether its case is outdated, by whom, and who else looks at it. */
export interface Surroundings {
  readonly revision: number
  readonly last: HistoryLine | null
  readonly others: readonly (Pick<StaffMember, 'name' | 'position'> & { readonly writes: boolean })[]
}

/** Only people who see the case now appear to each other. */
export async function notePresence(
  ports: PresenceOffice,
  staff: StaffMember,
  number: string,
  writes: boolean,
): Promise<Surroundings> {
  const complaint = await caseFor(ports, staff, 'cases.read', number)
  const present = await ports.presence.enter(staff.tenant, number, { person: staff.id, writes })
  const others = await Promise.all(
    present.map(async (one) => ({ ...one, member: await ports.staff.findMember(staff.tenant, one.person) })),
  )
  return {
    revision: complaint.revision,
    last: complaint.dossier.history.at(-1) ?? null,
    others: others.flatMap(({ member, writes: isWriting }) => seenOf(complaint, member, isWriting)),
  }
}

const seenOf = (complaint: Complaint, member: StaffMember | null, writes: boolean) =>
  member && sees(member, complaint) ? [{ name: member.name, position: member.position, writes }] : []

export async function leaveCase(ports: PresenceOffice, staff: StaffMember, number: string): Promise<void> {
  await caseFor(ports, staff, 'cases.read', number)
  await ports.presence.leave(staff.tenant, number, staff.id)
}
