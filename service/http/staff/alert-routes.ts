import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import { mayOn, sees } from '../../case/access/case-access.ts'
import { type CoverPorts, listAs } from '../../case/access/cover-for.ts'
import { redactComplaint } from '../../case/covering.ts'
import {
  type AlertPreferencesView,
  alertEvent,
  alertList,
  alertPreferences,
  alertPreferencesView,
  alertReading,
} from '../../contract/alerts.ts'
import { isMandatory, kindsFor } from '../../offices/inbox/alert-preferences.ts'
import { type Alert, type Inbox, isUnread, preferencesOf } from '../../offices/inbox/inbox.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import type { Language } from '../../offices/vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import { alertsOf, countMatters, markRead, setPreferences } from '../../telling/alerts/alerts.ts'
import { explainHealth } from '../../telling/notices/configure-accounts.ts'
import type { AppEnv } from '../app-env.ts'
import { answers, cookie, jsonBody, newApi, refusals, route, tenantParam } from '../openapi.ts'
import { type AlertRoutePorts, streamAlerts } from './stream-alerts.ts'

const list = route.get('/alerts', {
  summary: 'What one was told of: kind, number and the subject, where one may read it',
  security: cookie,
  request: { params: tenantParam },
  responses: answers(200, alertList, 'The newest first'),
})
const read = route.post('/alerts/reading', {
  summary: 'Say which alerts one has read',
  security: cookie,
  request: { params: tenantParam, ...jsonBody(alertReading) },
  responses: { 204: { description: 'Noted; what is unknown is passed over' }, ...refusals },
})
const events = route.get('/alerts/events', {
  summary: 'An open line that tells how much is unread, whenever that changes',
  description:
    'Server-sent events named `alerts`. The present state comes at once, unless `Last-Event-ID` names it. The line ends with the session.',
  security: cookie,
  request: { params: tenantParam, headers: z.object({ 'last-event-id': z.string().max(100).optional() }) },
  responses: {
    200: { description: 'A line', content: { 'text/event-stream': { schema: alertEvent } } },
    ...refusals,
  },
})

const preferences = route.get('/alerts/preferences', {
  summary: 'How one is told by e-mail',
  security: cookie,
  request: { params: tenantParam },
  responses: answers(200, alertPreferencesView, 'One’s own preferences in this unit'),
})
const prefer = route.put('/alerts/preferences', {
  summary: 'Set how one is told by e-mail',
  security: cookie,
  request: { params: tenantParam, ...jsonBody(alertPreferences) },
  responses: answers(200, alertPreferencesView, 'As they are now'),
})

const viewOf = ({ id, kind, number, about, at, times, readAt }: Alert) => ({
  id,
  kind,
  number,
  ...(about && { about }),
  at,
  times,
  read: readAt !== null,
})

/** More cases than these are listed without their subjects. */
const MOST_SUBJECTS = 50

/** The subjects as this person may read them, without what staff took out; mails and the open line name none. */
async function subjectsOf(
  ports: AlertRoutePorts & CoverPorts,
  staff: StaffMember,
  alerts: readonly Alert[],
  language: Language,
): Promise<ReadonlyMap<string, string>> {
  const numbers = [...new Set(alerts.flatMap(({ number }) => number ?? []))].slice(0, MOST_SUBJECTS)
  const opened = await ports.complaints.several(staff.tenant, numbers)
  const read = opened.filter((one) => sees(staff, one) && mayOn(staff, 'cases.read', one))
  return new Map(
    (
      await listAs(
        ports,
        staff,
        read.map((one) => redactComplaint(one, language)),
        language,
      )
    ).map(({ id, dossier }) => [id, dossier.subject]),
  )
}

function preferencesView(c: Context<AppEnv>, inbox: Inbox): AlertPreferencesView {
  const { lastMail } = inbox
  const { language, ways, digestAt, quiet } = preferencesOf(inbox)
  const explanation = lastMail?.reason ? explainHealth('email', lastMail.reason, c.get('language')) : null
  return {
    ...{ language, ways, digestAt, quiet },
    email: c.get('signedIn').account.email,
    kinds: kindsFor(c.get('staff')),
    mustHear: isMandatory(c.get('staff')),
    lastMail: lastMail && { at: lastMail.at, sent: lastMail.reason === null, explanation },
  }
}

export function alertRoutes(ports: AlertRoutePorts & CoverPorts) {
  const api = newApi()
  api.openapi(list, async (c) => {
    const staff = c.get('staff')
    const alerts = await alertsOf(ports, staff)
    const subjects = await subjectsOf(ports, staff, alerts, c.get('language'))
    const items = alerts.map((alert) => ({ ...viewOf(alert), subject: subjects.get(alert.number ?? '') ?? null }))
    return c.json({ items, unread: countMatters(alerts.filter(isUnread)) }, 200)
  })
  api.openapi(read, async (c) => {
    const reading = c.req.valid('json')
    await markRead(ports, c.get('staff'), 'ids' in reading ? reading : { until: reading.until as Instant })
    return c.body(null, 204)
  })
  api.openapi(preferences, async (c) => {
    const { tenant, id } = c.get('staff')
    return c.json(preferencesView(c, await ports.inboxes.read(tenant, id)), 200)
  })
  api.openapi(prefer, async (c) =>
    c.json(preferencesView(c, await setPreferences(ports, c.get('staff'), c.req.valid('json'))), 200),
  )
  api.openapi(events, (c) => {
    const { tenant, id: person } = c.get('staff')
    const listener = { tenant, person, session: c.get('signedIn').session.id }
    const ends = new AbortController()
    const line = ports.live.connect(listener, () => ends.abort())
    if (!line) throw new Refusal('too-many', 'alerts/too-many-lines')
    // A proxy that buffers the answer would hold it back for ever.
    c.header('X-Accel-Buffering', 'no')
    const streamed = streamSSE(c, async (stream) => {
      stream.onAbort(line.leave)
      ends.signal.addEventListener('abort', () => stream.abort())
      await streamAlerts(ports, listener, line, stream, c.req.valid('header')['last-event-id'] ?? null)
    })
    // Nothing comes after it, and a kept connection would delay the end of the service.
    streamed.headers.set('Connection', 'close')
    return streamed
  })
  return api
}
