import type { RuleEvent } from '../../offices/vocabulary.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { TenantId } from '../../storage/place.ts'
import type { LaidKey, Vault } from '../../storage/vault.ts'
import { eventsBetween, ruleDues } from '../case-rules.ts'
import { refuseFull } from '../complaint.ts'
import { withNews } from '../news.ts'
import { leaveOvertakenToPage } from '../notices/delivery.ts'
import { turnPages } from '../older-pages.ts'
import { appointReaders } from '../readers.ts'
import { refuseDestroyed } from '../retention.ts'
import { haveSameWords } from '../search/case-words.ts'
import { newWordsMark, writeChange } from '../search/search-index.ts'
import type { Complaint } from '../shape/complaint.ts'
import { hashesOf, withoutHash } from '../shape/evidence.ts'
import { awaitedQueue, GIVEN } from '../shape/notice.ts'
import { openTasksOf } from '../tasks.ts'
import { nextTimedAt } from '../timed-acts.ts'
import { caseKeyOf, caseKeyPlace, filedPlace, sealDossier } from './case-seals.ts'
import type { CaseParts } from './complaint-reads.ts'
import { countedOf } from './complaint-tallies.ts'
import { hasProvenPhone } from './confirmed-phone.ts'
import { type FirstNotices, noteCause, type WithNotices } from './first-notices.ts'
import { type KeptComplaint, notFound } from './kept-complaint.ts'
import type { NumberGaps } from './number-gaps.ts'
import { openComplaint, rememberOpened } from './open-complaint.ts'
import { sealGuard } from './tenant-guards.ts'

export type UnnumberedComplaint = Omit<Complaint, 'id' | 'version' | 'sequence'>

export interface ComplaintWrites {
  /**
   * Gives the complaint the next number of its series and resolves after the durable write.
   * @throws UniqueViolation `filingKey`
   */
  add(complaint: UnnumberedComplaint, numberOf: (sequence: number) => string): Promise<Complaint>
  /** Loads, decides, saves. When only the machine wrote meanwhile, the decision is repeated on the current state. */
  change(
    tenant: TenantId,
    number: string,
    decide: (complaint: Complaint) => Complaint | Promise<Complaint>,
  ): Promise<Complaint>
}

const MOST_TRIES = 20

/** What waits in a case after a write. */
export interface Waiting {
  /** The queue of its next notice where the write added one; `GIVEN` where it was claimed with the write. */
  readonly queue: string | null
  /** Whether staff or programs are to hear of it. */
  readonly hasNews: boolean
}

/**
 * @param onWaiting called after a write that left a notice, an alert or news waiting
 * @param causeNow returns the current request, or `null`
 */
export const complaintWrites = (
  { kept, vault, older, rules }: CaseParts,
  { numberGaps, first }: { readonly numberGaps: Pick<NumberGaps, 'behind'>; readonly first: FirstNotices },
  onWaiting: (waiting: Waiting) => void,
  causeNow: () => string | null,
): ComplaintWrites => ({
  async add(given, numberOf) {
    const filed = await awaitRules(rules, appointReaders(given), eventsOfNew(given))
    const noted = noteCause(null, filed, causeNow())
    const complaint = first.claim(noted, [])
    const { tenant, series } = complaint
    const key = { place: filedPlace(complaint, 'key'), wrapped: complaint.key }
    const [draft, wrapFor] = await Promise.all([sealComplaint(vault, complaint, key), vault.rewrapLater(key)])
    const wordsMark = newWordsMark()
    const numbered = (sequence: number, changedAt: number) => {
      const id = numberOf(sequence)
      return {
        ...draft,
        // Only now the number is known; from here on the key opens under this number alone.
        key: wrapFor(caseKeyPlace({ tenant, id })),
        wordsMark,
        changedAt,
        tenant,
        id,
        sequence,
      }
    }
    const behind = numberGaps.behind(tenant, series)
    const added = await writeChange(tenant, complaint.guard !== null, (moment) =>
      kept.insertNext('series', { tenant, series }, (sequence) => numbered(sequence, moment), behind),
    )
    const queue = giveClaimed(first, added, noted, complaint) ? GIVEN : awaitedQueue(noted.notices)
    onWaiting({ queue, hasNews: complaint.alerts.length + complaint.news.length > 0 })
    return rememberOpened(vault, added, writtenAs(added, complaint))
  },

  async change(tenant, number, decide) {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const lying = await kept.get(tenant, number)
      if (!lying) throw notFound()
      const stored = await openComplaint(vault, lying)
      refuseDestroyed(stored)
      if (stored.imported?.isGoing) throw notFound()
      const { complaint: before, pages } = turnPages(stored)
      const decided = await decide(before)
      if (decided === before) return before
      const marked = await awaitRules(rules, appointReaders(decided), eventsBetween(before, decided))
      const caused = noteCause(before, withNews(before, marked), causeNow())
      const overtaking = { ...caused, notices: leaveOvertakenToPage(caused.notices) }
      const after = first.claim(overtaking, before.notices)
      const changed = await sealComplaint(vault, after, caseKeyOf(after))
      refuseFull(before, after, changed.dossier)
      // Pages are written before the case that names them, so a crash leaves only pages that nobody reads.
      if (!after.destroyed) await older.put(stored, pages)
      const next = {
        ...changed,
        // An identity that came later or was put right tells which of the words are the reporter's own.
        wordsMark:
          haveSameWords(stored, after) &&
          stored.identity?.identity === after.identity?.identity &&
          stored.privacy === after.privacy
            ? (lying.wordsMark ?? 1)
            : newWordsMark(),
        version: before.version,
        id: number,
        tenant,
        sequence: before.sequence,
      }
      const saved = await writeChange(tenant, isGuarded(lying, next), (changedAt) =>
        kept.replace(first.withoutAlerted({ ...next, changedAt })),
      )
      if (!saved) continue
      first.forgetAlerted(tenant, number)
      const isGiven = giveClaimed(first, saved, overtaking, after)
      tellWaiting(onWaiting, before, overtaking, isGiven)
      return rememberOpened(vault, saved, writtenAs(saved, after))
    }
    throw new Refusal('conflict', 'case/changed-meanwhile')
  },
})

const eventsOfNew = ({ status, imported }: UnnumberedComplaint): readonly RuleEvent[] =>
  status === 'received' && !imported ? ['filed'] : []

/** What was sealed, with what came to it as it was written. */
function writtenAs(
  { id, version, sequence, key, alerts, news }: KeptComplaint,
  complaint: UnnumberedComplaint,
): Complaint {
  return { ...complaint, id, version, sequence, key, alerts, news }
}

const isGuarded = (...states: readonly Pick<KeptComplaint, 'guard'>[]): boolean => states.some(({ guard }) => guard)

/** @param after before its notice was claimed @param isGiven whether it was */
function tellWaiting(
  onWaiting: (waiting: Waiting) => void,
  before: Complaint,
  after: Complaint,
  isGiven: boolean,
): void {
  const adds = (key: 'notices' | 'alerts' | 'news') => after[key].length > before[key].length
  const queue = isGiven ? GIVEN : adds('notices') ? awaitedQueue(after.notices) : null
  const hasNews = adds('alerts') || adds('news')
  if (queue !== null || hasNews) onWaiting({ queue, hasNews })
}

/** Gives the deliverer of this process the notice that was claimed with the write. @returns whether there was one */
function giveClaimed(
  first: FirstNotices,
  saved: KeptComplaint,
  { notices }: WithNotices,
  claimed: WithNotices,
): boolean {
  const due = notices.find((one, at) => one !== claimed.notices[at])
  if (due) first.give(saved, due)
  return due !== undefined
}

/** Marks the case for the rules of its unit that may act now. */
async function awaitRules<C extends UnnumberedComplaint>(
  rules: CaseParts['rules'],
  complaint: C,
  events: readonly RuleEvent[],
): Promise<C> {
  if (events.length === 0) return complaint
  const at = complaint.dossier.history.at(-1)?.at ?? complaint.receivedAt
  const dues = ruleDues(await rules.on(complaint.tenant), events, complaint, at)
  return dues.length > 0 ? { ...complaint, rulesDue: [...complaint.rulesDue, ...dues] } : complaint
}

async function sealComplaint<C extends UnnumberedComplaint>(vault: Vault, { dossier, ...complaint }: C, key: LaidKey) {
  // The dossier repeats the fields beside it, so it is sealed last.
  const guard = complaint.guard && (await sealGuard(vault, key, complaint, complaint.guard))
  const outline = { ...complaint, guard, evidence: complaint.evidence.map(withoutHash) }
  const content = { dossier, hashes: hashesOf(complaint.evidence) }
  const counted = countedOf({ dossier, destroyed: outline.destroyed })
  return {
    ...counted,
    ...outline,
    dossier: await sealDossier(vault, key, outline, outline, content),
    assisting: openTasksOf(dossier),
    timedAt: nextTimedAt(dossier),
    hasProvenPhone: hasProvenPhone(outline.identity, dossier),
  }
}
