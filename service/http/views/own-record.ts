import type { Context } from 'hono'
import { type OpenedByCode, refuseUnlessRecordIsOpen } from '../../following/follow-complaint.ts'
import { readOwnData } from '../../following/rights/rights.ts'
import type { OfficePaper } from '../../offices/office-paper.ts'
import type { AppEnv } from '../app-env.ts'
import type { Office } from '../office.ts'
import { viewWordings } from '../view-wording.ts'
import { followingOf } from './followed-view.ts'
import { recordPaper } from './record-paper.ts'

/**
 * Returns the record in the language of the case, only for the holder of the code. @throws Refusal `record/not-yet`
 */
export async function ownRecord(c: Context<AppEnv>, ports: Office, opened: OpenedByCode): Promise<OfficePaper> {
  const own = await readOwnData(ports, opened)
  const following = await followingOf(c, ports, opened, 'whole')
  const earlier = following.earlier.map(({ complaint }) => complaint)
  refuseUnlessRecordIsOpen([...earlier, own.complaint], following.now)
  const tenant = await ports.tenants.get(opened.tenant)
  return recordPaper(own, tenant, { ...following, wording: viewWordings[own.complaint.language] })
}
