import { unitPath } from './paths.ts'
import type { Transport } from './transport.ts'
import type { CloseTenant, KeyList, OpenedTenant, OpenTenant, TenantList, UnitKeys, WidgetVersionList } from './wire.ts'

/** The operator: units, keys and versions of the widget. */
export interface OperatorClient {
  listUnits(signal?: AbortSignal): Promise<TenantList>
  openUnit(request: OpenTenant): Promise<OpenedTenant>
  closeUnit(tenant: string, request: CloseTenant): Promise<TenantList>
  keepUnitOpen(tenant: string): Promise<TenantList>
  /** Brings what the new place signed: from then on everybody is led there. */
  confirmMove(tenant: string, confirmation: string): Promise<unknown>
  /** Another operator allows that the moved unit is deleted here. */
  allowDeletion(tenant: string): Promise<unknown>
  /** Says that a unit is the office that it says it is; `null` takes that back. */
  vouchFor(tenant: string, word: { readonly by: string; readonly basis: string } | null): Promise<TenantList>
  listKeys(signal?: AbortSignal): Promise<KeyList>
  rotateUnitKey(tenant: string): Promise<UnitKeys>
  rotateMasterKey(): Promise<KeyList['master']>
  listWidgetVersions(signal?: AbortSignal): Promise<WidgetVersionList>
  withdrawWidgetVersion(version: string, reason: string): Promise<WidgetVersionList>
  allowWidgetVersion(version: string): Promise<WidgetVersionList>
}

export const createOperatorClient = ({ json }: Transport): OperatorClient => ({
  listUnits: (signal) => json('GET', '/operator/tenants', { signal }),
  openUnit: (body) => json('POST', '/operator/tenants', { body }),
  closeUnit: (tenant, body) => json('POST', `/operator${unitPath(tenant)}/closing`, { body }),
  keepUnitOpen: (tenant) => json('DELETE', `/operator${unitPath(tenant)}/closing`),
  confirmMove: (tenant, confirmation) =>
    json('POST', `/operator${unitPath(tenant)}/departure`, { body: { confirmation } }),
  allowDeletion: (tenant) => json('POST', `/operator${unitPath(tenant)}/departure/deletion`),
  vouchFor: (tenant, word) => json('PUT', `/operator${unitPath(tenant)}/vouching`, { body: { word } }),
  listKeys: (signal) => json('GET', '/operator/keys', { signal }),
  rotateUnitKey: (tenant) => json('POST', `/operator/keys/units/${encodeURIComponent(tenant)}/rotation`),
  rotateMasterKey: () => json('POST', '/operator/keys/master/rotation'),
  listWidgetVersions: (signal) => json('GET', '/operator/widget-versions', { signal }),
  withdrawWidgetVersion: (version, reason) =>
    json('POST', `/operator/widget-versions/${version}/withdrawal`, { body: { reason } }),
  allowWidgetVersion: (version) => json('POST', `/operator/widget-versions/${version}/return`),
})
