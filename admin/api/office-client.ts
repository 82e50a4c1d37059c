import type { DutiesView } from '../../service/contract/duties.ts'
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

/** A unit itself: its settings, staff, statistics, mailbox and log. */
export interface OfficeClient {
  readUnit(tenant: string, signal?: AbortSignal): Promise<WholeTenantView>
  readSettings(tenant: string, signal?: AbortSignal): Promise<TenantSettingsView>
  /** Who changed which setting, newest first. */
  listSettingsChanges(tenant: string, cursor: string | null, signal?: AbortSignal): Promise<SettingsHistoryView>
  writeSettings(tenant: string, settings: TenantSettingsView): Promise<TenantSettingsView>
  previewCalendar(tenant: string, calendar: Pick<TenantSettingsView, 'timeZone' | 'calendar'>): Promise<CalendarPreview>
  readHolidays(tenant: string, file: { readonly text: string }): Promise<ReadHolidaysView>
  listStaff(tenant: string, signal?: AbortSignal): Promise<StaffList>
  readRoles(tenant: string, signal?: AbortSignal): Promise<RolesView>
  weighUnitRole(tenant: string, request: WeighUnitRole): Promise<UnitRoleWeight>
  /** Makes a new one where `id` is `null`. */
  writeUnitRole(tenant: string, id: string | null, request: WriteUnitRole): Promise<RolesView>
  removeUnitRole(tenant: string, id: string): Promise<RolesView>
  inviteStaff(tenant: string, request: InviteStaff): Promise<InvitedStaffView>
  inviteStaffAgain(tenant: string, id: string): Promise<InvitedStaffView>
  askForReset(tenant: string, id: string, request: AskForReset): Promise<void>
  takeResetLink(tenant: string, approval: string): Promise<{ resetUrl: string | null }>
  changeStaff(tenant: string, id: string, request: ChangeStaff): Promise<ChangedStaffView>
  readSuccession(tenant: string, id: string, successor: string): Promise<SuccessionView>
  removeStaff(tenant: string, id: string, successor: string | null): Promise<void>
  readDuties(tenant: string, signal?: AbortSignal): Promise<DutiesView>
  setAbsences(tenant: string, id: string, request: SetAbsences): Promise<DutiesView>
  previewPublicStatistics(tenant: string, signal?: AbortSignal): Promise<PublicStatisticsView>
  readStatistics(tenant: string, query: URLSearchParams, signal?: AbortSignal): Promise<StatisticsView>
  readMailbox(tenant: string, cursor: string | null, signal?: AbortSignal): Promise<MailboxView>
  readLog(tenant: string, filter: LogFilter, cursor: string | null, signal?: AbortSignal): Promise<LogView>
  /** Address of the log as a file. */
  addressOfLog(tenant: string, filter: LogFilter, format: 'csv' | 'xlsx'): string
  /** Follows the chain of the log for a moment; `null` begins with its first line. */
  verifyLog(tenant: string, cursor: string | null, signal?: AbortSignal): Promise<ChainView>
  /** Lets the service check a page of the office's site. */
  checkEmbed(tenant: string, url: string): Promise<EmbedCheckView>
  listSightings(tenant: string, signal?: AbortSignal): Promise<WidgetSightingsView>
}

const askedOf = (asked: Readonly<Record<string, string>>): URLSearchParams =>
  new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''))

export const createOfficeClient = ({ json, send, address }: Transport): OfficeClient => ({
  readUnit: (tenant, signal) => json('GET', unitPath(tenant), { signal }),
  readSettings: (tenant, signal) => json('GET', `${unitPath(tenant)}/settings`, { signal }),
  listSettingsChanges: (tenant, cursor, signal) =>
    json('GET', `${unitPath(tenant)}/settings/history${pageAfter(cursor)}`, { signal }),
  writeSettings: (tenant, body) => json('PUT', `${unitPath(tenant)}/settings`, { body }),
  previewCalendar: (tenant, body) => json('POST', `${unitPath(tenant)}/settings/calendar/preview`, { body }),
  readHolidays: (tenant, body) => json('POST', `${unitPath(tenant)}/settings/calendar/holidays`, { body }),
  listStaff: (tenant, signal) => json('GET', `${unitPath(tenant)}/staff`, { signal }),
  readRoles: (tenant, signal) => json('GET', `${unitPath(tenant)}/staff/roles`, { signal }),
  weighUnitRole: (tenant, body) => json('POST', `${unitPath(tenant)}/unit-role-weights`, { body }),
  writeUnitRole: (tenant, id, body) =>
    id === null
      ? json('POST', `${unitPath(tenant)}/unit-roles`, { body })
      : json('PUT', `${unitPath(tenant)}/unit-roles/${id}`, { body }),
  removeUnitRole: (tenant, id) => json('DELETE', `${unitPath(tenant)}/unit-roles/${id}`),
  inviteStaff: (tenant, body) => json('POST', `${unitPath(tenant)}/staff`, { body }),
  inviteStaffAgain: (tenant, id) => json('POST', `${unitPath(tenant)}/staff/${id}/invitation`),
  askForReset: (tenant, id, body) => send('POST', `${unitPath(tenant)}/staff/${id}/reset`, { body }),
  takeResetLink: (tenant, id) => json('POST', `${unitPath(tenant)}/approvals/${id}/reset-link`),
  changeStaff: (tenant, id, body) => json('PATCH', `${unitPath(tenant)}/staff/${id}`, { body }),
  readSuccession: (tenant, id, successor) =>
    json('GET', `${unitPath(tenant)}/successions/${id}?successor=${successor}`),
  removeStaff: (tenant, id, successor) =>
    send('DELETE', `${unitPath(tenant)}/staff/${id}${successor ? `?successor=${successor}` : ''}`),
  readDuties: (tenant, signal) => json('GET', `${unitPath(tenant)}/duties`, { signal }),
  setAbsences: (tenant, id, body) => json('PUT', `${unitPath(tenant)}/duties/absences/${id}`, { body }),
  previewPublicStatistics: (tenant, signal) => json('GET', `${unitPath(tenant)}/statistics/preview`, { signal }),
  readStatistics: (tenant, query, signal) => json('GET', `${unitPath(tenant)}/statistics?${query}`, { signal }),
  readMailbox: (tenant, cursor, signal) => json('GET', `${unitPath(tenant)}/mailbox${pageAfter(cursor)}`, { signal }),
  readLog: (tenant, filter, cursor, signal) =>
    json('GET', `${unitPath(tenant)}/log?${askedOf({ ...filter, cursor: cursor ?? '' })}`, { signal }),
  addressOfLog: (tenant, filter, format) => address(`${unitPath(tenant)}/log/log.${format}?${askedOf(filter)}`),
  verifyLog: (tenant, cursor, signal) =>
    json('POST', `${unitPath(tenant)}/log/verification`, { body: { cursor }, signal }),
  checkEmbed: (tenant, url) => json('POST', `${unitPath(tenant)}/embed/check`, { body: { url } }),
  listSightings: (tenant, signal) => json('GET', `${unitPath(tenant)}/embed/sightings`, { signal }),
})
