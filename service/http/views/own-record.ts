import type { Context } from 'hono'
import type { CaseActionPorts } from '../../case/access/case-actions.ts'
import { type OpenedByCode, refuseUnlessRecordIsOpen } from '../../following/follow-complaint.ts'
import { readOwnData } from '../../following/rights/rights.ts'
import type { OfficePaper, StreamPaper } from '../../offices/office-paper.ts'
import type { AppEnv } from '../app-env.ts'
import type { Links } from '../links.ts'
import { viewWordings } from '../view-wording.ts'
import { followingOf } from './followed-view.ts'
import { recordPaper } from './record-paper.ts'

export type RecordPorts = CaseActionPorts & { readonly streamPaper: StreamPaper; readonly links: Links }

/**
 * Returns the record in the language of the case, only for the holder of the code. @throws Refusal `record/not-yet`
 */
export async function ownRecord(c: Context<AppEnv>, ports: RecordPorts, opened: OpenedByCode): Promise<OfficePaper> {
  const own = await readOwnData(ports, opened)
  const following = await followingOf(c, ports, opened, 'whole')
  const earlier = following.earlier.map(({ complaint }) => complaint)
  refuseUnlessRecordIsOpen([...earlier, own.complaint], following.now)
  const tenant = await ports.tenants.get(opened.tenant)
  return recordPaper(own, tenant, { ...following, wording: viewWordings[own.complaint.language] })
}
