import type { Context } from 'hono'
import type { CaseActionPorts } from '../../case/access/case-actions.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { CaseView } from '../../contract/case-view.ts'
import type { StaffDirectory } from '../../offices/staff/staff-directory.ts'
import type { MalwareScanner } from '../../shared/malware-scan.ts'
import type { AppEnv } from '../app-env.ts'
import { viewWordings } from '../wording/view-wording.ts'
import { caseView } from './case-view.ts'
import type { ViewContext } from './view-context.ts'

export type CaseViewPorts = Pick<CaseActionPorts, 'now'> & {
  readonly staff: StaffDirectory
  /** It is `null` if nothing is scanned. */
  readonly malwareScanner: MalwareScanner | null
}

export async function viewContextOf(
  c: Context<AppEnv>,
  { staff, now, malwareScanner }: CaseViewPorts,
): Promise<ViewContext> {
  const members = await staff.members(c.get('staff').tenant)
  return {
    tenant: c.get('tenant'),
    wording: viewWordings[c.get('language')],
    now: now(),
    hasScanner: malwareScanner !== null,
    members: new Map(members.map((member) => [member.id, member])),
  }
}

export const showCase =
  (ports: CaseViewPorts) =>
  async (c: Context<AppEnv>, complaint: Complaint): Promise<CaseView> =>
    caseView(complaint, c.get('staff'), await viewContextOf(c, ports))
