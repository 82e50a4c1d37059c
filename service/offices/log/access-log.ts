import { type Clock, DAY, type Instant, instantOf, plusMilliseconds } from '../../shared/instant.ts'
import { type Collection, type CollectionSpec, type Kept, UniqueViolation } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/place.ts'
import type { Vault } from '../../storage/vault.ts'
import type { LoggedAct } from '../act-vocabulary.ts'

/** `detail` is one of our codes, such as the verb of an act; it is never text that somebody wrote. */
export interface LogLine {
  readonly at: Instant
  /** This is the id of an account, or `system` where nobody acted. */
  readonly by: string
  readonly act: LoggedAct
  /** This is a complaint number, or the id of what was changed. */
  readonly subject: string | null
  readonly detail: string | null
}

/** Entries of a tenant form a chain: `hash` is keyed and covers the line, its place, and the hash before it. */
export interface LogEntry extends Kept, LogLine {
  readonly place: number
  readonly previous: string
  readonly hash: string
}

export const logSpec: CollectionSpec<LogEntry> = {
  name: 'accessLog',
  keys: {
    place: ({ place }) => place,
    by: ({ by }) => by,
    at: ({ at }) => at,
    act: ({ act }) => act,
    subject: ({ subject }) => subject,
  },
  indexes: {
    place: { on: ['place'], unique: true },
    by: { on: ['by', 'at'] },
    at: { on: ['at'] },
    act: { on: ['act', 'at'] },
    byAct: { on: ['by', 'act', 'at'] },
    subject: { on: ['subject', 'at'] },
  },
}

/** The first entry of a tenant uses this as the hash before it. */
export const CHAIN_START = 'start'

type Hash = (text: string) => string

export function linkLine(line: LogLine, place: number, previous: string, hash: Hash) {
  return { ...line, place, previous, hash: hash(contentOf(line, place, previous)) }
}

const contentOf = ({ at, by, act, subject, detail }: LogLine, place: number, previous: string): string =>
  JSON.stringify([place, previous, at, by, act, subject, detail])

export type ChainFault = 'changed' | 'cut' | 'reordered'

/**
 * Finds the fault of an entry that should stand at `place` after `previous`, or `null`. An entry whose own hash fails
 * was changed; if it follows another hash, it was moved or an entry before it is gone.
 */
export function faultAt(entry: LogEntry, place: number, previous: string, hash: Hash): ChainFault | null {
  if (entry.hash !== hash(contentOf(entry, entry.place, entry.previous))) return 'changed'
  if (entry.place !== place) return 'cut'
  return entry.previous === previous ? null : 'reordered'
}

/** Logs who read or did what. It resolves after the durable write; an access that must be logged first awaits it. */
export type RecordAccess = (tenant: TenantId, line: Omit<LogLine, 'at'>) => Promise<void>

/** What the access log stands on. */
export interface LogOffice {
  readonly accessLog: Collection<LogEntry>
  readonly logHeads: Collection<LogHead>
  readonly headSigner: HeadSigner
  readonly vault: Vault
  readonly now: Clock
}

/**
 * Entries of one tenant are written one after another here, each after the one that is remembered. Two processes
 * collide at the unique place, and the loser asks for the last entry and tries the next.
 */
export function createAccessRecorder({
  accessLog,
  vault,
  now,
}: Pick<LogOffice, 'accessLog' | 'vault' | 'now'>): RecordAccess {
  const last = new Map<TenantId, Promise<unknown>>()
  const heads = new Map<TenantId, Pick<LogEntry, 'place' | 'hash'>>()

  async function headOf(tenant: TenantId) {
    const { items } = await accessLog.find(tenant, { index: 'place', order: 'descending', limit: 1 })
    return items[0] ?? { place: 0, hash: CHAIN_START }
  }

  async function append(tenant: TenantId, line: Omit<LogLine, 'at'>): Promise<void> {
    const hash = await vault.hasher(tenant, 'log')
    for (;;) {
      const { place, hash: previous } = heads.get(tenant) ?? (await headOf(tenant))
      const link = linkLine({ ...line, at: now() }, place + 1, previous, hash)
      // What became of an insert that failed is not known here.
      heads.delete(tenant)
      try {
        await accessLog.insert({ tenant, id: String(link.place), ...link })
        heads.set(tenant, link)
        return
      } catch (cause) {
        if (!(cause instanceof UniqueViolation)) throw cause
      }
    }
  }

  return (tenant, line) => {
    const written = (last.get(tenant) ?? Promise.resolve()).then(() => append(tenant, line))
    last.set(
      tenant,
      written.catch(() => {}),
    )
    return written
  }
}

/**
 * A head is the signed end of a tenant's chain at a moment; it shows whether entries were cut off later. `id` is the
 * day, or the day and the hour for a further head of the same day. The first head of a day is signed even when nothing
 * was written since.
 */
export interface LogHead extends Kept {
  readonly place: number
  readonly hash: string
  readonly signature: string
  /** Heads of a tenant are numbered from 1. Heads of earlier versions lack this and the fields below. */
  readonly number?: number
  readonly previous?: string
  readonly signedAt?: Instant
}

export const logHeadSpec: CollectionSpec<LogHead> = {
  name: 'logHeads',
  keys: { day: ({ id }) => id },
  indexes: { day: { on: ['day'] } },
}

export interface HeadToSign extends Pick<LogHead, 'place' | 'hash' | 'number' | 'previous' | 'signedAt'> {
  readonly tenant: TenantId
  readonly day: string
}

/** Signs heads with the tenant's key and verifies such signatures. */
export interface HeadSigner {
  /** Returns a compact JWS that holds all signed fields, so it suffices to compare a log with. */
  sign(head: HeadToSign): Promise<string>
  verify(head: HeadToSign, signature: string): Promise<boolean>
  /** Returns the signed fields, or `null` if no tenant of this service made the signature. */
  read(signature: string): Promise<HeadToSign | null>
  digestOf(signature: string): string
  /**
   * From this day on the tenant has heads without a gap. The day is kept where nobody without the master key can remove
   * it.
   */
  headsSince(tenant: TenantId): Promise<string | null>
  noteHeadsSince(tenant: TenantId, day: string): Promise<void>
}

export const headToSign = ({ tenant, id, place, hash, number, previous, signedAt }: Omit<LogHead, 'version'>) => ({
  ...{ tenant, day: id, place, hash },
  ...(number !== undefined && { number, previous, signedAt }),
})

export const NO_HEAD = 'start'

const newestHead = async ({ logHeads }: LogOffice, tenant: TenantId): Promise<LogHead | null> =>
  (await logHeads.find(tenant, { index: 'day', order: 'descending', limit: 1 })).items[0] ?? null

/**
 * Papers and pages name a head by its day and the digest of its signature, 43 characters of base64url. They leave out
 * the place, because the number of entries would tell readers how many are hidden from them.
 */
export interface NamedHead {
  readonly day: string
  readonly digest: string
}

/** Returns the first head of a day, or of the last day before it that has one; `null` where there is none yet. */
export async function findHeadOfDay(
  { logHeads, headSigner }: LogOffice,
  tenant: TenantId,
  day: string,
): Promise<NamedHead | null> {
  const { items } = await logHeads.find(tenant, { index: 'day', order: 'descending', range: { to: day }, limit: 1 })
  const [head] = items
  return head ? { day: head.id.slice(0, 10), digest: headSigner.digestOf(head.signature) } : null
}

/**
 * Signs the heads that are due: one for today and for each missed day, and one for each hour of today in which entries
 * were written.
 * @returns the new heads
 */
export async function signLogHead(office: LogOffice, tenant: TenantId): Promise<readonly LogHead[]> {
  const { accessLog, logHeads, headSigner, now } = office
  const signedAt = now()
  const { items } = await accessLog.find(tenant, { index: 'place', order: 'descending', limit: 1 })
  const { place, hash } = items[0] ?? { place: 0, hash: NO_HEAD }
  const signed: LogHead[] = []
  let before = await newestHead(office, tenant)
  for (const id of idsToSign(before, place, signedAt)) {
    const head = {
      ...{ tenant, id, place, hash, signedAt },
      number: (before?.number ?? 0) + 1,
      previous: before ? headSigner.digestOf(before.signature) : NO_HEAD,
    }
    const signature = await headSigner.sign(headToSign({ ...head, signature: '' }))
    try {
      before = await logHeads.insert({ ...head, signature })
    } catch (cause) {
      if (cause instanceof UniqueViolation) return signed
      throw cause
    }
    if (head.number === 1) await headSigner.noteHeadsSince(tenant, id)
    signed.push(before)
  }
  return signed
}

function idsToSign(before: LogHead | null, place: number, now: Instant): readonly string[] {
  const today = now.slice(0, 10)
  const hour = now.slice(0, 13)
  const last = before?.number === undefined ? null : before.id.slice(0, 10)
  if (last === null) return [before?.id === today ? hour : today]
  if (last >= today) return before && place > before.place && before.id < hour ? [hour] : []
  const days: string[] = []
  for (let day = nextDay(last); day <= today; day = nextDay(day)) days.push(day)
  return days
}

export const nextDay = (day: string): string =>
  plusMilliseconds(instantOf(new Date(`${day}T00:00:00.000Z`)), DAY).slice(0, 10)
