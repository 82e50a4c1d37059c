import type { DutiesView, ForeseenAbsenceView } from '../../service/contract/duties.ts'
import type { EmbedCheckView, WidgetSightingsView } from '../../service/contract/embed.ts'
import type { ChainView, LogView } from '../../service/contract/log-view.ts'
import type { PublicStatisticsView } from '../../service/contract/public-statistics.ts'
import type { RolesView, UnitRoleWeight, WeighUnitRole, WriteUnitRole } from '../../service/contract/roles-view.ts'
import type { ChangedStaffView, InvitedStaffView, SuccessionView } from '../../service/contract/session.ts'
import type { SettingsHistoryView } from '../../service/contract/settings-history.ts'
import type { StatisticsView } from '../../service/contract/statistics-view.ts'
import type {
  CalendarPreview,
  MailboxView,
  ReadHolidaysView,
  TenantSettingsView,
} from '../../service/contract/tenant-settings.ts'
import type { WholeTenantView } from '../../service/contract/tenant-view.ts'
import { pageAfter, unitPath } from './paths.ts'
import type { Transport } from './transport.ts'
import type { AskForReset, ChangeStaff, InviteStaff, SetAbsences, StaffList } from './wire.ts'

/** What the access log is narrowed to; an empty text leaves it wide. */
export interface LogFilter extends Readonly<Record<string, string>> {
  readonly by: string
  readonly act: string
  readonly number: string
  readonly from: string
  readonly to: string
}

const askedOf = (asked: Readonly<Record<string, string>>): URLSearchParams =>
  new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''))

/** A unit itself: its settings, staff, statistics, mailbox and log. */
export const createOfficeClient = ({ json, send, address }: Transport) => ({
  readUnit: (tenant: string, signal?: AbortSignal): Promise<WholeTenantView> =>
    json('GET', unitPath(tenant), { signal }),
  readSettings: (tenant: string, signal?: AbortSignal): Promise<TenantSettingsView> =>
    json('GET', `${unitPath(tenant)}/settings`, { signal }),
  /** Lists who changed which setting, the newest first. */
  listSettingsChanges: (tenant: string, cursor: string | null, signal?: AbortSignal): Promise<SettingsHistoryView> =>
    json('GET', `${unitPath(tenant)}/settings/history${pageAfter(cursor)}`, { signal }),
  writeSettings: (tenant: string, body: TenantSettingsView): Promise<TenantSettingsView> =>
    json('PUT', `${unitPath(tenant)}/settings`, { body }),
  previewCalendar: (
    tenant: string,
    body: Pick<TenantSettingsView, 'timeZone' | 'calendar'>,
  ): Promise<CalendarPreview> => json('POST', `${unitPath(tenant)}/settings/calendar/preview`, { body }),
  readHolidays: (tenant: string, body: { readonly text: string }): Promise<ReadHolidaysView> =>
    json('POST', `${unitPath(tenant)}/settings/calendar/holidays`, { body }),
  listStaff: (tenant: string, signal?: AbortSignal): Promise<StaffList> =>
    json('GET', `${unitPath(tenant)}/staff`, { signal }),
  readRoles: (tenant: string, signal?: AbortSignal): Promise<RolesView> =>
    json('GET', `${unitPath(tenant)}/staff/roles`, { signal }),
  weighUnitRole: (tenant: string, body: WeighUnitRole): Promise<UnitRoleWeight> =>
    json('POST', `${unitPath(tenant)}/unit-role-weights`, { body }),
  /** Makes a new one where `id` is `null`. */
  writeUnitRole: (tenant: string, id: string | null, body: WriteUnitRole): Promise<RolesView> =>
    id === null
      ? json('POST', `${unitPath(tenant)}/unit-roles`, { body })
      : json('PUT', `${unitPath(tenant)}/unit-roles/${id}`, { body }),
  removeUnitRole: (tenant: string, id: string): Promise<RolesView> =>
    json('DELETE', `${unitPath(tenant)}/unit-roles/${id}`),
  inviteStaff: (tenant: string, body: InviteStaff): Promise<InvitedStaffView> =>
    json('POST', `${unitPath(tenant)}/staff`, { body }),
  inviteStaffAgain: (tenant: string, id: string): Promise<InvitedStaffView> =>
    json('POST', `${unitPath(tenant)}/staff/${id}/invitation`),
  askForReset: (tenant: string, id: string, body: AskForReset): Promise<void> =>
    send('POST', `${unitPath(tenant)}/staff/${id}/reset`, { body }),
  takeResetLink: (tenant: string, id: string): Promise<{ resetUrl: string | null }> =>
    json('POST', `${unitPath(tenant)}/approvals/${id}/reset-link`),
  changeStaff: (tenant: string, id: string, body: ChangeStaff): Promise<ChangedStaffView> =>
    json('PATCH', `${unitPath(tenant)}/staff/${id}`, { body }),
  readSuccession: (tenant: string, id: string, successor: string): Promise<SuccessionView> =>
    json('GET', `${unitPath(tenant)}/successions/${id}?successor=${successor}`),
  removeStaff: (tenant: string, id: string, successor: string | null): Promise<void> =>
    send('DELETE', `${unitPath(tenant)}/staff/${id}${successor ? `?successor=${successor}` : ''}`),
  readDuties: (tenant: string, signal?: AbortSignal): Promise<DutiesView> =>
    json('GET', `${unitPath(tenant)}/duties`, { signal }),
  foreseeAbsence: (
    tenant: string,
    id: string,
    body: SetAbsences['absences'][number],
    signal?: AbortSignal,
  ): Promise<ForeseenAbsenceView> =>
    json('POST', `${unitPath(tenant)}/duties/absences/${id}/foreseen`, { body, signal }),
  setAbsences: (tenant: string, id: string, body: SetAbsences): Promise<DutiesView> =>
    json('PUT', `${unitPath(tenant)}/duties/absences/${id}`, { body }),
  previewPublicStatistics: (tenant: string, signal?: AbortSignal): Promise<PublicStatisticsView> =>
    json('GET', `${unitPath(tenant)}/statistics/preview`, { signal }),
  readStatistics: (tenant: string, query: URLSearchParams, signal?: AbortSignal): Promise<StatisticsView> =>
    json('GET', `${unitPath(tenant)}/statistics?${query}`, { signal }),
  readMailbox: (tenant: string, cursor: string | null, signal?: AbortSignal): Promise<MailboxView> =>
    json('GET', `${unitPath(tenant)}/mailbox${pageAfter(cursor)}`, { signal }),
  readLog: (tenant: string, filter: LogFilter, cursor: string | null, signal?: AbortSignal): Promise<LogView> =>
    json('GET', `${unitPath(tenant)}/log?${askedOf({ ...filter, cursor: cursor ?? '' })}`, { signal }),
  /** Address of the log as a file. */
  addressOfLog: (tenant: string, filter: LogFilter, format: 'csv' | 'xlsx'): string =>
    address(`${unitPath(tenant)}/log/log.${format}?${askedOf(filter)}`),
  /** Follows the chain of the log for a moment; `null` begins with its first line. */
  verifyLog: (tenant: string, cursor: string | null): Promise<ChainView> =>
    json('POST', `${unitPath(tenant)}/log/verification`, { body: { cursor } }),
  /** Lets the service check a page of the office's site. */
  checkEmbed: (tenant: string, url: string): Promise<EmbedCheckView> =>
    json('POST', `${unitPath(tenant)}/embed/check`, { body: { url } }),
  listSightings: (tenant: string, signal?: AbortSignal): Promise<WidgetSightingsView> =>
    json('GET', `${unitPath(tenant)}/embed/sightings`, { signal }),
})

export type OfficeClient = ReturnType<typeof createOfficeClient>
