import type { CaseView } from '../../service/contract/case-view.ts'
import type { ChannelList, UndeliveredList } from '../../service/contract/undelivered.ts'
import type { Transport } from './transport.ts'

/** Notices to reporters: which did not arrive, and how the channels fare. */
export interface NoticesClient {
  listUndelivered(tenant: string, cursor: string | null, signal?: AbortSignal): Promise<UndeliveredList>
  listChannels(tenant: string, signal?: AbortSignal): Promise<ChannelList>
  settle(tenant: string, number: string, how: 'retry' | 'set-aside'): Promise<CaseView>
}

export function createNoticesClient({ json }: Transport): NoticesClient {
  const unit = (tenant: string) => `/tenants/${encodeURIComponent(tenant)}`
  return {
    listUndelivered: (tenant, cursor, signal) =>
      json(
        'GET',
        `${unit(tenant)}/undelivered-notices${cursor ? `?cursor=${encodeURIComponent(cursor)}` : ''}`,
        signal ? { signal } : {},
      ),
    listChannels: (tenant, signal) => json('GET', `${unit(tenant)}/channels`, signal ? { signal } : {}),
    settle: (tenant, number, how) =>
      json('POST', `${unit(tenant)}/cases/${encodeURIComponent(number)}/notices/${how}`, {}),
  }
}
