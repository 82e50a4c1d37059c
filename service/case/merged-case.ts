import type { Status } from '../offices/vocabulary.ts'
import { Refusal } from '../shared/refusal.ts'
import { MERGED, pauseAll, resumeAfterMerge, stopAll, withClock } from './case-clocks.ts'
import { applyDecision, refuseUnlessIn } from './complaint.ts'
import type { GuardPlan } from './guard.ts'
import { hasMessage, hasNews } from './older-pages.ts'
import type { Complaint } from './shape/complaint.ts'
import type { Actor } from './shape/history.ts'
import type { JoinedCase, JoinedNews, MergedInto } from './shape/joining.ts'
import type { Moment } from './shape/moment.ts'

const system: Actor = { kind: 'system' }

/** In these statuses a case can lead, because its answer is yet to come. */
export const leadingStatuses: readonly Status[] = ['received', 'incomplete', 'in_progress', 'awaiting_approval']

export const joinableStatuses = ['received', 'in_progress'] as const satisfies readonly Status[]

/** One answer notifies at most so many reporters, each by a write of their own. */
export const MOST_JOINED = 100

/** @throws Refusal `merge/…`, `case/wrong-status` */
export function refuseUnlessJoinable(
  complaint: Complaint,
): asserts complaint is Complaint & { status: (typeof joinableStatuses)[number] } {
  const { status, identityAskedAt, dossier } = complaint
  if (dossier.merged) throw new Refusal('conflict', 'merge/merged-already', { into: dossier.merged.into })
  if (dossier.joined.length > 0) throw new Refusal('conflict', 'merge/leads-others', { joined: dossier.joined.length })
  if (status === 'objected') throw new Refusal('conflict', 'merge/objection-open')
  if (identityAskedAt !== null) throw new Refusal('conflict', 'merge/identity-pending')
  refuseUnlessIn(complaint, joinableStatuses)
}

/** @throws Refusal `merge/…` */
export function refuseUnlessLeading({ status, dossier }: Complaint): void {
  if (dossier.merged) throw new Refusal('conflict', 'merge/target-merged', { into: dossier.merged.into })
  if (!leadingStatuses.includes(status)) throw new Refusal('conflict', 'merge/target-over', { status })
  if (dossier.joined.length >= MOST_JOINED) throw new Refusal('conflict', 'merge/too-many', { most: MOST_JOINED })
}

/** Puts the guards of both cases on one, so that joining reveals neither to anybody. */
export const combineGuards = (
  complaint: Complaint,
  { guard, concerns, candidates, keptFrom, isUnread }: GuardPlan,
  at: Moment['at'],
) => ({
  guard: guard && { ...guard, marks: [...new Set([...(complaint.guard?.marks ?? []), ...guard.marks])] },
  handler:
    guard?.steward ?? (complaint.handler !== null && keptFrom.includes(complaint.handler) ? null : complaint.handler),
  unreadSince: isUnread ? (complaint.unreadSince ?? at) : null,
  concerns,
  candidates,
})

/** The first write reserves a place in the leading case and queues the order to join. */
export function reservePlace(
  leading: Complaint,
  joined: JoinedCase,
  guarding: GuardPlan,
  item: JoinedNews,
  at: Moment['at'],
): Complaint {
  refuseUnlessLeading(leading)
  const { concerns, candidates, ...guard } = combineGuards(leading, guarding, at)
  return {
    ...leading,
    ...guard,
    passesOnSince: leading.passesOnSince ?? at,
    dossier: {
      ...leading.dossier,
      concerns,
      candidates,
      joined: [...leading.dossier.joined, joined],
      passesOn: [...leading.dossier.passesOn, item],
    },
  }
}

/** The second write joins the case: its clocks pause, and the leading case answers for it. */
export function merge(
  complaint: Complaint,
  { id, into, by }: Pick<MergedInto, 'id' | 'into' | 'by'>,
  because: string | null,
  { handler, guarding }: { readonly handler: Complaint['handler']; readonly guarding: GuardPlan },
  moment: Moment,
): Complaint {
  refuseUnlessJoinable(complaint)
  const { at } = moment
  const { concerns, candidates, ...guard } = combineGuards(complaint, guarding, at)
  const merged: MergedInto = {
    ...{ id, into, by, at },
    from: complaint.status,
    handler: complaint.handler,
    answeredAt: null,
  }
  return applyDecision(
    complaint,
    moment,
    {
      ...guard,
      status: 'merged',
      handler,
      clocks: pauseAll(complaint.clocks, MERGED, at),
      dossier: { merged, concerns, candidates },
    },
    { event: 'merged', by, text: because ? `${into}: ${because}` : into, notice: 'merged' },
  )
}

/**
 * Returns the case to its earlier status and handler; the time in between does not count.
 * @throws Refusal `merge/answered`
 */
export function unmerge(complaint: Complaint, because: string | undefined, by: Actor, moment: Moment): Complaint {
  refuseUnlessIn(complaint, ['merged'])
  const { merged } = complaint.dossier
  if (!merged) throw new Refusal('conflict', 'case/wrong-status', { status: complaint.status })
  if (merged.answeredAt) throw new Refusal('conflict', 'merge/answered')
  return applyDecision(
    complaint,
    moment,
    {
      status: merged.from,
      handler: complaint.guard?.steward ?? merged.handler,
      clocks: resumeAfterMerge(complaint.clocks, moment, moment.at),
    },
    { event: 'unmerged', by, text: because, notice: 'unmerged' },
  )
}

/** Applies news of the leading case to the joined one; news that came before changes nothing. */
export function receiveNews(complaint: Complaint, item: JoinedNews, moment: Moment): Complaint {
  const { merged, messages } = complaint.dossier
  if (!merged || merged.id !== item.join) return complaint
  switch (item.kind) {
    case 'answer': {
      const { answer, answeredBy } = item
      if (merged.answeredAt === answer.at) return complaint
      const clocks = stopAll(complaint.clocks, moment.at)
      return applyDecision(
        complaint,
        moment,
        {
          answeredBy,
          clocks: withClock(clocks, 'objection_window', complaint, moment, moment.at),
          dossier: { answer, merged: { ...merged, answeredAt: answer.at } },
        },
        { event: 'answered', by: answer.by, notice: 'answered' },
      )
    }
    case 'message': {
      if (hasMessage(complaint.dossier, item.id)) return complaint
      const { by, text } = item
      return applyDecision(
        complaint,
        moment,
        { dossier: { messages: [...messages, { id: item.id, at: moment.at, by, text }] } },
        { event: 'message', by, notice: 'message' },
      )
    }
    case 'news': {
      const { at, event, by, text } = item
      if (merged.answeredAt || hasNews(complaint.dossier, event, at)) {
        return complaint
      }
      return applyDecision(complaint, { ...moment, at }, {}, { event, by, text: text ?? undefined, notice: event })
    }
    case 'handler':
      return complaint.handler === item.handler ? complaint : { ...complaint, handler: item.handler }
    case 'end':
      return merged.answeredAt ? complaint : unmerge(complaint, undefined, system, moment)
    default:
      return complaint
  }
}

export function removeJoined(leading: Complaint, join: string, by: Actor, moment: Moment): Complaint {
  const parting = leading.dossier.joined.find(({ id }) => id === join)
  if (!parting) return leading
  const joined = leading.dossier.joined.filter(({ id }) => id !== join)
  return applyDecision(
    leading,
    moment,
    { dossier: { joined } },
    { event: 'case_parted', by, text: parting.number, public: false },
  )
}
