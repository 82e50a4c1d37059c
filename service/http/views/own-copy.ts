import type { Context } from 'hono'
import type { OwnDataOfOne, OwnDataView } from '../../contract/complaint-view.ts'
import type { OpenedByCode } from '../../following/follow-complaint.ts'
import { readOwnData } from '../../following/rights/rights.ts'
import type { AppEnv } from '../app-env.ts'
import type { Office } from '../office.ts'
import { followingOf } from './followed-view.ts'
import { ownDataView } from './own-data-view.ts'

/** The copy of what the office keeps about a reporter, in all cases that their code opens. */
export async function ownCopy(c: Context<AppEnv>, ports: Office, opened: OpenedByCode): Promise<OwnDataView> {
  const copyOf = async (one: OpenedByCode): Promise<OwnDataOfOne> =>
    ownDataView(
      await readOwnData(ports, one),
      await ports.tenants.get(one.tenant),
      await followingOf(c, ports, one, 'whole'),
    )
  const { askedAt } = opened
  const others = opened.others.filter(({ complaint }) => !complaint.destroyed)
  const otherMatters = others.map((one) =>
    copyOf({ ...one, tenant: one.complaint.tenant, number: one.complaint.id, askedAt, others: [] }),
  )
  return { ...(await copyOf(opened)), otherMatters: await Promise.all(otherMatters) }
}
