import type { CaseView } from '../../service/contract/case-view.ts'
import type { ChannelAccount, ChannelAccounts, TrialAnswer } from '../../service/contract/channel-accounts.ts'
import type { ChannelList, UndeliveredList } from '../../service/contract/undelivered.ts'
import { casePath, pageAfter, unitPath } from './paths.ts'
import type { Transport } from './transport.ts'

/** Notices to reporters: which did not arrive, and how the channels fare. */
export function createNoticesClient({ json }: Transport) {
  return {
    listUndelivered: (tenant: string, cursor: string | null, signal?: AbortSignal): Promise<UndeliveredList> =>
      json('GET', `${unitPath(tenant)}/undelivered-notices${pageAfter(cursor)}`, { signal }),
    listChannels: (tenant: string, signal?: AbortSignal): Promise<ChannelList> =>
      json('GET', `${unitPath(tenant)}/channels`, { signal }),
    listAccounts: (tenant: string, signal?: AbortSignal): Promise<ChannelAccounts> =>
      json('GET', `${unitPath(tenant)}/channel-accounts`, { signal }),
    setAccount: (tenant: string, body: ChannelAccount): Promise<ChannelAccounts> =>
      json('PUT', `${unitPath(tenant)}/channel-accounts`, { body }),
    removeAccount: (tenant: string, channel: string): Promise<ChannelAccounts> =>
      json('DELETE', `${unitPath(tenant)}/channel-accounts/${channel}`, {}),
    tryChannel: (tenant: string, body: { readonly channel: string; readonly phone?: string }): Promise<TrialAnswer> =>
      json('POST', `${unitPath(tenant)}/channel-trials`, { body }),
    settle: (tenant: string, number: string, how: 'retry' | 'set-aside'): Promise<CaseView> =>
      json('POST', `${casePath(tenant, number)}/notices/${how}`, {}),
  }
}
