import type { AlertEvent, AlertList } from '../../service/contract/alerts.ts'
import { unitPath } from './paths.ts'
import type { Transport } from './transport.ts'
import type { AlertPreferences, AlertReading, OwnAlertPreferences } from './wire.ts'

export function createAlertsClient({ json, send, address }: Transport) {
  const alerts = (tenant: string) => `${unitPath(tenant)}/alerts`
  return {
    list: (tenant: string, signal?: AbortSignal): Promise<AlertList> => json('GET', alerts(tenant), { signal }),
    /** Without asking anybody to sign in again: nobody waits for the answer. */
    look: (tenant: string): Promise<AlertList> => json('GET', alerts(tenant), { withoutSession: true }),
    markRead: (tenant: string, body: AlertReading): Promise<void> =>
      send('POST', `${alerts(tenant)}/reading`, { body }),
    readPreferences: (tenant: string, signal?: AbortSignal): Promise<OwnAlertPreferences> =>
      json('GET', `${alerts(tenant)}/preferences`, { signal }),
    setPreferences: (tenant: string, body: AlertPreferences): Promise<OwnAlertPreferences> =>
      json('PUT', `${alerts(tenant)}/preferences`, { body }),
    /** An open line. `onLost` is called when the service wants no more of it; a broken one mends itself. @returns closes it */
    listen(tenant: string, onEvent: (event: AlertEvent) => void, onLost: () => void): () => void {
      const line = new EventSource(address(`${alerts(tenant)}/events`), { withCredentials: true })
      line.addEventListener('alerts', ({ data }: MessageEvent<string>) => onEvent(JSON.parse(data)))
      line.addEventListener('error', () => {
        if (line.readyState === EventSource.CLOSED) onLost()
      })
      return () => line.close()
    },
  }
}

export type AlertsClient = ReturnType<typeof createAlertsClient>
