import type { SessionView } from '../../service/contract/session.ts'
import type { ServiceClient } from '../api/client.ts'
import { problemCode } from '../api/problems.ts'
import { keepAllNow } from '../page/keepers.ts'
import { keepSessionEnded } from '../page/lock-state.ts'

interface Desk {
  session(): SessionView | null | undefined
  client(): ServiceClient
  /** Asks for the password above everything. */
  cover(): void
  comeBack(session: SessionView): void
}

/** Covers the desk when nobody touches it. The page stays as it is, and the session ends at the service. */
export class DeskLock {
  isOn = false
  private stop: (() => void) | null = null

  constructor(private readonly desk: Desk) {}

  async start() {
    const { lockWhenIdle } = await import('./idle-lock.ts')
    this.stop ??= lockWhenIdle({
      after: () => this.desk.session()?.lockAfterMinutes ?? Number.POSITIVE_INFINITY,
      lock: this.lock,
      unlock: () =>
        void this.desk
          .client()
          .readSession()
          .then(this.desk.comeBack, () => {}),
    })
  }

  end() {
    this.stop?.()
    this.stop = null
    this.isOn = false
  }

  private readonly lock = () => {
    this.isOn = true
    this.desk.cover()
    void keepAllNow()
      // Somebody who came back meanwhile has a session of their own, which stays.
      .then(() => (this.isOn ? this.desk.client().signOut() : undefined))
      .then(keepSessionEnded, (error: unknown) => {
        if (problemCode(error) === 'session/required') keepSessionEnded()
      })
  }
}
