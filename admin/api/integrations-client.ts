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
export function createIntegrationsClient({ json, send }: Transport) {
  const keys = (tenant: string) => `${unitPath(tenant)}/api-keys`
  const webhooks = (tenant: string) => `${unitPath(tenant)}/webhooks`
  return {
    listKeys: (tenant: string, signal?: AbortSignal): Promise<ApiKeyList> => json('GET', keys(tenant), { signal }),
    makeKey: (tenant: string, body: CreateApiKey): Promise<CreatedApiKey> => json('POST', keys(tenant), { body }),
    revokeKey: (tenant: string, id: string): Promise<ApiKeyList> => json('DELETE', `${keys(tenant)}/${id}`),
    listWebhooks: (tenant: string, signal?: AbortSignal): Promise<WebhookList> =>
      json('GET', webhooks(tenant), { signal }),
    addWebhook: (tenant: string, body: AddWebhook): Promise<AddedWebhook> => json('POST', webhooks(tenant), { body }),
    changeWebhook: (tenant: string, id: string, body: ChangeWebhook): Promise<WebhookList> =>
      json('PUT', `${webhooks(tenant)}/${id}`, { body }),
    removeWebhook: (tenant: string, id: string): Promise<WebhookList> => json('DELETE', `${webhooks(tenant)}/${id}`),
    renewSecret: (tenant: string, id: string): Promise<RenewedSecret> =>
      json('POST', `${webhooks(tenant)}/${id}/secret`),
    sendSample: (tenant: string, id: string): Promise<void> => send('POST', `${webhooks(tenant)}/${id}/sample`),
    readWebhookLog: (tenant: string, id: string, signal?: AbortSignal): Promise<WebhookLog> =>
      json('GET', `${webhooks(tenant)}/${id}/deliveries`, { signal }),
    /** @param message the id that it bears */
    sendWebhookAgain: (tenant: string, id: string, message: string): Promise<void> =>
      send('POST', `${webhooks(tenant)}/${id}/deliveries/${message}/sending`),
  }
}
