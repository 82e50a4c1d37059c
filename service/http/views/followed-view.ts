import type { Context } from 'hono'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { OpenedByCode } from '../../following/follow-complaint.ts'
import type { AppEnv } from '../app-env.ts'
import { formLanguageOf } from '../language.ts'
import type { Office } from '../office.ts'
import { readerWordings } from '../view-wording.ts'
import type { Following } from './complaint-view.ts'
import type { EarlierCase } from './older-view.ts'

export async function followingOf(
  c: Context<AppEnv>,
  ports: Office,
  { earlier, others }: OpenedByCode,
  /** `whole` includes all older pages. */
  extent: 'newest' | 'whole' = 'newest',
): Promise<Following> {
  return {
    wording: readerWordings[formLanguageOf(c)],
    links: ports.links,
    now: ports.now(),
    others: others.map(({ complaint }) => complaint),
    earlier: await Promise.all(earlier.map((one) => earlierCase(ports, one, extent))),
  }
}

// It is read again, because the reporter's latest act may have changed it.
async function earlierCase(
  { complaints, tenants }: Office,
  one: Complaint,
  extent: 'newest' | 'whole',
): Promise<EarlierCase> {
  const complaint = await complaints.get(one.tenant, one.id)
  return {
    complaint: extent === 'whole' ? await complaints.whole(complaint) : complaint,
    tenant: await tenants.get(one.tenant),
  }
}
