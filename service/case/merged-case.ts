import { labelsOf, MOST_ON_A_CASE, type TenantSettings } from '../offices/tenants/tenant.ts'
import type { Status } from '../offices/vocabulary.ts'
import { Refusal } from '../shared/refusal.ts'
import { MERGED, pauseAll, resumeAfterMerge, stopAll, withClock } from './case-clocks.ts'
import { applyDecision, refuseUnlessIn } from './complaint.ts'
import type { GuardPlan } from './guard.ts'
import { hasMessage, hasNews } from './older-pages.ts'
import { withoutKept } from './readers.ts'
import type { JoinedCase, JoinedNews, MergedInto } from './shape/case-ties.ts'
import type { Complaint } from './shape/complaint.ts'
import type { Actor, Moment } from './shape/history.ts'
import { openStepsOf } from './tasks.ts'

type Settings = Pick<TenantSettings, 'categories' | 'labels'>

const system: Actor = { kind: 'system' }

/** In these statuses a case can lead, because its answer is yet to come. */
export const leadingStatuses: readonly Status[] = ['received', 'incomplete', 'in_progress', 'awaiting_approval']

export const joinableStatuses = ['received', 'in_progress'] as const satisfies readonly Status[]

/** One answer notifies at most so many reporters, each by a write of their own. */
export const MOST_JOINED = 100

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
  readers: withoutKept(complaint.dossier.readers, keptFrom),
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
  const { concerns, candidates, readers, ...guard } = combineGuards(leading, guarding, at)
  return {
    ...leading,
    ...guard,
    passesOnSince: leading.passesOnSince ?? at,
    dossier: {
      ...leading.dossier,
      ...{ concerns, candidates, readers },
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
  const { concerns, candidates, readers, ...guard } = combineGuards(complaint, guarding, at)
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
      dossier: {
        ...{ merged, concerns, candidates, readers },
        // The order that joins it is done with it.
        timedActs: complaint.dossier.timedActs.filter((timed) => timed.id !== id),
      },
    },
    { event: 'merged', by, text: because ? `${into}: ${because}` : into, notice: 'merged' },
  )
}

/** Returns the case to its earlier status and handler; the time in between does not count. */
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

/**
 * Labels and open steps of the case that was joined go on with the leading one. The joined case keeps its own, so that
 * parting gives nothing back to it.
 */
export function bringAlong(
  leading: Complaint,
  { join, by }: Pick<JoinedNews, 'join'> & { readonly by: Actor },
  from: Complaint,
  settings: Settings,
  moment: Moment,
): Complaint {
  const { labels, joined } = leading.dossier
  const fresh = from.dossier.labels.filter((one) => !labels.includes(one)).slice(0, MOST_ON_A_CASE - labels.length)
  const brought = { labels: fresh, steps: openStepsOf(from, leading, settings) }
  if (brought.labels.length + brought.steps.length === 0) return leading
  const changes = {
    labels: [...labels, ...fresh],
    joined: joined.map((one) => (one.id === join ? { ...one, brought } : one)),
  }
  return writeLabels(leading, { event: 'labelled', ids: fresh, by, changes }, settings, moment)
}

/** One line of the history for each label. */
function writeLabels(
  leading: Complaint,
  { event, ids, by, changes }: Labelling,
  settings: Settings,
  moment: Moment,
): Complaint {
  const nameOf = (label: string) => labelsOf(settings).find(({ id }) => id === label)?.name ?? label
  const changed = { ...leading, dossier: { ...leading.dossier, ...changes } }
  return ids.reduce(
    (one, id) => applyDecision(one, moment, {}, { event, by, text: nameOf(id), public: false }),
    changed,
  )
}

interface Labelling {
  readonly event: 'labelled' | 'unlabelled'
  readonly ids: readonly string[]
  readonly by: Actor
  readonly changes: Partial<Complaint['dossier']>
}

/** What it brought goes with it. */
export function removeJoined(
  leading: Complaint,
  join: string,
  by: Actor,
  settings: Settings,
  moment: Moment,
): Complaint {
  const parting = leading.dossier.joined.find(({ id }) => id === join)
  if (!parting) return leading
  const joined = leading.dossier.joined.filter(({ id }) => id !== join)
  const ids = leading.dossier.labels.filter((one) => parting.brought?.labels.includes(one))
  const labels = leading.dossier.labels.filter((one) => !ids.includes(one))
  const parted = applyDecision(
    leading,
    moment,
    { dossier: { joined } },
    { event: 'case_parted', by, text: parting.number, public: false },
  )
  return writeLabels(parted, { event: 'unlabelled', ids, by, changes: { labels } }, settings, moment)
}
