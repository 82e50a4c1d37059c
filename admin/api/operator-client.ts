import { unitPath } from './paths.ts'
import type { Transport } from './transport.ts'
import type { CloseTenant, KeyList, OpenedTenant, OpenTenant, TenantList, UnitKeys, WidgetVersionList } from './wire.ts'

/** The operator: units, keys and versions of the widget. */
export const createOperatorClient = ({ json }: Transport) => ({
  listUnits: (signal?: AbortSignal): Promise<TenantList> => json('GET', '/operator/tenants', { signal }),
  openUnit: (body: OpenTenant): Promise<OpenedTenant> => json('POST', '/operator/tenants', { body }),
  closeUnit: (tenant: string, body: CloseTenant): Promise<TenantList> =>
    json('POST', `/operator${unitPath(tenant)}/closing`, { body }),
  keepUnitOpen: (tenant: string): Promise<TenantList> => json('DELETE', `/operator${unitPath(tenant)}/closing`),
  /** Brings what the new place signed: from then on everybody is led there. */
  confirmMove: (tenant: string, confirmation: string): Promise<unknown> =>
    json('POST', `/operator${unitPath(tenant)}/departure`, { body: { confirmation } }),
  /** Another operator allows that the moved unit is deleted here. */
  allowDeletion: (tenant: string): Promise<unknown> => json('POST', `/operator${unitPath(tenant)}/departure/deletion`),
  /** Says that a unit is the office that it says it is; `null` takes that back. */
  vouchFor: (tenant: string, word: { readonly by: string; readonly basis: string } | null): Promise<TenantList> =>
    json('PUT', `/operator${unitPath(tenant)}/vouching`, { body: { word } }),
  listKeys: (signal?: AbortSignal): Promise<KeyList> => json('GET', '/operator/keys', { signal }),
  rotateUnitKey: (tenant: string): Promise<UnitKeys> =>
    json('POST', `/operator/keys/units/${encodeURIComponent(tenant)}/rotation`),
  rotateMasterKey: (): Promise<KeyList['master']> => json('POST', '/operator/keys/master/rotation'),
  listWidgetVersions: (signal?: AbortSignal): Promise<WidgetVersionList> =>
    json('GET', '/operator/widget-versions', { signal }),
  withdrawWidgetVersion: (version: string, reason: string): Promise<WidgetVersionList> =>
    json('POST', `/operator/widget-versions/${version}/withdrawal`, { body: { reason } }),
  allowWidgetVersion: (version: string): Promise<WidgetVersionList> =>
    json('POST', `/operator/widget-versions/${version}/return`),
})

export type OperatorClient = ReturnType<typeof createOperatorClient>
