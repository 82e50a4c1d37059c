import { mayOn, readVisiblePage } from '../../case/access/case-access.ts'
import { type CaseActionPorts, writeOnCase } from '../../case/access/case-actions.ts'
import { answerAboutData, type DataAnswer } from '../../case/reporter-rights.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import { waitingFor } from '../../case/store/kept-complaint.ts'
import { requirePermission, type StaffMember } from '../../offices/staff/permissions.ts'

interface AnswerRequest extends DataAnswer {
  readonly number: string
  readonly id: string
  readonly leakReason?: string | undefined
}

/** @throws Refusal `staff/not-permitted`, `complaint/not-found`, `data-request/unknown`, `text/names-reporter` */
export async function answerDataRequest(
  ports: CaseActionPorts,
  staff: StaffMember,
  request: AnswerRequest,
): Promise<Complaint> {
  const answered = await writeOnCase(
    ports,
    staff,
    ['rights.answer'],
    request,
    [request.text],
    (complaint, by, moment) => answerAboutData(complaint, request.id, request, by, moment),
  )
  const detail = request.granted ? 'granted' : 'refused'
  await ports.record(staff.tenant, { by: staff.id, act: 'rights.answered', subject: request.number, detail })
  return answered
}

/** The nearest date comes first. @throws Refusal `staff/not-permitted` */
export async function listDataRequests(ports: CaseActionPorts, staff: StaffMember): Promise<readonly Complaint[]> {
  requirePermission(staff, 'rights.answer')
  const { items } = await readVisiblePage(staff, { limit: 50 }, (paging) =>
    ports.complaints.list(staff.tenant, { ...waitingFor('dataRequestDueAt'), order: 'ascending', ...paging }),
  )
  await ports.record(staff.tenant, { by: staff.id, act: 'register.read', subject: null, detail: 'data-requests' })
  return items.filter((complaint) => mayOn(staff, 'rights.answer', complaint))
}
