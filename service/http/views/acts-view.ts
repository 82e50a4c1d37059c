import { type UnitNow, wroteAnswer } from '../../case/access/deciders.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { CaseView } from '../../contract/case-view.ts'
import { actsFor } from '../../desk/case-acts.ts'
import { extensionLeft } from '../../desk/clocks.ts'
import { findMissingItems } from '../../following/completions.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import { policyFor, type Tenant } from '../../offices/tenants/tenant.ts'
import { entriesOf } from '../../shared/records.ts'
import { sentenceFor } from '../problem.ts'
import { viewWordings } from '../view-wording.ts'
import type { ViewContext } from './common-views.ts'

type ActsView = Pick<CaseView, 'acts' | 'closedActs' | 'decidesOnOwnAnswer' | 'coach' | 'mostDaysToExtend'>

export function actsView(
  complaint: Complaint,
  viewer: StaffMember,
  { tenant, wording, now }: ViewContext,
  office: UnitNow,
): ActsView {
  const mostDaysToExtend = extensionLeft(complaint, tenant.settings.rulePacks, now)
  const fitting = actsFor(viewer, complaint, office)
  const open = fitting.flatMap(({ act, closed }) => (closed ? [] : [act]))
  return {
    mostDaysToExtend,
    acts: open,
    closedActs: fitting.flatMap(({ act, closed }) =>
      closed ? [{ act, code: closed.code, detail: sentenceFor(closed.code, wording.language, closed.details) }] : [],
    ),
    decidesOnOwnAnswer: open.includes('decide-objection') && wroteAnswer(viewer, complaint),
    coach: open.includes('ask-for-completion') ? coachView(complaint, tenant) : null,
  }
}

function coachView(complaint: Complaint, { settings }: Tenant): CaseView['coach'] {
  const { completionLead, completionSentence } = viewWordings[complaint.language].labels
  const lacking = findMissingItems(complaint, policyFor(settings, complaint.category))
  const items = entriesOf(completionSentence)
  return {
    lead: completionLead,
    items: items.map(([item, sentence]) => ({ item, sentence, lacking: lacking.includes(item) })),
  }
}
