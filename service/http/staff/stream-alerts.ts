import type { SSEStreamingApi } from 'hono/streaming'
import type { AlertEvent } from '../../contract/alerts.ts'
import { SECOND } from '../../shared/instant.ts'
import { type AlertStream, countMatters, type Listener, unreadOf } from '../../telling/alerts/alerts.ts'
import type { Office } from '../office.ts'

/** Proxies cut off a connection that is silent for a minute. */
const HEARTBEAT = 15 * SECOND

/** How soon a browser reconnects. */
const RETRY = 3 * SECOND

/**
 * Sends how much is unread, at once and whenever it changes, until the stream ends. Somebody who left the tenant, or
 * no longer sees a case, gets nothing more of it.
 */
export async function streamAlerts(
  ports: Office,
  { tenant, person }: Listener,
  line: AlertStream,
  stream: Pick<SSEStreamingApi, 'write' | 'writeSSE' | 'aborted'>,
  lastEventId: string | null,
): Promise<void> {
  let lastSent = lastEventId
  try {
    while (!line.isOver() && !stream.aborted) {
      const member = await ports.staff.findMember(tenant, person)
      if (!member) break
      const { version, alerts } = await unreadOf(ports, member)
      const id = `${version}.${alerts.length}`
      if (id === lastSent) await stream.write(': \n\n')
      else await stream.writeSSE({ event: 'alerts', id, retry: RETRY, data: JSON.stringify(eventOf(alerts)) })
      lastSent = id
      await line.wakeUp.wait(HEARTBEAT)
    }
  } catch (cause) {
    // The browser reconnects; it learns no more than that the stream broke.
    ports.log.error('alerts', cause)
  } finally {
    line.leave()
  }
}

function eventOf(unread: Awaited<ReturnType<typeof unreadOf>>['alerts']): AlertEvent {
  const [newest] = unread
  return {
    unread: countMatters(unread),
    newest: newest ? { id: newest.id, kind: newest.kind, number: newest.number, about: newest.about } : null,
    newCases: unread.filter(({ kind }) => kind === 'new_case').length,
  }
}
