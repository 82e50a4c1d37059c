import { DAY, type Instant, instantOf, plusMilliseconds } from '../../shared/instant.ts'
import { type Collection, type CollectionSpec, type Kept, UniqueViolation } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import type { LogEntry } from './access-log.ts'

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

export interface SignHeadPorts {
  readonly accessLog: Collection<LogEntry>
  readonly logHeads: Collection<LogHead>
  readonly headSigner: HeadSigner
  readonly now: () => Instant
}

export const headToSign = ({ tenant, id, place, hash, number, previous, signedAt }: Omit<LogHead, 'version'>) => ({
  ...{ tenant, day: id, place, hash },
  ...(number !== undefined && { number, previous, signedAt }),
})

export const NO_HEAD = 'start'

const newestHead = async ({ logHeads }: Pick<SignHeadPorts, 'logHeads'>, tenant: TenantId): Promise<LogHead | null> =>
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
  { logHeads, headSigner }: Pick<SignHeadPorts, 'logHeads' | 'headSigner'>,
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
export async function signLogHead(ports: SignHeadPorts, tenant: TenantId): Promise<readonly LogHead[]> {
  const { accessLog, logHeads, headSigner, now } = ports
  const signedAt = now()
  const { items } = await accessLog.find(tenant, { index: 'place', order: 'descending', limit: 1 })
  const { place, hash } = items[0] ?? { place: 0, hash: NO_HEAD }
  const signed: LogHead[] = []
  let before = await newestHead(ports, tenant)
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
