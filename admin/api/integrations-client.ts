import type { ApiKeyList, CreateApiKey, CreatedApiKey } from '../../service/contract/api-keys.ts'
import type {
  AddedWebhook,
  AddWebhook,
  ChangeWebhook,
  RenewedSecret,
  WebhookList,
  WebhookLog,
} from '../../service/contract/webhooks.ts'
import { unitPath } from './paths.ts'
import type { Transport } from './transport.ts'

/** Links between the unit and other systems. */
export interface IntegrationsClient {
  listKeys(tenant: string, signal?: AbortSignal): Promise<ApiKeyList>
  makeKey(tenant: string, asked: CreateApiKey): Promise<CreatedApiKey>
  revokeKey(tenant: string, id: string): Promise<ApiKeyList>
  listWebhooks(tenant: string, signal?: AbortSignal): Promise<WebhookList>
  addWebhook(tenant: string, asked: AddWebhook): Promise<AddedWebhook>
  changeWebhook(tenant: string, id: string, asked: ChangeWebhook): Promise<WebhookList>
  removeWebhook(tenant: string, id: string): Promise<WebhookList>
  renewSecret(tenant: string, id: string): Promise<RenewedSecret>
  sendSample(tenant: string, id: string): Promise<void>
  readWebhookLog(tenant: string, id: string, signal?: AbortSignal): Promise<WebhookLog>
  /** @param message the id that it bears */
  sendWebhookAgain(tenant: string, id: string, message: string): Promise<void>
}

export function createIntegrationsClient({ json, send }: Transport): IntegrationsClient {
  const keys = (tenant: string) => `${unitPath(tenant)}/api-keys`
  const webhooks = (tenant: string) => `${unitPath(tenant)}/webhooks`
  return {
    listKeys: (tenant, signal) => json('GET', keys(tenant), { signal }),
    makeKey: (tenant, body) => json('POST', keys(tenant), { body }),
    revokeKey: (tenant, id) => json('DELETE', `${keys(tenant)}/${id}`),
    listWebhooks: (tenant, signal) => json('GET', webhooks(tenant), { signal }),
    addWebhook: (tenant, body) => json('POST', webhooks(tenant), { body }),
    changeWebhook: (tenant, id, body) => json('PUT', `${webhooks(tenant)}/${id}`, { body }),
    removeWebhook: (tenant, id) => json('DELETE', `${webhooks(tenant)}/${id}`),
    renewSecret: (tenant, id) => json('POST', `${webhooks(tenant)}/${id}/secret`),
    sendSample: (tenant, id) => send('POST', `${webhooks(tenant)}/${id}/sample`),
    readWebhookLog: (tenant, id, signal) => json('GET', `${webhooks(tenant)}/${id}/deliveries`, { signal }),
    sendWebhookAgain: (tenant, id, message) => send('POST', `${webhooks(tenant)}/${id}/deliveries/${message}/sending`),
  }
}
