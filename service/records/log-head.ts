import { DAY, type Instant, plusMilliseconds } from '../shared/instant.ts'
import { type Collection, type CollectionSpec, type Kept, UniqueViolation } from '../storage/collection.ts'
import type { TenantId } from '../tenants/tenant-id.ts'
import type { LogEntry } from './access-log.ts'

/**
 * Where a unit's chain stood at a moment, signed: what was cut off behind it shows. `id` is the day, and for a further head
 * of the same day the day and the hour. The first of each day is signed even when nothing was written since.
 */
export interface LogHead extends Kept {
  readonly place: number
  readonly hash: string
  readonly signature: string
  /** Counts the heads of the unit from 1. Left out, with what follows, in heads of earlier versions. */
  readonly number?: number
  /** The digest of the head before; `start` where there is none. */
  readonly previous?: string
  readonly signedAt?: Instant
}

export const logHeadSpec: CollectionSpec<LogHead> = {
  name: 'logHeads',
  keys: { day: ({ id }) => id },
  indexes: { day: { on: ['day'] } },
}

/** What is signed of a head. */
export interface HeadToSign extends Pick<LogHead, 'place' | 'hash' | 'number' | 'previous' | 'signedAt'> {
  readonly tenant: TenantId
  /** The `id` of the head. */
  readonly day: string
}

/** Signs with the unit's key, and tells whether a signature is its own for just this head. */
export interface HeadSigner {
  /** A compact JWS that holds all that was signed: by itself it is enough to compare a log with. */
  sign(head: HeadToSign): Promise<string>
  verify(head: HeadToSign, signature: string): Promise<boolean>
  /** What a signature says, where it is one of a unit of here; else `null`. */
  read(signature: string): Promise<HeadToSign | null>
  /** A digest by which the next head names this one. */
  digestOf(signature: string): string
  /** The day from which on the unit has heads without a gap, kept where nobody without the master key can take it out. */
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
  ...{ tenant: tenant as TenantId, day: id, place, hash },
  ...(number !== undefined && { number, previous, signedAt }),
})

/** The head before the first. */
export const NO_HEAD = 'start'

const newestHead = async ({ logHeads }: Pick<SignHeadPorts, 'logHeads'>, tenant: TenantId): Promise<LogHead | null> =>
  (await logHeads.find(tenant, { index: 'day', order: 'descending', limit: 1 })).items[0] ?? null

/**
 * A head by its day and the digest of its signature, 43 characters of base64url, for papers and pages. It leaves out the
 * place: the number of lines would tell somebody how many of them are hidden from them.
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
 * Signs the head of a unit's log: one for today and for each day that was missed, and within a day one for each hour in
 * which lines were written.
 * @returns the heads that are new
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

/** Pure: which heads are due. */
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

export const nextDay = (day: string): string => plusMilliseconds(`${day}T00:00:00.000Z` as Instant, DAY).slice(0, 10)
