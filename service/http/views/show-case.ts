import type { Context } from 'hono'
import { splitSeenBy } from '../../case/access/case-access.ts'
import { readAs } from '../../case/access/cover-for.ts'
import { unitNowOf } from '../../case/access/deciders.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { CaseView } from '../../contract/case-view.ts'
import type { AppEnv } from '../app-env.ts'
import type { ApiOffice } from '../office.ts'
import { viewWordings } from '../view-wording.ts'
import { caseView } from './case-view.ts'
import type { ViewContext } from './common-views.ts'

export async function viewContextOf(
  c: Context<AppEnv>,
  { staff, deliverer, now, malwareScanner }: ApiOffice,
): Promise<ViewContext> {
  const members = await staff.members(c.get('staff').tenant)
  return {
    tenant: c.get('tenant'),
    wording: viewWordings[c.get('language')],
    now: now(),
    channels: new Map(deliverer.channels(c.get('staff').tenant).map((one) => [one.channel, one])),
    hasScanner: malwareScanner !== null,
    members: new Map(members.map((member) => [member.id, member])),
  }
}

export async function showCase(ports: ApiOffice, c: Context<AppEnv>, complaint: Complaint): Promise<CaseView> {
  const viewer = c.get('staff')
  const read = await readAs(ports, viewer, complaint, c.get('language'))
  const office = await unitNowOf(ports, viewer.tenant, c.get('tenant').settings)
  const split = await splitSeenBy(ports, viewer, complaint)
  return caseView(read, viewer, { ...(await viewContextOf(c, ports)), isCovered: read !== complaint, split }, office)
}
