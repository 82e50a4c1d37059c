import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import { mayOn, sees } from '../../case/access/case-access.ts'
import { listAs } from '../../case/access/cover-for.ts'
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
import type { Office } from '../office.ts'
import { json, nothing, op, response } from '../operation.ts'
import { streamAlerts } from './stream-alerts.ts'

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
  ports: Office,
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

export const alertOperations = [
  op('GET /alerts', {
    summary: 'What one was told of: kind, number and the subject, where one may read it',
    may: 'session',
    answer: json(alertList, 'The newest first'),
    does: async ({ office, staff, language }) => {
      const alerts = await alertsOf(office, staff)
      const subjects = await subjectsOf(office, staff, alerts, language)
      const items = alerts.map((alert) => ({ ...viewOf(alert), subject: subjects.get(alert.number ?? '') ?? null }))
      return { items, unread: countMatters(alerts.filter(isUnread)) }
    },
  }),
  op('POST /alerts/reading', {
    summary: 'Say which alerts one has read',
    may: 'session',
    body: alertReading,
    answer: nothing('Noted; what is unknown is passed over'),
    does: async ({ office, staff, body }) => {
      await markRead(office, staff, 'ids' in body ? body : { until: body.until as Instant })
    },
  }),
  op('GET /alerts/preferences', {
    summary: 'How one is told by e-mail',
    may: 'session',
    answer: json(alertPreferencesView, 'One’s own preferences in this unit'),
    does: async ({ office, staff, c }) => {
      const { tenant, id } = staff
      return preferencesView(c, await office.inboxes.read(tenant, id))
    },
  }),
  op('PUT /alerts/preferences', {
    summary: 'Set how one is told by e-mail',
    may: 'session',
    body: alertPreferences,
    answer: json(alertPreferencesView, 'As they are now'),
    does: async ({ office, staff, body, c }) => preferencesView(c, await setPreferences(office, staff, body)),
  }),
  op('GET /alerts/events', {
    summary: 'An open line that tells how much is unread, whenever that changes',
    description:
      'Server-sent events named `alerts`. The present state comes at once, unless `Last-Event-ID` names it. The line ends with the session.',
    may: 'session',
    headers: z.object({ 'last-event-id': z.string().max(100).optional() }),
    answer: response({ 200: { description: 'A line', content: { 'text/event-stream': { schema: alertEvent } } } }),
    does: ({ office, staff, signedIn, headers, c }) => {
      const { tenant, id: person } = staff
      const listener = { tenant, person, session: signedIn.session.id }
      const ends = new AbortController()
      const line = office.live.connect(listener, () => ends.abort())
      if (!line) throw new Refusal('too-many', 'alerts/too-many-lines')
      // A proxy that buffers the answer would hold it back for ever.
      c.header('X-Accel-Buffering', 'no')
      const streamed = streamSSE(c, async (stream) => {
        stream.onAbort(line.leave)
        ends.signal.addEventListener('abort', () => stream.abort())
        await streamAlerts(office, listener, line, stream, headers['last-event-id'] ?? null)
      })
      // Nothing comes after it, and a kept connection would delay the end of the service.
      streamed.headers.set('Connection', 'close')
      return streamed
    },
  }),
]
