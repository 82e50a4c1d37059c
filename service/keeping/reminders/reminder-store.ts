import { type Day, parseDay } from '../../shared/instant.ts'
import type { CollectionSpec, Kept, Query, Store } from '../../storage/collection.ts'
import type { Place, TenantId } from '../../storage/place.ts'
import type { LaidKey, Sealed, Vault } from '../../storage/vault.ts'

/** What somebody wants to be reminded of on a case, and from which day on. */
export interface Reminder {
  readonly id: string
  readonly number: string
  readonly day: Day
  readonly reason: string
}

export interface KeptReminder extends Kept, Omit<Reminder, 'reason'> {
  readonly tenant: TenantId
  /** Only this account reads it. */
  readonly by: string
  /** The case's key seals it, so that it goes with the case. */
  readonly content: Sealed<Pick<Reminder, 'reason'>>
}

export const reminderSpec: CollectionSpec<KeptReminder> = {
  name: 'reminders',
  keys: { by: ({ by }) => by, number: ({ number }) => number, day: ({ day }) => day },
  indexes: {
    own: { on: ['by', 'day'], carries: ['number'] },
    case: { on: ['number', 'by'] },
  },
}

/** One person may keep this many; more are refused, because dropping the oldest would lose words. */
export const MOST_REMINDERS = 100

export type Owner = Pick<KeptReminder, 'tenant' | 'by'>

/** Where a reminder lies, without a word of it. */
export type ReminderPlace = Pick<Reminder, 'id' | 'number'>

export interface ReminderStore {
  /** Somebody's reminders anywhere, still sealed, the earliest day first. @param to leaves out those of later days */
  own(owner: Owner, to?: Day): Promise<readonly KeptReminder[]>
  /** @throws Error for what another key sealed */
  open(kept: KeptReminder, caseKey: LaidKey): Promise<Reminder>
  /** On which cases and days somebody has reminders, from the index alone. */
  days(owner: Owner): Promise<readonly Pick<Reminder, 'number' | 'day'>[]>
  count(owner: Owner): Promise<number>
  /** What a person keeps on a case, the earliest day first. */
  ofCase(owner: Owner, number: string, caseKey: LaidKey): Promise<readonly Reminder[]>
  /** @returns `null` where this person has no such reminder on this case */
  find(owner: Owner, place: ReminderPlace, caseKey: LaidKey): Promise<Reminder | null>
  add(owner: Owner, reminder: Reminder, caseKey: LaidKey): Promise<void>
  /** Writes over what stands there. @returns whether anything did */
  change(owner: Owner, reminder: Reminder, caseKey: LaidKey): Promise<boolean>
  drop(owner: Owner, place: ReminderPlace): Promise<void>
  dropOfCase(tenant: TenantId, number: string): Promise<void>
  dropOfPerson(owner: Owner): Promise<void>
}

const AT_ONCE = 500

/** The id begins with its owner, so nobody finds another's. */
const idOf = ({ by }: Owner, { number, id }: ReminderPlace): string => `${by} ${number} ${id}`

const ownId = (id: string): string => id.slice(id.lastIndexOf(' ') + 1)

const upTo = (by: string, to?: Day): Query => ({
  ...{ index: 'own', where: { by }, order: 'ascending', limit: MOST_REMINDERS },
  ...(to && { range: { to } }),
})

export const byDay = (one: Reminder, other: Reminder): number =>
  one.day < other.day ? -1 : one.day > other.day ? 1 : 0

const contentAt = ({ tenant, id }: Pick<KeptReminder, 'tenant' | 'id'>): Place => ({
  unit: tenant,
  collection: 'reminders',
  id,
  field: 'content',
})

export async function openReminderStore(store: Store, vault: Pick<Vault, 'seal' | 'open'>): Promise<ReminderStore> {
  const kept = await store.collection(reminderSpec)

  async function open(found: KeptReminder, caseKey: LaidKey): Promise<Reminder> {
    const { id, number, day, content } = found
    const { reason } = await vault.open(caseKey, contentAt(found), content)
    return { id: ownId(id), number, day, reason }
  }

  async function seal({ tenant, by }: Owner, { reason, ...place }: Reminder, caseKey: LaidKey) {
    const id = idOf({ tenant, by }, place)
    const content = await vault.seal(caseKey, contentAt({ tenant, id }), { reason })
    return { tenant, id, by, number: place.number, day: place.day, content }
  }

  async function dropAll(tenant: TenantId, query: Query): Promise<void> {
    for (;;) {
      const { items } = await kept.rows(tenant, query)
      for (const { id } of items) await kept.delete(tenant, id)
      if (items.length < query.limit) return
    }
  }

  return {
    own: async ({ tenant, by }, to) => (await kept.find(tenant, upTo(by, to))).items,

    open,

    async days({ tenant, by }) {
      const { items } = await kept.rows(tenant, upTo(by))
      return items.map(({ values: [, day, number] }) => ({ number: String(number), day: parseDay(String(day)) }))
    },

    count: ({ tenant, by }) => kept.count(tenant, { index: 'own', where: { by } }, MOST_REMINDERS),

    async ofCase({ tenant, by }, number, caseKey) {
      const { items } = await kept.find(tenant, { index: 'case', where: { number, by }, limit: MOST_REMINDERS })
      return (await Promise.all(items.map((found) => open(found, caseKey)))).toSorted(byDay)
    },

    async find(owner, place, caseKey) {
      const found = await kept.get(owner.tenant, idOf(owner, place))
      return found && open(found, caseKey)
    },

    async add(owner, reminder, caseKey) {
      await kept.insert(await seal(owner, reminder, caseKey))
    },

    async change(owner, reminder, caseKey) {
      const sealed = await seal(owner, reminder, caseKey)
      for (
        let found = await kept.get(owner.tenant, sealed.id);
        found;
        found = await kept.get(owner.tenant, sealed.id)
      ) {
        if (await kept.replace({ ...sealed, version: found.version })) return true
      }
      return false
    },

    async drop(owner, place) {
      await kept.delete(owner.tenant, idOf(owner, place))
    },

    dropOfCase: (tenant, number) => dropAll(tenant, { index: 'case', where: { number }, limit: AT_ONCE }),
    dropOfPerson: ({ tenant, by }) => dropAll(tenant, { index: 'own', where: { by }, limit: AT_ONCE }),
  }
}
