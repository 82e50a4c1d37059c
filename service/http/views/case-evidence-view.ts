import { nameForStaff, scanStateOf } from '../../case/evidence.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { EvidenceItem } from '../../case/shape/evidence.ts'
import type { CaseEvidenceView } from '../../contract/case-view.ts'
import { downloadOf, mayTakeOriginal, viewingKindFor, worksOn } from '../../desk/give-evidence.ts'
import { leavingOf, redactionOf } from '../../keeping/evidence/opened-evidence.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import { quarantines } from '../../offices/tenants/tenant.ts'
import { evidenceView } from './common-views.ts'
import type { ViewContext } from './view-context.ts'

/** A file of a case as this person may see it, and how it leaves the unit. */
export const caseEvidenceView = (
  complaint: Complaint,
  item: EvidenceItem,
  viewer: StaffMember,
  { tenant, hasScanner }: ViewContext,
): CaseEvidenceView => ({
  ...evidenceView(complaint, item, quarantines(tenant.settings)),
  name: nameForStaff(complaint, item.id),
  shown: viewingKindFor(viewer, complaint, item),
  download: downloadOf(complaint, item),
  mayTakeOriginal: mayTakeOriginal(viewer, complaint, item),
  leaves: leavingOf(complaint, item, complaint.privacy !== 'named'),
  mayRedact: !complaint.destroyed && worksOn(viewer, complaint),
  redaction: redactionView(complaint, item),
  scan: scanStateOf(item, hasScanner),
  signature: item.scan?.verdict === 'infected' ? item.scan.signature : null,
})

function redactionView(complaint: Complaint, item: EvidenceItem): CaseEvidenceView['redaction'] {
  const decided = redactionOf(complaint, item.id)
  if (!decided) return null
  const { leaves, areas, by, at, because } = decided
  return { leaves, areas, by: by.kind === 'staff' ? `${by.name} (${by.position})` : '', at, because }
}
