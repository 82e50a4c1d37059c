import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { SessionView } from '../../service/contract/session.ts'
import { createServiceClient, type ServiceClient } from '../api/client.ts'
import { problemCode } from '../api/problems.ts'
import { forgetTyped, keepAllNow } from '../page/keepers.ts'
import { owesSignOut, removeLock } from '../page/lock-state.ts'
import { goTo, leaveBy } from '../page/navigation.ts'
import type { Language } from '../wording/wording.ts'
import { DeskLock } from './desk-lock.ts'
import { Question } from './question.ts'

/** The application, as far as the session needs it. */
interface Desk extends ReactiveControllerHost, EventTarget {
  /** Origin of the service. */
  readonly service: string
  readonly language: Language
  /** Somebody is signed in, or what they may do was read anew. */
  enter(session: SessionView): void
  /** The session is about to end. */
  leave(): void
}

/** The session of the person at this desk, from the first question to the service until they sign out. */
export class StaffSession implements ReactiveController {
  /** `undefined` until the service has answered; `null` when nobody is signed in. */
  view: SessionView | null | undefined
  /** Why the service could not be asked who is signed in. */
  failure: unknown
  /** The refusal by which the service ended the last session; `null` if the person did. */
  ended: unknown = null
  client!: ServiceClient
  readonly comingBack: Question
  readonly confirming: Question
  readonly lock = new DeskLock({
    session: () => this.view,
    client: () => this.client,
    cover: () => void this.comingBack.ask(),
    comeBack: (session) => this.comeBack(session),
  })

  constructor(private readonly desk: Desk) {
    this.comingBack = new Question(desk)
    this.confirming = new Question(desk)
    desk.addController(this)
  }

  hostConnected() {
    this.client = createServiceClient({
      service: this.desk.service,
      language: () => this.desk.language,
      signInAgain: async () => this.view != null && this.comingBack.ask(),
      confirm: () => this.confirming.ask(),
      secondFactorNeeded: this.readAnew,
      isSamePerson: (session) => {
        const isSame = !this.view || this.isOf(session)
        if (!isSame) this.take(session)
        return isSame
      },
      isBusy: (...call) => void import('./say-busy.ts').then(({ sayBusy }) => sayBusy(this.desk, ...call)),
    })
  }

  hostDisconnected() {
    this.lock.end()
  }

  /** Asks who is signed in, or ends a session whose end the service has not heard of. */
  async start() {
    this.failure = undefined
    try {
      const session = await this.client.readSession()
      if (!owesSignOut()) return this.take(session)
      await this.client.signOut()
      this.show(null)
    } catch (error) {
      const code = problemCode(error)
      if (code === 'session/idle') this.ended = error
      if (code === 'session/required' || code === 'session/idle') return this.show(null)
      this.failure = error
      this.desk.requestUpdate()
    }
  }

  signIn(session: SessionView) {
    removeLock()
    this.comeBack(session)
  }

  /** Leaves by the person's wish, once what they typed is kept or given up. */
  readonly leave = () => void keepAllNow().then(() => leaveBy(() => void this.end()))

  readonly end = async () => {
    this.lock.end()
    this.comingBack.answer(false)
    this.confirming.answer(false)
    this.desk.leave()
    forgetTyped()
    const noPush = import('./after-entering.ts').then(({ endPushHere }) => endPushHere())
    await Promise.allSettled([noPush, this.client.signOut()])
    if (this.view?.byProvider) return location.assign('/sign-in/out')
    this.show(null)
    goTo('/admin/', { replace: true })
  }

  readonly readAnew = () => {
    // A session that ended meanwhile is noticed with the next request, as everywhere.
    void this.client.readSession().then(
      (session) => this.take(session),
      () => {},
    )
  }

  /** Brings what can wait until the page is there. */
  async bringTheRest() {
    void import('./after-entering.ts').then(({ registerWorker, leavePushOfOthers }) =>
      registerWorker()
        .then(() => leavePushOfOthers(() => this.client.account.readPush()))
        .catch(() => {}),
    )
    void this.lock.start()
    if (this.view?.failures) await import('../account/sign-in/failures-banner.ts')
  }

  private comeBack(session: SessionView) {
    const isSamePerson = this.isOf(session)
    this.lock.isOn = false
    this.take(session)
    this.comingBack.answer(isSamePerson)
  }

  private isOf(session: SessionView): boolean {
    return this.view?.staff.id === session.staff.id
  }

  private take(session: SessionView) {
    // A practice room is opened in a tab of its own.
    if (location.pathname.includes('.latihan'))
      void import('./practice-band.ts').then(({ withRooms }) => this.enter(withRooms(session)))
    else this.enter(session)
  }

  private enter(session: SessionView) {
    if (this.view && !this.isOf(session)) forgetTyped()
    this.ended = null
    this.show(session)
    this.desk.enter(session)
  }

  private show(view: SessionView | null | undefined) {
    this.view = view
    this.desk.requestUpdate()
  }
}
