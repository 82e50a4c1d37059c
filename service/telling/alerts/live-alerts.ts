import type { InboxStore } from '../../offices/inbox/inbox.ts'
import { type Clock, type Instant, plusMilliseconds, SECOND } from '../../shared/instant.ts'
import { createWakeUp, repeat, type WakeUp } from '../../shared/repeat.ts'
import type { StaffId, TenantId } from '../../storage/place.ts'

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
  /** Ends all streams and accepts no more. */
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
