import { changeCaseFor } from '../case/access/case-access.ts'
import { actorOf, momentOf, refuseNamingAny } from '../case/access/case-actions.ts'
import { readAs } from '../case/access/cover-for.ts'
import { guardCase } from '../case/access/guarding.ts'
import { textsOfStory } from '../case/candidates.ts'
import { bothOf, type GuardPlan, isAboutMore, ofJoinedCase, planGuard, planGuardByName, whomOf } from '../case/guard.ts'
import { refuseUnlessJoinable, reservePlace, unmerge } from '../case/merged-case.ts'
import type { JoinedNews, SplitOrder } from '../case/shape/case-ties.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Actor, Moment } from '../case/shape/history.ts'
import { type GivenStory, mapFields, matterFields } from '../case/shape/story-fields.ts'
import { areTheirWords, refuseUnlessSplittable, reserveSplit } from '../case/split-case.ts'
import { isActWaiting } from '../case/timed-acts.ts'
import { chooseCategory } from '../offices/tenants/configuration.ts'
import { Refusal, refuseField } from '../shared/refusal.ts'
import type { ActOnTwo, ActSteps } from './case-act.ts'
import { deliverJoinedNews } from './joined-cases.ts'

interface MergeOrder {
  readonly into: string
  /** The merged case's reporter reads it. */
  readonly because?: string | undefined
}

/**
 * An officer who reads one case and is kept from the other would see the one vanish, and learn that it was joined with
 * a case that concerns them.
 */
function refuseUnlessKeptAlike(...cases: readonly Complaint[]): void {
  const [one, other] = cases.map(({ guard }) => [...(guard?.marks ?? [])].sort().join(' '))
  if (one !== other) throw new Refusal('conflict', 'merge/kept-otherwise')
}

/**
 * Merges a case into another of the tenant. The person needs the permission on both. The first write reserves a place
 * in the leading case; after a crash another process finishes or reverts the merge.
 * It throws `staff/not-permitted`, `complaint/not-found`, `case/changed-meanwhile`, `case/wrong-status`, `merge/…`,
 * `text/names-joined-reporter`.
 */
export const mergeAct: ActOnTwo<MergeOrder> = {
  reserve: ({ number, into, because, revision }, join, ports, staff, { by: needed }) =>
    changeCaseFor(ports, staff, needed, number, async (complaint) => {
      if (complaint.revision !== revision) throw new Refusal('conflict', 'case/changed-meanwhile')
      refuseUnlessJoinable(complaint)
      if (isActWaiting(complaint, 'merge', join)) throw new Refusal('conflict', 'timed/waiting')
      if (into === number) throw new Refusal('conflict', 'merge/itself')
      const { tenant } = staff
      const { at } = await momentOf(ports, tenant)
      const by = actorOf(staff)
      await changeCaseFor(ports, staff, needed, into, async (leading) => {
        if (leading.dossier.joined.some(({ id }) => id === join)) return leading
        refuseUnlessKeptAlike(complaint, leading)
        await refuseNamingAny(ports, staff, number, [complaint, leading], [because])
        const guarding = await planGuard(
          ports.staff,
          tenant,
          bothOf(whomOf(leading), ofJoinedCase(whomOf(complaint))),
          leading.category,
        )
        const order: JoinedNews = {
          ...{ id: ports.newId(), at, to: number, join, kind: 'join', by, because: because ?? null, revision },
        }
        return reservePlace(leading, { id: join, number, at, by }, guarding, order, at)
      })
      return complaint
    }),

  async finish({ number, into }, join, ports, { tenant }) {
    await deliverJoinedNews(ports, tenant, into)
    const merged = await ports.complaints.get(tenant, number)
    if (merged.dossier.merged?.id !== join) throw new Refusal('conflict', 'case/changed-meanwhile')
    return merged
  },
}

/** It throws `merge/answered` once the leading case has been answered. */
export const unmergeAct: ActSteps<{ readonly because: string }> = {
  words: ({ because }) => [because],
  prepare:
    ({ because }) =>
    (complaint, by, moment) =>
      unmerge(complaint, because, by, moment),
  async follow({ number }, ports, { tenant }) {
    await deliverJoinedNews(ports, tenant, number)
    return ports.complaints.get(tenant, number)
  },
}

interface SecondMatter extends Omit<GivenStory, 'requestedRemedy'> {
  readonly category: string
  readonly evidence: readonly string[]
  /** Files that belong to the second matter alone, and leave the first case. */
  readonly moved?: readonly string[] | undefined
  /** The reporter reads it in both cases. */
  readonly because: string
}

/** A person whom the second matter concerns also reads the first case no more, because their matter stands there too. */
const guardBoth = (reserved: Complaint, plan: GuardPlan, because: string, by: Actor, moment: Moment): Complaint => ({
  ...guardCase(reserved, plan, because, by, moment),
  // The split is one act of one person.
  revision: reserved.revision,
})

/** Splits a second matter from a complaint. What the reporter wrote stays whole in the first case. */
export const splitAct: ActSteps<SecondMatter> = {
  words: ({ subject, because, ...given }) => [
    subject,
    because,
    ...matterFields.filter(({ kind }) => kind === 'line').map(({ name }) => given[name] ?? undefined),
  ],
  prepare: (request, ports, staff) => async (complaint, by, moment, settings) => {
    refuseUnlessSplittable(complaint)
    const { subject, chronology, evidence, moved = [], because } = request
    const story = { subject, chronology, ...mapFields(matterFields, ({ name }) => request[name] ?? null) }
    const { code, class: kind, confidential } = chooseCategory(settings.categories, request.category)
    const read = await readAs(ports, staff, complaint)
    if (!areTheirWords(chronology, read.dossier.chronology)) {
      throw refuseField('split/not-their-words', 'chronology', 'not-their-words')
    }
    for (const [path, ids] of Object.entries({ evidence, moved })) {
      const areKnown = ids.every((id) => complaint.evidence.some((item) => item.id === id))
      if (!areKnown) throw refuseField('evidence/unknown', path, 'unknown')
    }
    const named = { known: whomOf(complaint), texts: textsOfStory(story, []) }
    const plan = await planGuardByName(ports.staff, complaint.tenant, named, complaint.category)
    const order: SplitOrder = {
      ...{ story, category: { code, class: kind, ...(confidential && { confidential: true as const }) }, because },
      ...{ evidence: evidence.filter((id) => !moved.includes(id)), moved: [...new Set(moved)] },
      ...{
        status: complaint.status,
        clocks: complaint.clocks,
        concerns: plan.concerns.filter(({ chosen }) => chosen !== 'only').map(({ id }) => id),
      },
      candidates: plan.candidates,
      chosen: plan.concerns.filter(({ chosen }) => chosen),
    }
    const reserved = reserveSplit(complaint, ports.newId(), order, by, moment)
    return plan.guard && isAboutMore(complaint, plan) ? guardBoth(reserved, plan, because, by, moment) : reserved
  },
  async follow({ number }, ports, { tenant }) {
    await deliverJoinedNews(ports, tenant, number)
    return ports.complaints.get(tenant, number)
  },
}
