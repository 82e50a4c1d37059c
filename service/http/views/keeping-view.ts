import { sees } from '../../case/access/case-access.ts'
import { isOverdue } from '../../case/deadlines/clocks.ts'
import { endingOf, retentionOf } from '../../case/retention.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { CaseView } from '../../contract/case-view.ts'
import type * as keepingWire from '../../contract/keeping.ts'
import type { InboundList, InboundView } from '../../contract/messages.ts'
import type { Arrival } from '../../filing/arrivals/arrivals.ts'
import { type ShownState, shownStates } from '../../filing/inbound/arrival-drafts.ts'
import { maskSender } from '../../filing/inbound/case-replies.ts'
import { staffToThinkOfIn } from '../../filing/inbound/chat-routes.ts'
import { type Approval, stateOf, validUntil, wholeRegister } from '../../keeping/approvals/approval.ts'
import { mayDecide } from '../../keeping/approvals/approvals.ts'
import { hasViewingCopy } from '../../keeping/evidence/opened-evidence.ts'
import { type Incident, incidentTexts, noticesOf } from '../../keeping/incidents/incident.ts'
import type { VisibleIncident } from '../../keeping/incidents/incidents.ts'
import type { Destruction } from '../../keeping/retention/destruction.ts'
import type { DestructionWording } from '../../keeping/retention/destruction-record.ts'
import type { DueCase, DueForRetention } from '../../keeping/retention/retention.ts'
import { maskEmail } from '../../offices/channels/provider-news.ts'
import { permissionsIn } from '../../offices/staff/account.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import type { Ending } from '../../offices/vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'
import type { ApiOffice } from '../office.ts'
import { sentenceFor } from '../problem.ts'
import { type ViewWording, viewWordings } from '../view-wording.ts'
import { byName, categoryView, type ViewContext } from './common-views.ts'

interface Reading {
  readonly tenant: Tenant
  readonly wording: ViewWording
  readonly now: Instant
}

export function personOf({ content: { person } }: Approval, wording: ViewWording): keepingWire.ApprovalView['person'] {
  if (!person) return null
  const { name, position, email, role, unitRole, factor, accountSince, addressConfirmed } = person
  const own = unitRole && {
    name: unitRole.name,
    permissions: permissionsIn(unitRole).map((one) => ({ permission: one, label: wording.labels.permission[one] })),
  }
  return { ...{ name, position, email, role, factor, accountSince, addressConfirmed }, ...(own && { unitRole: own }) }
}

function scopeOf({ act, content }: Approval): keepingWire.ApprovalView['register'] {
  if (act !== 'export-register') return null
  return content.register ?? wholeRegister
}

export function approvalView(
  approval: Approval,
  viewer: StaffMember,
  { tenant, wording, now }: Reading,
): keepingWire.ApprovalView {
  const { act, asker, decision, content } = approval
  const name = byName(wording)
  const state = stateOf(approval, now)
  const own = asker === viewer.id
  return {
    ...approval,
    actLabel: wording.labels.dangerousAct[act],
    state,
    by: name(content.askedBy),
    own,
    reason: content.reason,
    groundLabel: content.ground && wording.labels.openingGround[content.ground],
    cases: content.cases.map(({ number, category }) => ({
      number,
      categoryLabel: categoryView(tenant, category, wording).label,
      opened: content.opened.includes(number),
    })),
    register: scopeOf(approval),
    person: personOf(approval, wording),
    decision: decision &&
      content.decidedBy && {
        at: decision.at,
        by: name(content.decidedBy),
        granted: decision.granted,
        because: content.because ?? '',
      },
    until: validUntil(approval),
    mayDecide: mayDecide(approval, viewer, now),
    mayUse: own && state === 'granted',
  }
}

/** Names an ending by the outcome of its answer, or by the status. */
export function endingLabel(ending: Ending | null, { labels }: ViewWording): string {
  if (ending === null) return ''
  return { ...labels.outcome, ...labels.status }[ending]
}

const retained = (complaint: Complaint, { tenant, wording }: ViewContext) => ({
  number: complaint.id,
  categoryLabel: categoryView(tenant, complaint.category, wording, complaint.receivedAt).label,
  endingLabel: endingLabel(endingOf(complaint), wording),
  receivedAt: complaint.receivedAt,
})

export function retentionView(
  { records, identities, held }: DueForRetention,
  context: ViewContext,
): keepingWire.RetentionView {
  const due = ({ complaint, retention }: DueCase, from: string | null) => ({
    ...retained(complaint, context),
    endedAt: retention.endedAt,
    from: from ?? '',
    files: complaint.evidence.length,
  })
  return {
    basis: context.tenant.settings.retention.basis,
    records: records.map((one) => due(one, one.retention.destroyFrom)),
    identities: identities.map((one) => due(one, one.retention.eraseFrom)),
    held: held.map((complaint) => {
      const { hold } = complaint.dossier
      return {
        ...retained(complaint, context),
        since: hold?.at ?? complaint.receivedAt,
        by: hold ? byName(context.wording)(hold.by) : '',
        reason: hold?.reason ?? '',
      }
    }),
  }
}

export function caseRetentionView(
  complaint: Complaint,
  { tenant, wording }: ViewContext,
): Pick<CaseView, 'retention' | 'hold' | 'destroyed'> {
  const { destroyed, dossier } = complaint
  const { retention, calendar } = tenant.settings
  const kept = destroyed ? null : retentionOf(complaint, retention, calendar)
  return {
    retention: kept,
    hold: dossier.hold && { ...dossier.hold, by: byName(wording)(dossier.hold.by) },
    destroyed: destroyed && { ...destroyed, endingLabel: endingLabel(destroyed.ending, wording) },
  }
}

export function destructionView(
  { content, ...outline }: Destruction,
  wording: ViewWording,
): keepingWire.DestructionView {
  const name = byName(wording)
  return {
    ...outline,
    finished: outline.finishedAt !== null,
    reason: content.reason,
    proposedBy: name(content.proposer),
    approvedBy: name(content.approver),
    cases: content.lines.map((line) => line.number),
    kept: content.kept.map((line) => ({
      number: line.number,
      because: sentenceFor(line.because, wording.language, { number: line.number }),
    })),
  }
}

/** A record of destruction is an official paper, and so its labels are Indonesian. */
export const destructionWording = (tenant: Tenant): DestructionWording => ({
  category: (code) => categoryView(tenant, code, viewWordings.id).label,
  ending: (code) => endingLabel(code, viewWordings.id),
  kept: (number, because) => sentenceFor(because, 'id', { number }),
})

export function incidentLine(
  incident: Incident,
  { tenant, wording, now }: ViewContext,
): keepingWire.IncidentList['items'][number] {
  const { clock, content } = incident
  const { reportersTold, authorityTold, closed } = content
  const name = byName(wording)
  return {
    ...incident,
    what: content.what,
    dueAt: clock.dueAt,
    overdue: isOverdue(clock, now),
    explanation: wording.clocks.explainClock(clock, tenant.settings.calendar),
    reportersTold: reportersTold && { at: reportersTold.at, by: name(reportersTold.by) },
    authorityTold: authorityTold && { ...authorityTold, by: name(authorityTold.by) },
    closed: closed && { ...closed, by: name(closed.by) },
  }
}

export function incidentView({ incident, cases }: VisibleIncident, context: ViewContext): keepingWire.IncidentView {
  const { version, content } = incident
  const { tenant, wording } = context
  return {
    ...content,
    ...incidentLine(incident, context),
    revision: version,
    data: content.data.map((kind) => ({ kind, label: incidentTexts[wording.language].data[kind] })),
    recordedBy: byName(wording)(content.recordedBy),
    cases: cases.map((one) => ({ ...one, categoryLabel: categoryView(tenant, one.category, wording).label })),
    notices: noticesOf(incident, tenant),
  }
}

const BEGINNING = 160

const masked = ({ channel, content: { from } }: Arrival): string | null =>
  from && (channel === 'email' ? maskEmail(from) : `…${from.slice(-3)}`)

const shownState = ({ state }: Arrival): ShownState => shownStates.find((one) => one === state) ?? 'draft'

function lineOf(arrival: Arrival) {
  const { discardedBecause, fromName, subject, from } = arrival.content
  return {
    ...arrival,
    state: shownState(arrival),
    ...{ discardedBecause, fromName },
    from: masked(arrival),
    subject: maskSender(subject, null, [from]),
  }
}

export function inboundLine(arrival: Arrival): InboundList['items'][number] {
  const { content } = arrival
  const beginning = maskSender(content.text, null, [content.from]).replace(/\s+/g, ' ')
  return { ...lineOf(arrival), beginning: beginning.slice(0, BEGINNING), files: content.files.length }
}

/** Shows no sender's address, and no case that is kept from the officer. */
export async function inboundMessage(
  { complaints, staff: directory }: ApiOffice,
  viewer: StaffMember,
  arrival: Arrival,
): Promise<InboundView> {
  const { content, tenant } = arrival
  const clean = (text: string) => maskSender(text, null, [content.from])
  const ifSeen = async (number: string | null) => {
    const complaint = number === null ? null : await complaints.find(tenant, number)
    return complaint && sees(viewer, complaint) ? complaint.id : null
  }
  const [members, answers, mentions] = await Promise.all([
    directory.members(tenant),
    ifSeen(content.answers),
    ifSeen(content.mentions),
  ])
  return {
    ...lineOf(arrival),
    text: clean(content.text),
    quoted: clean(content.quoted),
    files: content.files.map((file) => ({ ...file, viewable: hasViewingCopy(file) })),
    refused: content.refused,
    answers,
    mentions,
    namedStaff: staffToThinkOfIn(content, members),
  }
}
