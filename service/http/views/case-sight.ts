import type { Context } from 'hono'
import type { DeskPorts } from '../../case/access/desk.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { CaseView } from '../../contract/case-view.ts'
import type { StaffDirectory } from '../../offices/staff/staff-directory.ts'
import type { MalwareScanner } from '../../shared/malware-scan.ts'
import type { AppEnv } from '../app-env.ts'
import { speechIn } from '../wording/speech.ts'
import { caseView } from './case-view.ts'
import type { Seeing } from './seeing.ts'

export type SightPorts = Pick<DeskPorts, 'now'> & {
  readonly staff: StaffDirectory
  /** It is `null` if nothing is scanned. */
  readonly malwareScanner: MalwareScanner | null
}

export async function seeingOf(c: Context<AppEnv>, { staff, now, malwareScanner }: SightPorts): Promise<Seeing> {
  const members = await staff.members(c.get('staff').tenant)
  return {
    tenant: c.get('tenant'),
    speech: speechIn[c.get('language')],
    now: now(),
    hasScanner: malwareScanner !== null,
    members: new Map(members.map((member) => [member.id, member])),
  }
}

export const caseSight =
  (ports: SightPorts) =>
  async (c: Context<AppEnv>, complaint: Complaint): Promise<CaseView> =>
    caseView(complaint, c.get('staff'), await seeingOf(c, ports))
