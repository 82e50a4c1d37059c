import type { Complaint } from '../../case/shape/complaint.ts'
import { stepsOf } from '../../case/tasks.ts'
import type { CaseView } from '../../contract/case-view.ts'
import type { Checklist } from '../../contract/checklist.ts'
import { mayTick } from '../../desk/marks.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import type { TenantSettings } from '../../offices/tenants/tenant.ts'
import { readIn } from '../../offices/translated.ts'
import type { ViewWording } from '../view-wording.ts'
import { byName } from './common-views.ts'
import type { ViewContext } from './view-context.ts'

export function checklistView(complaint: Complaint, settings: TenantSettings, wording: ViewWording): Checklist {
  const name = byName(wording)
  const steps = stepsOf(complaint, settings).map(({ text, tick, isFormer }) => ({
    ...{ step: text.id, label: readIn(text, wording.language), former: isFormer },
    ticked: tick && { by: name(tick.by), at: tick.at },
  }))
  return { steps }
}

export const checklistOfCase = (
  complaint: Complaint,
  viewer: StaffMember,
  { tenant, wording }: ViewContext,
): Pick<CaseView, 'steps' | 'mayTick'> => ({
  ...checklistView(complaint, tenant.settings, wording),
  mayTick: mayTick(viewer, complaint),
})
