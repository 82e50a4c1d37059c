import type { AlertEvent, AlertList } from '../../service/contract/alerts.ts'
import { unitPath } from './paths.ts'
import type { Transport } from './transport.ts'
import type { AlertPreferences, AlertReading, OwnAlertPreferences } from './wire.ts'

export interface AlertsClient {
  list(tenant: string, signal?: AbortSignal): Promise<AlertList>
  /** Without asking anybody to sign in again: nobody waits for the answer. */
  look(tenant: string): Promise<AlertList>
  markRead(tenant: string, reading: AlertReading): Promise<void>
  readPreferences(tenant: string, signal?: AbortSignal): Promise<OwnAlertPreferences>
  setPreferences(tenant: string, preferences: AlertPreferences): Promise<OwnAlertPreferences>
  /** An open line. `onLost` is called when the service wants no more of it; a broken one mends itself. @returns closes it */
  listen(tenant: string, onEvent: (event: AlertEvent) => void, onLost: () => void): () => void
}

export function createAlertsClient({ json, send, address }: Transport): AlertsClient {
  const alerts = (tenant: string) => `${unitPath(tenant)}/alerts`
  return {
    list: (tenant, signal) => json('GET', alerts(tenant), { signal }),
    look: (tenant) => json('GET', alerts(tenant), { withoutSession: true }),
    markRead: (tenant, body) => send('POST', `${alerts(tenant)}/reading`, { body }),
    readPreferences: (tenant, signal) => json('GET', `${alerts(tenant)}/preferences`, { signal }),
    setPreferences: (tenant, body) => json('PUT', `${alerts(tenant)}/preferences`, { body }),
    listen(tenant, onEvent, onLost) {
      const line = new EventSource(address(`${alerts(tenant)}/events`), { withCredentials: true })
      line.addEventListener('alerts', ({ data }: MessageEvent<string>) => onEvent(JSON.parse(data)))
      line.addEventListener('error', () => {
        if (line.readyState === EventSource.CLOSED) onLost()
      })
      return () => line.close()
    },
  }
}
