import type { CaseView } from '../../service/contract/case-view.ts'
import type { ChannelAccount, ChannelAccounts, TrialAnswer } from '../../service/contract/channel-accounts.ts'
import type { ChannelList, UndeliveredList } from '../../service/contract/undelivered.ts'
import { casePath, pageAfter, unitPath } from './paths.ts'
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
  return {
    listUndelivered: (tenant, cursor, signal) =>
      json('GET', `${unitPath(tenant)}/undelivered-notices${pageAfter(cursor)}`, { signal }),
    listChannels: (tenant, signal) => json('GET', `${unitPath(tenant)}/channels`, { signal }),
    listAccounts: (tenant, signal) => json('GET', `${unitPath(tenant)}/channel-accounts`, { signal }),
    setAccount: (tenant, body) => json('PUT', `${unitPath(tenant)}/channel-accounts`, { body }),
    removeAccount: (tenant, channel) => json('DELETE', `${unitPath(tenant)}/channel-accounts/${channel}`, {}),
    tryChannel: (tenant, body) => json('POST', `${unitPath(tenant)}/channel-trials`, { body }),
    settle: (tenant, number, how) => json('POST', `${casePath(tenant, number)}/notices/${how}`, {}),
  }
}
