import { changeCaseFor } from '../case/access/case-access.ts'
import { actorOf, momentOf, refuseNamingAny } from '../case/access/case-actions.ts'
import { bothOf, planGuard, whomOf } from '../case/guard.ts'
import { refuseUnlessJoinable, reservePlace, unmerge } from '../case/merged-case.ts'
import type { JoinedNews } from '../case/shape/case-ties.ts'
import { isActWaiting } from '../case/timed-acts.ts'
import { Refusal } from '../shared/refusal.ts'
import type { ActOnTwo, ActSteps } from './case-act.ts'
import { deliverJoinedNews } from './deliver-joined-news.ts'

interface MergeOrder {
  readonly into: string
  /** The merged case's reporter reads it. */
  readonly because?: string | undefined
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
        await refuseNamingAny(ports, staff, number, [complaint, leading], [because])
        const guarding = await planGuard(
          ports.staff,
          tenant,
          bothOf(whomOf(leading), whomOf(complaint)),
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
