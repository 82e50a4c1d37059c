import { type Bell, createBell } from '../notices/bell.ts'
import { type Clock, type Instant, plusMilliseconds, SECOND } from '../shared/instant.ts'
import { repeat } from '../shared/repeat.ts'
import type { StaffId } from '../staff/staff-member.ts'
import type { TenantId } from '../tenants/tenant-id.ts'
import type { InboxStore } from './inbox-store.ts'

/** Whose line it is, and in which session it was opened. */
export interface Listener {
  readonly tenant: TenantId
  readonly person: StaffId
  readonly session: string
}

/** An open line to one screen. */
export interface Line {
  /** Rings when the inbox has changed, and when the line is over. */
  readonly bell: Bell
  isOver(): boolean
  /** The screen has gone. */
  leave(): void
}

/** Lines to the screens of staff that are open now, in this process. */
export interface LiveAlerts {
  /** @param onEnd called when we end the line. @returns `null` when the session has as many as it may. */
  connect(listener: Listener, onEnd: () => void): Line | null
  ring(tenant: TenantId, person: StaffId): void
  /** Ends all lines and takes no more. */
  stop(): Promise<void>
}

export interface LivePorts {
  readonly inboxes: Pick<InboxStore, 'changedSince'>
  /** Whether a line that is open may go on. */
  readonly mayListen: (listener: Listener) => Promise<boolean>
  readonly now: Clock
  readonly onFault: (cause: unknown) => void
}

/** A browser has six connections to one server: the others are for the work itself. */
export const LINES_PER_SESSION = 3

/** How often is looked for what another process has written, and for lines that must end. */
export const LOOKS_EVERY = 2 * SECOND
/** Clocks of processes differ; what was written so long ago is looked at again. */
const OVERLAP = 10 * SECOND
const MOST_CHANGES = 500

const nameOf = (tenant: TenantId, person: StaffId) => `${tenant} ${person}`

interface OpenLine extends Listener {
  readonly line: Line
  end(): void
}

export function createLiveAlerts({ inboxes, mayListen, now, onFault }: LivePorts): LiveAlerts {
  const open = new Set<OpenLine>()
  let isStopped = false
  /** The version of each inbox that was rung for, while it may come up again. */
  let rung = new Map<string, number>()
  let lookedAt: Instant = now()

  const ringName = (name: string) => {
    for (const { tenant, person, line } of open) if (nameOf(tenant, person) === name) line.bell.ring()
  }

  /** Costs nothing while nobody listens. */
  async function look(): Promise<void> {
    if (open.size === 0) return
    const since = plusMilliseconds(lookedAt, -OVERLAP)
    lookedAt = now()
    const changed = await inboxes.changedSince(since, MOST_CHANGES)
    const seen = new Map(changed.map(({ tenant, person, version }) => [nameOf(tenant, person), version]))
    for (const [name, version] of seen) if (rung.get(name) !== version) ringName(name)
    rung = seen
    // More than one look holds: the rest is looked at from where this one ended.
    const last = changed.at(-1)
    if (last && changed.length === MOST_CHANGES) lookedAt = plusMilliseconds(last.changedAt, OVERLAP)
    for (const one of open) if (!(await mayListen(one))) one.end()
  }

  const stopLooking = repeat(LOOKS_EVERY, look, onFault)

  return {
    connect(listener, onEnd) {
      const ofSession = [...open].filter(({ session }) => session === listener.session)
      if (isStopped || ofSession.length >= LINES_PER_SESSION) return null
      if (open.size === 0) lookedAt = now()
      const bell = createBell()
      const one: OpenLine = {
        ...listener,
        line: { bell, isOver: () => !open.has(one), leave: () => void open.delete(one) },
        end() {
          open.delete(one)
          bell.ring()
          onEnd()
        },
      }
      open.add(one)
      return one.line
    },

    ring: (tenant, person) => ringName(nameOf(tenant, person)),

    async stop() {
      isStopped = true
      for (const one of open) one.end()
      await stopLooking()
    },
  }
}
