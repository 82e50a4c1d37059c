import type { NoticeChannel } from '../../offices/notice-vocabulary.ts'
import type { Status } from '../../offices/vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Collection } from '../../storage/collection.ts'
import { leaveOvertakenToPage } from '../notices/delivery.ts'
import type { ContactStanding } from '../notices/message-counts.ts'
import type { NoticeQueues } from '../notices/notice-queue.ts'
import { dueIn, earliestTryAt, GIVEN, leaseNotice, type Notice } from '../shape/notice.ts'
import type { OpeningVault } from './case-seals.ts'
import { hasProvenContact } from './confirmed-phone.ts'
import type { FirstNotices } from './first-notices.ts'
import { type KeptComplaint, skipUnreadable } from './kept-complaint.ts'
import type { OlderPageStore } from './older-page-store.ts'
import { openComplaint, replaceNotices } from './open-complaint.ts'
import { openGuard } from './tenant-guards.ts'

/** Another process may claim the same notice, so it is tried so often. */
const MOST_TRIES = 3

interface QueueParts {
  readonly kept: Collection<KeptComplaint>
  readonly vault: OpeningVault
  readonly first: FirstNotices
}

/** The queue of notices lies in the complaints. The outline holds the keys that find them. */
export function complaintNotices(ports: QueueParts, older: Pick<OlderPageStore, 'changeNotice'>): NoticeQueues {
  const { kept, vault, first } = ports
  return {
    claimNew: first.claimNew,

    async claimDue(queue, now, leaseUntil, most) {
      if (queue === GIVEN)
        return Promise.all(first.take(most).map(({ complaint, due }) => claimed(ports, complaint, due)))
      const query = { index: 'noticeDue', where: { noticeLine: queue }, range: { to: now }, limit: most }
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        const { items } = await kept.findAcrossTenants(query)
        const tried = await Promise.all(items.map((complaint) => claim(ports, complaint, queue, now, leaseUntil)))
        const ours = tried.filter((one) => one !== null)
        if (ours.length > 0 || items.length === 0) return ours
      }
      return []
    },

    async dueSince(queue) {
      const { items } = await kept.findAcrossTenants({ index: 'noticeDue', where: { noticeLine: queue }, limit: 1 })
      return items[0] ? earliestTryAt(items[0].notices) : null
    },

    async waitingIn(tenant, queue, paging) {
      const query = { index: 'noticeWaiting', where: { noticeLine: queue }, ...paging }
      const { items, nextCursor } = await kept.find(tenant, query)
      const waiting = items.map(async (complaint) => {
        const guarded = openGuard(vault, complaint).then((guard) => ({ category: complaint.category, guard }))
        return skipUnreadable(guarded)
      })
      return { items: (await Promise.all(waiting)).filter((one) => one !== null), nextCursor }
    },

    async record(tenant, number, noticeId, change) {
      for (let isFresh = false; ; isFresh = true) {
        const complaint = await (isFresh ? kept.get(tenant, number) : kept.recall(tenant, number))
        if (!complaint || complaint.destroyed) return
        if (complaint.notices.some(({ id }) => id === noticeId)) {
          const after = first.withoutAlerted(withNotice(complaint, noticeId, change))
          if (!(await replaceNotices(ports, complaint, after))) continue
          first.settle(tenant, number)
          return
        }
        // What this process remembers may be from before the notice.
        if (!isFresh) continue
        const moved = await older.changeNotice(complaint, noticeId, change)
        // A notice that is sent again returns to the case, where deliverers look, before newer ones.
        if (moved?.nextTryAt == null) return
        if (!(await kept.replace({ ...complaint, notices: leaveOvertakenToPage([moved, ...complaint.notices]) })))
          continue
        await older.changeNotice(complaint, noticeId, () => null)
        return
      }
    },
  }
}

async function claim(ports: QueueParts, complaint: KeptComplaint, queue: string, now: Instant, leaseUntil: Instant) {
  const due = dueIn(complaint.notices, queue, now)
  const saved =
    due &&
    (await replaceNotices(
      ports,
      complaint,
      withNotice(complaint, due.id, (notice) => leaseNotice(notice, leaseUntil)),
    ))
  return saved ? claimed(ports, saved, due) : null
}

async function claimed({ kept, vault }: QueueParts, saved: KeptComplaint, due: Notice) {
  const { language, privacy, status, clocks, category, receivedAt } = saved
  const reached = await reachedThrough(kept, saved)
  const { identity, noticeChannels } = reached
  const openDossier = async () => (await openComplaint(vault, saved)).dossier
  const quoted = { privacy, status, clocks, category, receivedAt, openDossier }
  const tenant = saved.tenant
  const order = due.only ? [due.only] : noticeChannels
  const reachedBy = { tenant: reached.tenant, number: reached.id, filing: reached.filing }
  const found = {
    tenant,
    number: saved.id,
    language,
    noticeChannels: order,
    identity,
    reachedBy,
    told: quoted,
    notice: due,
  }
  const isOvertaken = isFollowedByAnother(saved.notices, due)
  return { ...found, isOvertaken, standingOf: (channel: NoticeChannel) => standingOf(vault, reached, due, channel) }
}

/**
 * Returns the case that holds the reporter's contact. A tenant that accepted a transfer without the identity never
 * learns the address; letters need an addressee, so they stay with the tenant that has it.
 */
async function reachedThrough(kept: QueueParts['kept'], complaint: KeptComplaint): Promise<KeptComplaint> {
  for (let one = complaint; ; ) {
    const { cameFrom = null } = one
    if (one.identity || !cameFrom) return withoutLetters(one, complaint)
    const earlier = await kept.get(cameFrom.tenant, cameFrom.number)
    if (!earlier) return complaint
    one = earlier
  }
}

/** A code may have been confirmed since the filing, and the outline does not say for which contact. */
async function standingOf(
  vault: OpeningVault,
  reached: KeptComplaint,
  { event }: Notice,
  channel: NoticeChannel,
): Promise<ContactStanding> {
  const { dossier } = await openComplaint(vault, reached)
  if (hasProvenContact(reached.identity, dossier, channel)) return 'confirmed'
  // The law sets a time limit for breach notices, and only staff send them.
  return event === 'data_breach' || !untouched.has(reached.status) ? 'verified' : 'unverified'
}

/** In these statuses nobody of the office may have handled the case yet. */
const untouched: ReadonlySet<Status> = new Set<Status>(['received', 'incomplete', 'withdrawn'])

const isFollowedByAnother = (notices: readonly Notice[], { id, event }: Notice): boolean =>
  notices
    .slice(notices.findIndex((notice) => notice.id === id) + 1)
    .some((later) => later.event === event && later.state === 'pending')

const withoutLetters = (reached: KeptComplaint, complaint: KeptComplaint): KeptComplaint =>
  reached === complaint
    ? complaint
    : { ...reached, noticeChannels: reached.noticeChannels.filter((channel) => channel !== 'letter') }

const withNotice = (complaint: KeptComplaint, id: string, change: (notice: Notice) => Notice): KeptComplaint => ({
  ...complaint,
  notices: leaveOvertakenToPage(complaint.notices.map((notice) => (notice.id === id ? change(notice) : notice))),
})
