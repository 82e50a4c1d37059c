import { sees } from '../../case/access/case-access.ts'
import type { Office } from '../../case/office/office.ts'
import { openStatuses } from '../../case/store/complaint-tallies.ts'
import type { CaseInWork } from '../../case/store/first-notices.ts'
import { type AlertPreferences, mailDueAt, preferenceProblems } from '../../offices/inbox/alert-preferences.ts'
import {
  type Alert,
  applyPreferences,
  type Inbox,
  type InboxStore,
  isUnread,
  markAlertsRead,
  type Reading,
  stillKept,
} from '../../offices/inbox/inbox.ts'
import type { AlertKind } from '../../offices/notice-vocabulary.ts'
import type { Session } from '../../offices/staff/account.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import { isIdle } from '../../offices/staff/sessions.ts'
import { type Clock, type Instant, plusMilliseconds, SECOND } from '../../shared/instant.ts'
import type { CallOutside } from '../../shared/outbound.ts'
import { isOneOf } from '../../shared/records.ts'
import { Refusal } from '../../shared/refusal.ts'
import { createWakeUp, repeat, type WakeUp } from '../../shared/repeat.ts'
import type { Collection } from '../../storage/collection.ts'
import { PLATFORM, type StaffId, type TenantId } from '../../storage/place.ts'
import type { WebhookStore } from '../webhooks/webhook.ts'

type Test = (one: CaseInWork, alert: Pick<Alert, 'at'>, staff: Pick<StaffMember, 'id' | 'standsInFor'>) => boolean

const isOpen = ({ status }: CaseInWork): boolean => isOneOf(openStatuses, status)

/** The office answered, or decided, after the alert: whatever was asked of it before is done. */
const isDecidedSince: Test = ({ decidedAt, status }, { at }) =>
  decidedAt !== null && decidedAt >= at && status !== 'objected'

const isPressedByNoDate: Test = ({ isPressing }) => !isPressing

/** Kinds that are not named stay until somebody has read them. */
const settled: Readonly<Partial<Record<AlertKind, Test>>> = {
  new_case: ({ status }) => status !== 'received',
  dispatched_to_me: (one, _, { id, standsInFor = [] }) =>
    !isOpen(one) || one.handler === null || ![id, ...standsInFor].includes(one.handler),
  no_room: (one) => one.handler !== null || !isOpen(one),
  reporter_answered: (one, ...asked) => !one.unanswered && !one.dataRequested && isDecidedSince(one, ...asked),
  approval_waits: isDecidedSince,
  clock_near: isPressedByNoDate,
  clock_over: isPressedByNoDate,
  clock_escalated: isPressedByNoDate,
}

/** Whether the work of which somebody was alerted is done, by whichever colleague. */
export const isSettled = (
  alert: Pick<Alert, 'kind' | 'at'>,
  one: CaseInWork,
  staff: Pick<StaffMember, 'id' | 'standsInFor'>,
): boolean => settled[alert.kind]?.(one, alert, staff) ?? false

/** What brings alerts to people. */
export interface AlertOffice extends Office {
  readonly sessions: Collection<Session>
  readonly sessionIdleAfter: number
  readonly webhooks: WebhookStore
  readonly callOutside: CallOutside
  /** Proves to the push service at that origin who asks. @see https://www.rfc-editor.org/rfc/rfc8292 */
  readonly signPush: (origin: string) => Promise<string>
}

/** What is no longer seen, or done, leaves the inbox or counts as read from then on. */
export async function alertsOf(ports: AlertOffice, staff: StaffMember): Promise<readonly Alert[]> {
  const { tenant, id } = staff
  const { alerts } = await ports.inboxes.read(tenant, id)
  const seen = await visibleTo(ports, staff, stillKept(alerts, ports.now()))
  const shown = new Map(seen.map((alert) => [alert.id, alert]))
  const isSettledNow = (alert: Alert) => isUnread(alert) && shown.get(alert.id)?.readAt
  if (alerts.some(isSettledNow)) {
    await ports.inboxes.change(tenant, id, (inbox) =>
      markAlertsRead(inbox, { ids: alerts.filter(isSettledNow).map((one) => one.id) }, ports.now()),
    )
    ports.ring(tenant, id)
  }
  return seen
}

/**
 * Leaves out alerts about cases that are kept from the reader by now, and counts those as read of which the work is
 * done.
 */
export async function visibleTo(
  { complaints, now }: AlertOffice,
  staff: StaffMember,
  alerts: readonly Alert[],
): Promise<readonly Alert[]> {
  const numbers = [...new Set(alerts.flatMap(({ number }) => number ?? []))]
  const cases = new Map((await complaints.casesInWork(staff.tenant, numbers)).map((one) => [one.number, one]))
  return alerts.flatMap((alert) => {
    if (alert.number === null) return [alert]
    const one = cases.get(alert.number)
    if (!one || !sees(staff, one)) return []
    return isUnread(alert) && isSettled(alert, one, staff) ? [{ ...alert, readAt: now() }] : [alert]
  })
}

/** Alerts about one case are one matter to look at. */
export const countMatters = (alerts: readonly Alert[]): number =>
  new Set(alerts.map(({ number, id }) => number ?? id)).size

export interface Unread {
  /** It grows with each change of the inbox. */
  readonly version: number
  readonly alerts: readonly Alert[]
}

export async function unreadOf(ports: AlertOffice, staff: StaffMember): Promise<Unread> {
  const { version, alerts } = await ports.inboxes.read(staff.tenant, staff.id)
  const unread = stillKept(alerts, ports.now()).filter(isUnread)
  return { version, alerts: (await visibleTo(ports, staff, unread)).filter(isUnread) }
}

/** Unknown ids, and those of others, are ignored. */
export async function markRead(ports: AlertOffice, { tenant, id }: StaffMember, reading: Reading): Promise<void> {
  await ports.inboxes.change(tenant, id, (inbox) => markAlertsRead(inbox, reading, ports.now()))
  ports.ring(tenant, id)
}

export async function setPreferences(
  { inboxes, tenants, now }: AlertOffice,
  staff: StaffMember,
  preferences: AlertPreferences,
): Promise<Inbox> {
  const problems = preferenceProblems(staff, preferences)
  if (problems.length > 0) throw new Refusal('invalid', 'request/invalid', {}, problems)
  const { calendar } = (await tenants.get(staff.tenant)).settings
  return inboxes.change(staff.tenant, staff.id, (inbox) =>
    applyPreferences(inbox, preferences, (kind) => mailDueAt(kind, preferences, calendar, now())),
  )
}

/** Checks again what was checked when the stream opened. It does not count as use of the session. */
export async function mayListen(ports: AlertOffice, { tenant, person, session: id }: Listener): Promise<boolean> {
  const { sessions, staff, tenants, now } = ports
  const session = await sessions.get(PLATFORM, id)
  if (!session || session.expiresAt <= now() || isIdle(ports, session) || session.owesSecondFactor) return false
  const { settings } = await tenants.get(tenant)
  const owes = settings.requireSecondFactor || (await staff.account(person))?.secondFactorOwed
  if (owes && !session.secondFactor) return false
  return (await staff.findMember(tenant, person)) !== null
}

export interface Listener {
  readonly tenant: TenantId
  readonly person: StaffId
  readonly session: string
}

export interface AlertStream {
  /** It rings when the inbox changed, and when the stream ends. */
  readonly wakeUp: WakeUp
  isOver(): boolean
  leave(): void
}

/** Event streams to the open screens of staff, in this process. */
export interface LiveAlerts {
  /** @param onEnd called when we end the stream. @returns `null` if the session has as many as it may. */
  connect(listener: Listener, onEnd: () => void): AlertStream | null
  signal(tenant: TenantId, person: StaffId): void
  stop(): Promise<void>
}

export interface LivePorts {
  readonly inboxes: Pick<InboxStore, 'changedSince'>
  readonly mayListen: (listener: Listener) => Promise<boolean>
  readonly now: Clock
  readonly onFault: (cause: unknown) => void
}

/** A browser has six connections to one server, and the others are for the work itself. */
export const STREAMS_PER_SESSION = 3

/** How often inboxes that other processes changed, and expired streams, are looked for. */
export const LOOKS_EVERY = 2 * SECOND

/** Clocks of processes differ, so recent changes are read again. */
const OVERLAP = 10 * SECOND
const MOST_CHANGES = 500

const nameOf = (tenant: TenantId, person: StaffId) => `${tenant} ${person}`

interface OpenStream extends Listener {
  readonly line: AlertStream
  end(): void
}

export function createLiveAlerts({ inboxes, mayListen, now, onFault }: LivePorts): LiveAlerts {
  const open = new Set<OpenStream>()
  let isStopped = false
  /** The latest announced version of each inbox, while it may appear again. */
  let announced = new Map<string, number>()
  let lookedAt: Instant = now()

  const signalName = (name: string) => {
    for (const { tenant, person, line } of open) if (nameOf(tenant, person) === name) line.wakeUp.signal()
  }

  async function look(): Promise<void> {
    if (open.size === 0) return
    const since = plusMilliseconds(lookedAt, -OVERLAP)
    lookedAt = now()
    const changed = await inboxes.changedSince(since, MOST_CHANGES)
    const seen = new Map(changed.map(({ tenant, person, version }) => [nameOf(tenant, person), version]))
    for (const [name, version] of seen) if (announced.get(name) !== version) signalName(name)
    announced = seen
    // There are more changes than one read returns, so the next read continues from here.
    const last = changed.at(-1)
    if (last && changed.length === MOST_CHANGES) lookedAt = plusMilliseconds(last.changedAt, OVERLAP)
    for (const one of open) if (!(await mayListen(one))) one.end()
  }

  const stopLooking = repeat(LOOKS_EVERY, look, onFault)

  return {
    connect(listener, onEnd) {
      const ofSession = [...open].filter(({ session }) => session === listener.session)
      if (isStopped || ofSession.length >= STREAMS_PER_SESSION) return null
      if (open.size === 0) lookedAt = now()
      const wakeUp = createWakeUp()
      const one: OpenStream = {
        ...listener,
        line: { wakeUp, isOver: () => !open.has(one), leave: () => void open.delete(one) },
        end() {
          open.delete(one)
          wakeUp.signal()
          onEnd()
        },
      }
      open.add(one)
      return one.line
    },

    signal: (tenant, person) => signalName(nameOf(tenant, person)),

    async stop() {
      isStopped = true
      for (const one of open) one.end()
      await stopLooking()
    },
  }
}
