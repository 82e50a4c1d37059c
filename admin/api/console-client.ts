import type { AnnounceInput, AnnouncementListView } from '../../service/contract/announcements.ts'
import type { OperatorLogView } from '../../service/contract/operator-log.ts'
import type {
  InvitedOperatorView,
  InviteOperatorInput,
  OperatorListView,
  StaffRequestListView,
} from '../../service/contract/operators.ts'
import type { SetQuotasInput } from '../../service/contract/quotas.ts'
import type { TaskListView } from '../../service/contract/tasks.ts'
import type { ServiceClient } from './client.ts'
import type { LoggedAct, TenantList } from './wire.ts'

export interface OperatorLogFilter {
  readonly by: string
  readonly act: LoggedAct | ''
}

/** The calls of the operator's pages. They are loaded with those pages. */
export const consoleClient = ({ call }: Pick<ServiceClient, 'call'>) => ({
  readLog({ by, act }: OperatorLogFilter, cursor: string | null, signal?: AbortSignal): Promise<OperatorLogView> {
    const query = new URLSearchParams({ ...(by && { by }), ...(act && { act }), ...(cursor && { cursor }) })
    return call('GET', `/operator/log?${query}`, { signal })
  },
  setQuotas: (tenant: string, body: SetQuotasInput): Promise<TenantList> =>
    call('PUT', `/operator/tenants/${tenant}/quotas`, { body }),
  listTasks: (signal?: AbortSignal): Promise<TaskListView> => call('GET', '/operator/tasks', { signal }),
  listOperators: (signal?: AbortSignal): Promise<OperatorListView> => call('GET', '/operator/operators', { signal }),
  inviteOperator: (body: InviteOperatorInput): Promise<InvitedOperatorView> =>
    call('POST', '/operator/operators', { body }),
  listRequests: (signal?: AbortSignal): Promise<StaffRequestListView> => call('GET', '/operator/requests', { signal }),
  decideRequest: (
    { tenant, id }: { readonly tenant: string; readonly id: string },
    body: { readonly granted: boolean; readonly because: string },
  ): Promise<StaffRequestListView> => call('POST', `/operator/requests/${tenant}/${id}/decision`, { body }),
  removeOperator: (id: string): Promise<OperatorListView> => call('DELETE', `/operator/operators/${id}`),
  listAnnouncements: (signal?: AbortSignal): Promise<AnnouncementListView> =>
    call('GET', '/operator/announcements', { signal }),
  announce: (body: AnnounceInput): Promise<AnnouncementListView> => call('POST', '/operator/announcements', { body }),
  endAnnouncement: (id: string): Promise<AnnouncementListView> => call('POST', `/operator/announcements/${id}/end`),
})
