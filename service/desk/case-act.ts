import type { CaseRequest } from '../case/access/case-actions.ts'
import type { UnitNow } from '../case/access/deciders.ts'
import type { ClockWording } from '../case/deadlines/clock-wording.ts'
import type { Office } from '../case/office/office.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Actor, Moment } from '../case/shape/history.ts'
import type { ComplaintStore } from '../case/store/complaint-store.ts'
import type { ApprovalStore } from '../keeping/approvals/approval.ts'
import type { EvidenceOffice, RecentAccesses, RedactingOffice } from '../keeping/evidence/opened-evidence.ts'
import type { PaperStore } from '../keeping/papers/paper-store.ts'
import type { UnsentStore } from '../keeping/unsent/unsent-store.ts'
import type { Permission, StaffMember } from '../offices/staff/permissions.ts'
import type { TemplateStore } from '../offices/templates.ts'
import type { TenantSettings } from '../offices/tenants/tenant.ts'
import type { Language, Status } from '../offices/vocabulary.ts'
import type { Refusal } from '../shared/refusal.ts'
import type { Log } from '../shared/tracing.ts'
import type { StaffId } from '../storage/place.ts'

/** What work on cases stands on. */
export interface DeskOffice extends Office, EvidenceOffice, RedactingOffice {
  readonly papers: PaperStore
  readonly unsent: UnsentStore
  readonly templates: TemplateStore
  readonly approvals: ApprovalStore
  readonly looks: RecentAccesses
  readonly clockWording: Readonly<Record<Language, ClockWording>>
  readonly log: Log
}

export interface ActRule {
  readonly by: readonly [Permission, ...Permission[]]
  /** A member who has this one of them acts by it, and signs so, whatever else they have. */
  readonly signs?: Permission
  readonly from: readonly Status[]
  readonly when?: (complaint: Complaint, staff: StaffMember, office: UnitNow) => boolean
  /** Says why it is closed to this person although they have the permission; `null` if it is open. */
  readonly whyNot?: (staff: StaffMember, complaint: Complaint, office: UnitNow) => Refusal | null
}

export type Decide = (
  complaint: Complaint,
  by: Actor,
  moment: Moment,
  settings: TenantSettings,
) => Complaint | Promise<Complaint>

export interface ActSteps<Body> {
  /** What the officer wrote, and texts of the case that they send on. None of it may name the reporter. */
  readonly words: (body: Body, complaint: Complaint) => readonly (string | undefined)[]
  readonly prepare: (request: CaseRequest & Body, ports: DeskOffice, staff: StaffMember) => Decide | Promise<Decide>
  /** Does what follows the write, and returns the case as it then stands. */
  readonly follow?: (request: CaseRequest, ports: DeskOffice, staff: StaffMember) => Promise<Complaint>
}

/** An act on two cases reserves its place in the other one first, and writes both itself. */
export interface ActOnTwo<Body> {
  /** The id of what is written. It is the same in each try, so that an act is done once. */
  readonly reserve: (
    request: CaseRequest & Body,
    id: string,
    ports: DeskOffice,
    staff: StaffMember,
    rule: ActRule,
  ) => Promise<Complaint>
  readonly finish: (
    request: CaseRequest & Body,
    id: string,
    ports: DeskOffice,
    staff: StaffMember,
  ) => Promise<Complaint>
}

export type CaseAct<Body> = ActSteps<Body> | ActOnTwo<Body>

/** Ports with which acts are decided and nothing is written. */
export function withoutWriting<Ports extends DeskOffice>(ports: Ports): Ports {
  const change: ComplaintStore['change'] = async (tenant, number, decide) =>
    decide(await ports.complaints.get(tenant, number))
  // Each case takes a place from those after it.
  const given = new Map<string, StaffId>()
  const giveOut: ComplaintStore['giveOut'] = async ({ tenant, number, people }, choose) => {
    const loads = [...(await ports.complaints.caseloads(tenant, people))].map(([person, load]) => {
      const more = [...given].filter(([other, to]) => to === person && other !== number).length
      return [person, load + more] as const
    })
    const to = choose(new Map(loads))
    if (to) given.set(number, to)
    return to
  }
  return { ...ports, complaints: { ...ports.complaints, change, giveOut }, record: async () => {} }
}
