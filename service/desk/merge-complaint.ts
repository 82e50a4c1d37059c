import { changeCaseFor } from '../case/access/case-access.ts'
import { actOnCase, actorOf, acts, type CaseRequest, momentOf, refuseNamingAny } from '../case/access/case-actions.ts'
import { planGuard } from '../case/guard.ts'
import { refuseUnlessJoinable, reservePlace, unmerge } from '../case/merged-case.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { StaffMember } from '../offices/staff/staff-member.ts'
import { Refusal } from '../shared/refusal.ts'
import { deliverJoinedNews, type JoinedNewsPorts } from './deliver-joined-news.ts'

export interface MergeRequest extends CaseRequest {
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
export async function mergeComplaint(
  ports: JoinedNewsPorts,
  staff: StaffMember,
  request: MergeRequest,
): Promise<Complaint> {
  const { number, into, because, revision } = request
  const { tenant } = staff
  const moment = await momentOf(ports, tenant)
  const by = actorOf(staff)
  const [join, item] = [ports.newId(), ports.newId()]
  const complaint = await changeCaseFor(ports, staff, acts.merge.by, number, (found) => {
    if (found.revision !== revision) throw new Refusal('conflict', 'case/changed-meanwhile')
    refuseUnlessJoinable(found)
    if (into === number) throw new Refusal('conflict', 'merge/itself')
    return found
  })
  await changeCaseFor(ports, staff, acts.merge.by, into, async (leading) => {
    await refuseNamingAny(ports, staff, number, [complaint, leading], [because])
    const concerns = [...leading.dossier.concerns, ...complaint.dossier.concerns].map(({ id }) => id)
    const guarding = await planGuard(ports.staff, tenant, [...new Set(concerns)], leading.category)
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

/** @throws Refusal like every act, `merge/answered` */
export async function unmergeComplaint(
  ports: JoinedNewsPorts,
  staff: StaffMember,
  request: CaseRequest & { readonly because: string },
): Promise<Complaint> {
  await actOnCase(ports, staff, 'unmerge', request, [request.because], (complaint, by, moment) =>
    unmerge(complaint, request.because, by, moment),
  )
  await deliverJoinedNews(ports, staff.tenant, request.number)
  return ports.complaints.get(staff.tenant, request.number)
}
