import { changeCaseFor } from '../case/access/case-access.ts'
import { actorOf, type CaseRequest, momentOf } from '../case/access/case-actions.ts'
import { refuseNamingAny } from '../case/access/refuse-naming.ts'
import { bothOf, planGuard, whomOf } from '../case/guard.ts'
import { refuseUnlessJoinable, reservePlace, unmerge } from '../case/merged-case.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { StaffMember } from '../offices/staff/staff-member.ts'
import { Refusal } from '../shared/refusal.ts'
import type { ActOnTwo, ActPorts, ActRule, ActSteps } from './case-act.ts'
import { deliverJoinedNews } from './deliver-joined-news.ts'

interface MergeOrder {
  readonly into: string
  /** The merged case's reporter reads it. */
  readonly because?: string | undefined
}

/**
 * Merges a case into another of the tenant. The person needs the permission on both. The first write reserves a place
 * in the leading case; after a crash another process finishes or reverts the merge.
 * @throws Refusal `staff/not-permitted`, `complaint/not-found`, `case/changed-meanwhile`, `case/wrong-status`,
 * `merge/…`, `text/names-joined-reporter`
 */
async function mergeComplaint(
  { number, into, because, revision }: CaseRequest & MergeOrder,
  ports: ActPorts,
  staff: StaffMember,
  { by: needed }: ActRule,
): Promise<Complaint> {
  const { tenant } = staff
  const moment = await momentOf(ports, tenant)
  const by = actorOf(staff)
  const [join, item] = [ports.newId(), ports.newId()]
  const complaint = await changeCaseFor(ports, staff, needed, number, (found) => {
    if (found.revision !== revision) throw new Refusal('conflict', 'case/changed-meanwhile')
    refuseUnlessJoinable(found)
    if (into === number) throw new Refusal('conflict', 'merge/itself')
    return found
  })
  await changeCaseFor(ports, staff, needed, into, async (leading) => {
    await refuseNamingAny(ports, staff, number, [complaint, leading], [because])
    const guarding = await planGuard(ports.staff, tenant, bothOf(whomOf(leading), whomOf(complaint)), leading.category)
    const order = {
      id: item,
      at: moment.at,
      to: number,
      join,
      kind: 'join',
      by,
      because: because ?? null,
      revision,
    } as const
    return reservePlace(leading, { id: join, number, at: moment.at, by }, guarding, order, moment.at)
  })
  await deliverJoinedNews(ports, tenant, into)
  await ports.record(tenant, { by: staff.id, act: 'case.acted', subject: number, detail: 'merge' })
  const merged = await ports.complaints.get(tenant, number)
  if (merged.dossier.merged?.id !== join) throw new Refusal('conflict', 'case/changed-meanwhile')
  return merged
}

export const mergeAct: ActOnTwo<MergeOrder> = { perform: mergeComplaint }

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
