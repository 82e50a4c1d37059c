import { momentOf } from '../../case/access/case-actions.ts'
import type { Office } from '../../case/office/office.ts'
import { receiptFingerprint } from '../../case/receipt/issued-receipts.ts'
import { caseKeyPlace } from '../../case/store/case-seals.ts'
import type { Erasure } from '../../case/store/kept-complaint.ts'
import { BEFORE_ALL, HOUR, type Instant, MINUTE, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { TenantId } from '../../storage/place.ts'
import { eraseIdentity } from '../identity/approved-identity.ts'
import { rotateTenantKeys } from '../identity/keys.ts'
import { destroyCase } from './destruction.ts'
import type { DestructionOffice } from './destructions.ts'

/**
 * Lists what was erased for good, and the numbers that restores left out. It is kept apart from the cases, because a
 * restored backup would lose both.
 */
export interface ErasureList {
  readonly until: Instant
  readonly erasures: readonly Erasure[]
  readonly leftOut?: readonly LeftOut[]
}

/** A restore let a series go on behind this number, so another one of the same backup has to begin behind it too. */
export interface LeftOut {
  readonly tenant: TenantId
  readonly series: string
  readonly to: number
}

export interface ErasureFile {
  /**
   * Returns `null` if there is none yet.
   * @throws Error with a sentence where the file holds something else
   */
  read(): Promise<ErasureList | null>
  /** Writes what is decided from the list as it is, one change after the other: a slower one would lose the other. */
  change(decide: (known: ErasureList | null) => Promise<ErasureList>): Promise<void>
}

export function mergeErasures(one: ErasureList | null, other: ErasureList): ErasureList {
  if (!one) return other
  const [until = other.until] = [one.until, other.until].sort().reverse()
  const leftOut = eachOnce([...(one.leftOut ?? []), ...(other.leftOut ?? [])])
  const erasures = eachOnce([...one.erasures, ...other.erasures]).sort(byTime)
  return { until, erasures, ...(leftOut.length > 0 && { leftOut }) }
}

const eachOnce = <Line>(lines: readonly Line[]): Line[] => [
  ...new Map(lines.map((line) => [JSON.stringify(line), line])).values(),
]

const byTime = (one: Erasure, other: Erasure): number => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0)

/** Without new erasures, the list is rewritten this often, which shows that none came. */
const TELLS_EVERY = HOUR
/** A write may take this long after the time that it bears. */
const WRITTEN_WITHIN = 10 * MINUTE

/**
 * Adds the erasures since the last call.
 * @param tellsEvery how old the list may become without new ones
 * @returns how many were new
 */
export async function listErasures(
  { complaints, now }: Office,
  erasureFile: ErasureFile,
  tellsEvery = TELLS_EVERY,
): Promise<number> {
  let added = 0
  await erasureFile.change(async (known) => {
    const until = now()
    const since = known ? plusMilliseconds(known.until, -WRITTEN_WITHIN) : BEFORE_ALL
    const found: Erasure[] = []
    let after: string | null = null
    do {
      const page = await complaints.listErased(since, after)
      found.push(...page.items)
      after = page.nextCursor
    } while (after)
    const list = mergeErasures(known, { until, erasures: found })
    added = list.erasures.length - (known?.erasures.length ?? 0)
    const isDue = added > 0 || !known || known.until < plusMilliseconds(until, -tellsEvery)
    return isDue ? list : known
  })
  return added
}

export interface ErasedAgain {
  readonly identities: number
  readonly cases: number
  /** The restored settings or a hold keep these cases, so somebody must decide again. */
  readonly kept: readonly string[]
}

/**
 * Erases in restored cases what was erased after the backup was made, and starts to change the keys of their tenants.
 * After a crash it can be called again.
 */
export async function eraseAgain(office: DestructionOffice, erasures: readonly Erasure[]): Promise<ErasedAgain> {
  const units = new Set<TenantId>()
  const kept: string[] = []
  let identities = 0
  let cases = 0
  for (const erasure of erasures) {
    const done = await once(office, erasure)
    if (done === 'kept') kept.push(`${erasure.tenant} ${erasure.number}`)
    if (done !== 'erased') continue
    units.add(erasure.tenant)
    if (erasure.record === null) identities++
    else cases++
  }
  for (const unit of units) await rotateTenantKeys(office, unit, 'system')
  return { identities, cases, kept }
}

async function once(office: DestructionOffice, erasure: Erasure): Promise<'erased' | 'kept' | 'nothing'> {
  const { tenant, number, record, at } = erasure
  const unit = await office.tenants.find(tenant)
  const complaint = unit && (await office.complaints.find(tenant, number))
  // After a restore a number can be given again; then it names a later case.
  if (!complaint || complaint.destroyed || complaint.receivedAt > at) return 'nothing'
  if (record === null) {
    const isDone = complaint.identity === null || (complaint.identityErasedAt ?? '') >= at
    if (isDone) return 'nothing'
    const moment = await momentOf(office, tenant)
    await office.record(tenant, { by: 'system', act: 'identity.erased', subject: number, detail: 'restore' })
    await office.complaints.change(tenant, number, (before) => ({
      // The backup may contain a hold that was lifted before the erasure.
      ...eraseIdentity({ ...before, heldSince: null }, { kind: 'system' }, moment),
      heldSince: before.heldSince,
    }))
    return 'erased'
  }
  const fingerprint = await receiptFingerprint(office, complaint, unit)
  const key = await office.vault.newKey(caseKeyPlace(complaint))
  const files = complaint.evidence.map(({ id }) => id)
  try {
    await office.complaints.change(tenant, number, (before) =>
      destroyCase(before, { record, fingerprint, key }, unit.settings, { at: office.now(), newId: office.newId }),
    )
  } catch (cause) {
    if (cause instanceof Refusal) return 'kept'
    throw cause
  }
  await office.record(tenant, { by: 'system', act: 'case.destroyed', subject: number, detail: record })
  await office.complaints.dropOlderPages(tenant, number)
  await office.letters.strip(tenant, number)
  await office.unsent.dropOfCase(tenant, number)
  await office.reminders.dropOfCase(tenant, number)
  for (const file of files) await office.evidenceStore.remove(file)
  return 'erased'
}
