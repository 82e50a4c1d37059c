import type { ApiKeyList, CreateApiKey, CreatedApiKey } from '../../service/contract/api-keys.ts'
import type { Transport } from './transport.ts'

/** Links between the unit and other systems. */
export interface IntegrationsClient {
  listKeys(tenant: string, signal?: AbortSignal): Promise<ApiKeyList>
  makeKey(tenant: string, asked: CreateApiKey): Promise<CreatedApiKey>
  revokeKey(tenant: string, id: string): Promise<ApiKeyList>
}

export function createIntegrationsClient({ json }: Transport): IntegrationsClient {
  const keys = (tenant: string) => `/tenants/${encodeURIComponent(tenant)}/api-keys`
  return {
    listKeys: (tenant, signal) => json('GET', keys(tenant), signal ? { signal } : {}),
    makeKey: (tenant, body) => json('POST', keys(tenant), { body }),
    revokeKey: (tenant, id) => json('DELETE', `${keys(tenant)}/${id}`),
  }
}
