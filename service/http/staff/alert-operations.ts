import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import { mayOn, reads } from '../../case/access/case-access.ts'
import { listAs } from '../../case/access/cover-for.ts'
import { redactComplaint } from '../../case/covering.ts'
import { caseView as caseSchema } from '../../contract/case-view.ts'
import { ownAnnouncements } from '../../contract/installation.ts'
import * as messagesWire from '../../contract/messages.ts'
import { carers, countWaiting, listUndelivered, settleUndelivered } from '../../desk/messages.ts'
import { announcementsFor, putAnnouncementAway } from '../../offices/announcements/announcements.ts'
import { isDown, isPaused } from '../../offices/channels/notice-channel.ts'
import { isMandatory, kindsFor } from '../../offices/inbox/alert-preferences.ts'
import { type Alert, type Inbox, isUnread, preferencesOf } from '../../offices/inbox/inbox.ts'
import { requirePermission, type StaffMember } from '../../offices/staff/permissions.ts'
import type { SignedIn } from '../../offices/staff/sessions.ts'
import type { Language } from '../../offices/vocabulary.ts'
import { type Instant, SECOND } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import {
  type AlertStream,
  alertsOf,
  countMatters,
  type Listener,
  markRead,
  setPreferences,
  unreadOf,
} from '../../telling/alerts/alerts.ts'
import { adviceFor, adviceForKept, explainHealth } from '../../telling/notices/configure-accounts.ts'
import type { AppEnv } from '../app-env.ts'
import type { ApiOffice } from '../office.ts'
import { json, nothing, op, response } from '../operation.ts'
import { noticeViews } from '../views/case-view.ts'
import { showCase, viewContextOf } from '../views/show-case.ts'

/** Proxies cut off a connection that is silent for a minute. */
const HEARTBEAT = 15 * SECOND

/** How soon a browser reconnects. */
const RETRY = 3 * SECOND

/**
 * Sends how much is unread, at once and whenever it changes, until the stream ends. Somebody who left the tenant, or
 * no longer sees a case, gets nothing more of it.
 */
export async function streamAlerts(
  ports: ApiOffice,
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

function eventOf(unread: Awaited<ReturnType<typeof unreadOf>>['alerts']): messagesWire.AlertEvent {
  const [newest] = unread
  return {
    unread: countMatters(unread),
    newest: newest ? { id: newest.id, kind: newest.kind, number: newest.number, about: newest.about } : null,
    newCases: unread.filter(({ kind }) => kind === 'new_case').length,
  }
}

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
  ports: ApiOffice,
  staff: StaffMember,
  alerts: readonly Alert[],
  language: Language,
): Promise<ReadonlyMap<string, string>> {
  const numbers = [...new Set(alerts.flatMap(({ number }) => number ?? []))].slice(0, MOST_SUBJECTS)
  const opened = await ports.complaints.several(staff.tenant, numbers)
  const read = opened.filter((one) => reads(staff, one))
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

function preferencesView(c: Context<AppEnv>, inbox: Inbox): messagesWire.AlertPreferencesView {
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
    answer: json(messagesWire.alertList, 'The newest first'),
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
    body: messagesWire.alertReading,
    answer: nothing('Noted; what is unknown is passed over'),
    does: ({ office, staff, body }) => markRead(office, staff, 'ids' in body ? body : { until: body.until as Instant }),
  }),
  op('GET /alerts/preferences', {
    summary: 'How one is told by e-mail',
    may: 'session',
    answer: json(messagesWire.alertPreferencesView, 'One’s own preferences in this unit'),
    does: async ({ office, staff, c }) => {
      const { tenant, id } = staff
      return preferencesView(c, await office.inboxes.read(tenant, id))
    },
  }),
  op('PUT /alerts/preferences', {
    summary: 'Set how one is told by e-mail',
    may: 'session',
    body: messagesWire.alertPreferences,
    answer: json(messagesWire.alertPreferencesView, 'As they are now'),
    does: async ({ office, staff, body, c }) => preferencesView(c, await setPreferences(office, staff, body)),
  }),
  op('GET /alerts/events', {
    summary: 'An open line that tells how much is unread, whenever that changes',
    description:
      'Server-sent events named `alerts`. The present state comes at once, unless `Last-Event-ID` names it. The line ends with the session.',
    may: 'session',
    headers: z.object({ 'last-event-id': z.string().max(100).optional() }),
    answer: response({
      200: { description: 'A line', content: { 'text/event-stream': { schema: messagesWire.alertEvent } } },
    }),
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

async function shownTo(office: ApiOffice, signedIn: SignedIn) {
  const found = await announcementsFor(office, signedIn)
  return { items: found.map(({ id, text, level, until }) => ({ id, text, level, until })) }
}

export const announcementOperations = [
  op('GET /account/announcements', {
    summary: 'What who runs the service announces to oneself now',
    may: 'session',
    answer: json(ownAnnouncements, 'The gravest first, without those that one put away'),
    does: ({ office, signedIn }) => shownTo(office, signedIn),
  }),
  op('POST /account/announcements/{id}/dismissal', {
    summary: 'Put an announcement away, for oneself',
    may: 'session',
    params: { id: z.string().max(60) },
    answer: json(ownAnnouncements, 'Those that are left'),
    does: async ({ office, signedIn, params }) => {
      const account = await putAnnouncementAway(office, signedIn, params.id)
      return shownTo(office, { ...signedIn, account })
    },
  }),
]

const PAGE = 30

export const noticeOperations = [
  op('GET /undelivered-notices', {
    summary: 'Cases whose reporter did not get a notice by any channel',
    may: ['cases.read'],
    query: z.object({ cursor: z.string().max(1_000).optional() }),
    answer: json(messagesWire.undeliveredList, 'A page, the oldest first'),
    does: async ({ office, staff, language, query, c }) => {
      const paging = { limit: PAGE, after: query.cursor }
      const { items, nextCursor } = await listUndelivered(office, staff, paging)
      const context = await viewContextOf(c, office)
      const read = await listAs(office, staff, items, language)
      const seen = read.map((complaint) => ({
        number: complaint.id,
        subject: complaint.dossier.subject,
        notices: noticeViews(complaint, staff, context).filter(({ state }) => state === 'failed'),
        maySettle: reads(staff, complaint) && carers.some((permission) => mayOn(staff, permission, complaint)),
      }))
      return { items: seen, nextCursor }
    },
  }),
  op('GET /channels', {
    summary: 'The channels on which notices leave, and which of them are down',
    may: ['cases.read'],
    answer: json(messagesWire.channelList, 'Each channel that this service has'),
    does: async ({ office, staff, language }) => {
      requirePermission(staff, 'cases.read')
      const items = office.deliverer
        .channels(staff.tenant)
        .map(async ({ channel, queue, reportsDelivery, keepsHere, health }) => {
          const down = isDown(health) || isPaused(health, office.now())
          const why = down ? health.why : null
          return {
            channel,
            reportsDelivery,
            keepsHere,
            down,
            explanation: why && explainHealth(channel, why, language),
            advice: why && adviceFor(why, language),
            since: down ? health.failingSince : null,
            nextTryAt: down ? health.restsUntil : null,
            waiting: down ? await countWaiting(office, staff, queue) : 0,
            ...(keepsHere ? adviceForKept(language) : {}),
          }
        })
      return { items: await Promise.all(items) }
    },
  }),
  op('POST /cases/{number}/notices/retry', {
    summary: 'Have the undelivered notices of a case tried anew',
    may: carers,
    answer: json(caseSchema, 'The case as it stands now'),
    does: async ({ office, staff, params, c }) =>
      showCase(office, c, await settleUndelivered(office, staff, { ...params, how: 'retry' })),
  }),
  op('POST /cases/{number}/notices/set-aside', {
    summary: 'Leave the undelivered notices of a case to the reporter’s page',
    may: carers,
    answer: json(caseSchema, 'The case as it stands now'),
    does: async ({ office, staff, params, c }) =>
      showCase(office, c, await settleUndelivered(office, staff, { ...params, how: 'set-aside' })),
  }),
]
