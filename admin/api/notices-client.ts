import type { CaseView } from '../../service/contract/case-view.ts'
import type { ChannelAccount, ChannelAccounts, TrialAnswer } from '../../service/contract/channel-accounts.ts'
import type { ChannelList, UndeliveredList } from '../../service/contract/undelivered.ts'
import type { Transport } from './transport.ts'

/** Notices to reporters: which did not arrive, and how the channels fare. */
export interface NoticesClient {
  listUndelivered(tenant: string, cursor: string | null, signal?: AbortSignal): Promise<UndeliveredList>
  listChannels(tenant: string, signal?: AbortSignal): Promise<ChannelList>
  listAccounts(tenant: string, signal?: AbortSignal): Promise<ChannelAccounts>
  setAccount(tenant: string, account: ChannelAccount): Promise<ChannelAccounts>
  removeAccount(tenant: string, channel: string): Promise<ChannelAccounts>
  tryChannel(tenant: string, trial: { readonly channel: string; readonly phone?: string }): Promise<TrialAnswer>
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
    listAccounts: (tenant, signal) => json('GET', `${unit(tenant)}/channel-accounts`, signal ? { signal } : {}),
    setAccount: (tenant, body) => json('PUT', `${unit(tenant)}/channel-accounts`, { body }),
    removeAccount: (tenant, channel) => json('DELETE', `${unit(tenant)}/channel-accounts/${channel}`, {}),
    tryChannel: (tenant, body) => json('POST', `${unit(tenant)}/channel-trials`, { body }),
    settle: (tenant, number, how) =>
      json('POST', `${unit(tenant)}/cases/${encodeURIComponent(number)}/notices/${how}`, {}),
  }
}
