import { applyReport, noticeMark } from '../../case/notices/message-reference.ts'
import type { ComplaintStore } from '../../case/store/complaint-store.ts'
import { providerAnswer } from '../../offices/channels/provider-news.ts'
import type { TenantDirectory } from '../../offices/tenants/tenant-directory.ts'
import { type Clock, HOUR, plusMilliseconds } from '../../shared/instant.ts'
import { tokenIn } from './find-unit.ts'
import type { WasRead } from './read-arrival.ts'
import { readBounce } from './read-bounce.ts'

export interface BouncePorts {
  readonly complaints: Pick<ComplaintStore, 'record' | 'findInSeries'>
  readonly tenants: Pick<TenantDirectory, 'get'>
  readonly deliverer: { wakeUp(): void }
  readonly platformHasher: () => Promise<(text: string) => string>
  readonly now: Clock
}

/** A returned mail did not arrive: the case records it, and the reporter's next channel begins. */
export async function recordBounce(ports: BouncePorts, { arrival, returned }: WasRead): Promise<void> {
  const { complaints, tenants, deliverer, platformHasher, now } = ports
  const bounce = readBounce(returned)
  const hash = await platformHasher()
  // The token is in the header of the returned mail, which only its recipient has.
  const token = bounce && tokenIn(hash, { recipients: [], refersTo: returned })
  const complaint = token && (await complaints.findInSeries(arrival.tenant, token.series, token.sequence))
  if (!bounce || !token || !complaint) return
  const rounds = complaint.notices.flatMap(({ id, from = 0 }) => [{ id, from }, ...(from > 0 ? [{ id, from: 0 }] : [])])
  const meant = rounds.find(({ id, from }) => noticeMark(hash, { noticeId: id, from }) === token.noticeMark)
  if (!meant) return
  const at = now()
  const { deliveredWithinHours } = (await tenants.get(arrival.tenant)).settings.notices
  const report = { state: 'failed', reason: bounce.reason, answer: providerAnswer(bounce.words, '') } as const
  await complaints.record(arrival.tenant, complaint.id, meant.id, (notice) =>
    applyReport(
      notice,
      { channel: 'email', from: meant.from },
      report,
      plusMilliseconds(at, deliveredWithinHours * HOUR),
      at,
    ),
  )
  deliverer.wakeUp()
}
