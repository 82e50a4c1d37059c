import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit'
import type { SessionView } from '../../service/contract/account.ts'
import type { Membership } from '../api/wire.ts'
import { ACCOUNT } from '../page/addresses.ts'
import { isPaletteKey } from './shortcuts/palette-key.ts'
import '../ui/empty-state.ts'
import { createServiceClient, type ServiceClient } from '../api/client.ts'
import { problemCode } from '../api/problems.ts'
import { forgetTyped, keepAllNow } from '../page/keepers.ts'
import { owesSignOut, removeLock } from '../page/lock-state.ts'
import { goTo, leaveBy } from '../page/navigation.ts'
import type { Language, Wording } from '../wording/wording.ts'
import { DeskLock, Question } from './app-shell.ts'
import type { Place, Route } from './routes/route.ts'
import { isPermitted } from './routes/routes.ts'

/**
 * Holds what was pressed for the palette or the list of shortcuts until their script is there. The browser would take
 * Ctrl+K for a search of its own.
 * @param isOnDesk whether somebody has the desk before them
 */
export async function holdEarlyKeys(isOnDesk: () => boolean): Promise<void> {
  const stop = new AbortController()
  let held: Event | null = null
  const hold = (event: Event) => {
    const isKey = event instanceof KeyboardEvent
    if (!isOnDesk() || (isKey && !isPaletteKey(event))) return
    event.preventDefault()
    held = isKey ? new KeyboardEvent('keydown', { key: 'k', ctrlKey: true }) : new Event(event.type)
  }
  for (const type of ['keydown', 'aduan-shortcuts']) addEventListener(type, hold, stop)
  await customElements.whenDefined('desk-keys')
  stop.abort()
  if (held) dispatchEvent(held)
}

/** Safari knows no idle time. */
export const whenIdle = (act: () => unknown): void =>
  'requestIdleCallback' in window ? void requestIdleCallback(act) : void setTimeout(act, 1_000)

/** A page with the script that brings it to life. */
export interface LazyPage {
  load(): Promise<unknown>
  readonly page: TemplateResult
}

/** Pages that a mailed link opens for somebody who cannot sign in yet. The secret stands in the fragment, which no log sees. */
const linkedPages: Readonly<Record<string, (token: string) => LazyPage>> = {
  invitation: (token) => ({
    load: () => import('../account/sign-in/invitation-page.ts'),
    page: html`<invitation-page token=${token}></invitation-page>`,
  }),
  reset: (token) => ({
    load: () => import('../account/sign-in/reset-page.ts'),
    page: html`<reset-page token=${token}></reset-page>`,
  }),
}

const readLink = (fragment: string) => /^#\/(invitation|reset)\/([^/]+)$/.exec(fragment)

export function linkedPageOf(fragment: string): LazyPage | null {
  const [, name = '', token = ''] = readLink(fragment) ?? []
  return linkedPages[name]?.(token) ?? null
}

export const isInvitation = (fragment: string): boolean => readLink(fragment)?.[1] === 'invitation'

const renderRefusal = (heading: string, text: string, wording: Wording) =>
  html`<h1 class="unseen">${heading}</h1>
    <ui-empty icon="question" .heading=${heading} .text=${text}><a href="/admin/">${wording.app.home}</a></ui-empty>`

const renderLeadToFactor = ({ account }: Wording, heading: string, text: string) =>
  html`<h1 class="unseen">${heading}</h1>
    <ui-empty icon="shield" .heading=${heading} .text=${text}>
      <a class="button primary" href=${ACCOUNT}>${account.neededAction}</a>
    </ui-empty>`

export function refusalOf(
  { route, place }: { readonly route: Route | null; readonly place: Place },
  session: SessionView,
  membership: Membership | undefined,
  wording: Wording,
): TemplateResult | null {
  const { app, account } = wording
  const isForeign = place.tenant !== null && membership?.tenant !== place.tenant
  if (!route || isForeign) return renderRefusal(app.notFound, app.notFoundHint, wording)
  if (!isPermitted(route, session, membership)) return renderRefusal(app.notPermitted, app.notPermittedHint, wording)
  if (place.tenant !== null && membership?.secondFactorNeeded) {
    return renderLeadToFactor(wording, account.neededHeading, account.neededText)
  }
  if (route.needs === 'operator' && session.secondFactor === 'set-up') {
    return renderLeadToFactor(wording, account.operatorHeading, account.operatorText)
  }
  return null
}

interface Desk extends ReactiveControllerHost, EventTarget {
  readonly service: string
  readonly language: Language
  /** Somebody is signed in, or what they may do was read anew. */
  enter(session: SessionView): void
  leave(): void
}

/** The session of the person at this desk, from the first question to the service until they sign out. */
export class StaffSession implements ReactiveController {
  /** `undefined` until the service has answered; `null` when nobody is signed in. */
  view: SessionView | null | undefined
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

  async bringTheRest() {
    void import('./after-entering.ts').then(({ registerWorker, leavePushOfOthers }) =>
      registerWorker()
        .then(() => leavePushOfOthers(() => this.client.call('GET /account/push')))
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
