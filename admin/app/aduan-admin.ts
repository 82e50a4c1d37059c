import { ContextProvider } from '@lit/context'
import { Task } from '@lit/task'
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import type { AlertEvent } from '../../service/contract/alerts.ts'
import type { SessionView } from '../../service/contract/session.ts'
import type { SignedInEvent } from '../account/sign-in/sign-in-form.ts'
import { createServiceClient, type ServiceClient } from '../api/client.ts'
import { alertsContext, clientContext, sessionContext, type Unit, unitContext } from '../api/context.ts'
import { problemCode } from '../api/problems.ts'
import { explain } from '../page/explain.ts'
import { AlertStream } from '../telling/alerts/alert-stream.ts'
import { controls } from '../ui/controls.ts'
import type { SayEvent } from '../ui/say.ts'
import { failedState, pendingState, states } from '../ui/states.ts'
import { surfaces } from '../ui/surfaces.ts'
import type { UiToasts } from '../ui/toasts.ts'
import {
  keepLanguage,
  keptLanguage,
  type Language,
  loadWording,
  type Wording,
  wordingContext,
} from '../wording/wording.ts'
import { DeskLock } from './desk-lock.ts'
import { homeOf, isPermitted, routeOf } from './routes/find-route.ts'
import '../ui/toasts.ts'
import { owesSignOut, takeLockOff } from '../page/lock-state.ts'
import { followMoves, goTo, leaveBy } from '../page/navigation.ts'
import type { AppShell } from './app-shell.ts'
import { Question } from './question.ts'
import { renderLeadToFactor, renderRefusal } from './refused-page.ts'
import { whenIdle } from './when-idle.ts'

const INVITATION = /^#\/invitation\/([^/]+)$/
const RESET = /^#\/reset\/([^/]+)$/
const OFFICE_TIME = 'Asia/Jakarta'

/** The application: who is signed in, in which unit, on which page, in which language. */
@customElement('aduan-admin')
export class AduanAdmin extends LitElement {
  static override styles = [
    controls,
    surfaces,
    states,
    css`
      .alone {
        max-inline-size: 560px;
        margin-inline: auto;
        padding: 20vh 16px 16px;
      }
    `,
  ]

  /** Origin of the service; by default where this page came from. */
  @property() service = location.origin

  @state() private wording: Wording | undefined
  /** `undefined` until the service has answered; `null` when nobody is signed in. */
  @state() private session: SessionView | null | undefined
  @state() private startFailure: unknown
  /** The reason why the last session ended, if the service gave one. */
  @state() private ended = ''
  @state() private alertEvent: AlertEvent | null = null
  @state() private here = routeOf(location.pathname, location.search)
  @query('app-shell') private readonly shell!: AppShell | null
  @query('ui-toasts') private readonly toasts!: UiToasts | null

  private client!: ServiceClient
  private readonly comingBack = new Question(this)
  private readonly confirming = new Question(this)
  private stopFollowing = () => {}
  private readonly lock = new DeskLock({
    session: () => this.session,
    client: () => this.client,
    cover: () => void this.comingBack.ask(),
    comeBack: (session) => this.comeBack(session),
  })
  private readonly wordsProvider = new ContextProvider(this, { context: wordingContext })
  private readonly clientProvider = new ContextProvider(this, { context: clientContext })
  private readonly sessionProvider = new ContextProvider(this, { context: sessionContext })
  private readonly alertsProvider = new ContextProvider(this, { context: alertsContext, initialValue: null })
  private readonly alerts = new AlertStream(
    () => this.client.alerts,
    (event) => {
      this.alertEvent = event
      this.alertsProvider.setValue(event)
    },
  )
  private readonly unitProvider = new ContextProvider(this, { context: unitContext })

  private readonly unit = new Task(this, {
    args: () => [this.membership?.tenant, this.wording?.language, this.session?.staff.id] as const,
    task: async ([tenant], { signal }) => {
      const membership = this.membership
      this.alerts.follow(membership?.secondFactorNeeded ? null : (tenant ?? null))
      if (!tenant || !membership) return null
      const view = await this.client.readUnit(tenant, signal)
      await this.useLanguage(keptLanguage(), view.timeZone)
      const unit: Unit = { ...membership, view }
      this.unitProvider.setValue(unit)
      return unit
    },
  })

  private readonly page = new Task(this, {
    args: () => [this.here.route] as const,
    task: async ([route]) => {
      await route?.load()
      // A page that cannot be fetched now is fetched again when it is opened, and the failure shows then.
      whenIdle(() => route?.fetchNext?.().catch(() => undefined))
      return route
    },
  })

  override connectedCallback() {
    super.connectedCallback()
    this.client = createServiceClient({
      service: this.service,
      language: () => this.wording?.language ?? keptLanguage(),
      signInAgain: async () => this.session != null && this.comingBack.ask(),
      confirm: () => this.confirming.ask(),
      secondFactorNeeded: this.readSessionAnew,
      isBusy: () => void import('./say-busy.ts').then(({ sayBusy }) => sayBusy(this)),
    })
    this.clientProvider.setValue(this.client)
    this.stopFollowing = followMoves(() => this.arrive())
    this.addEventListener('signed-in', this.onSignedIn)
    this.addEventListener('ui-say', this.onSay)
    this.addEventListener('unit-changed', this.onUnitChanged)
    this.addEventListener('session-changed', this.readSessionAnew)
    void this.start()
  }

  override disconnectedCallback() {
    super.disconnectedCallback()
    this.stopFollowing()
    this.lock.end()
    this.alerts.follow(null)
  }

  override render() {
    const { wording } = this
    if (!wording) return nothing
    if (this.startFailure) {
      const sentence = explain(this.startFailure, wording)
      return html`<main class="alone">${failedState(sentence, wording.common.tryAgain, () => void this.start())}</main>`
    }
    const token = INVITATION.exec(location.hash)?.[1]
    if (token)
      return this.fetched(
        () => import('../account/sign-in/invitation-page.ts'),
        html`<invitation-page token=${token}></invitation-page>`,
      )
    const reset = RESET.exec(location.hash)?.[1]
    if (reset)
      return this.fetched(
        () => import('../account/sign-in/reset-page.ts'),
        html`<reset-page token=${reset}></reset-page>`,
      )
    if (this.session === undefined) return html`<main class="alone">${pendingState(wording.common.loading)}</main>`
    if (this.session === null) return this.renderDoor()
    if (this.session.secondFactor === 'show') {
      return this.fetched(
        () => import('../account/sign-in/owed-factor-page.ts'),
        html`<owed-factor-page @signed-out=${this.signOut}></owed-factor-page>`,
      )
    }
    return html`
      <app-shell .session=${this.session} .membership=${this.membership} path=${this.here.place.path} ?alone=${this.here.route?.isAlone?.(this.here.place)}
        heading=${this.heading} @language-chosen=${this.onLanguage} @signed-out=${this.onSignOut}>
        <failures-banner .failures=${this.session.failures}></failures-banner>
        <practice-band tenant=${this.here.place.tenant}></practice-band>
        ${this.renderPage(this.session, wording)}
      </app-shell>
      ${this.here.route?.isAlone?.(this.here.place) ? nothing : html`<desk-keys .session=${this.session} .membership=${this.membership}></desk-keys>`}
      <typed-guard></typed-guard>
      <ui-toasts close-label=${wording.common.dismiss}></ui-toasts>
      <confirm-again ?open=${this.confirming.isOpen} @confirm-answered=${this.onConfirmAnswered}></confirm-again>
      <sign-in-again ?open=${this.comingBack.isOpen} ?locked=${this.lock.isOn} email=${this.session.staff.email}
        @signed-out=${this.signOut}></sign-in-again>
    `
  }

  /** Shows a page that few people see, and fetches its script meanwhile: the element comes to life once that is there. */
  private fetched(load: () => Promise<unknown>, page: TemplateResult): TemplateResult {
    load().catch((cause: unknown) => {
      this.startFailure = cause
    })
    return page
  }

  private renderDoor() {
    return html`<sign-in-page ended=${this.ended} @language-chosen=${this.onLanguage}></sign-in-page>`
  }

  protected override updated(changed: PropertyValues) {
    if (!this.wording) return
    document.documentElement.lang = this.wording.language
    const unread = this.alertEvent?.unread ? `(${this.alertEvent.unread}) ` : ''
    document.title = unread + [this.heading, this.wording.app.name].filter(Boolean).join(' · ')
    if (changed.has('session') && this.session) this.goHomeIfNowhere(this.session)
  }

  private get membership() {
    const { tenant } = this.here.place
    const tenants = this.session?.tenants ?? []
    return tenants.find((membership) => membership.tenant === tenant) ?? (tenants.length === 1 ? tenants[0] : undefined)
  }

  private get heading(): string {
    if (!this.wording) return ''
    if (!this.session) return this.wording.session.heading
    const { route, place } = this.here
    return route ? route.title(this.wording, place) : this.wording.app.area
  }

  private renderPage(session: SessionView, wording: Wording) {
    const { route, place } = this.here
    if (place.path.replace(/\/$/, '') === '/admin') {
      return this.fetched(() => import('./units-page.ts'), html`<units-page .session=${session}></units-page>`)
    }
    const isForeign = place.tenant !== null && this.membership?.tenant !== place.tenant
    if (!route || isForeign) return renderRefusal(wording.app.notFound, wording.app.notFoundHint, wording)
    if (!isPermitted(route, session, this.membership)) {
      return renderRefusal(wording.app.notPermitted, wording.app.notPermittedHint, wording)
    }
    const { neededHeading, neededText, operatorHeading, operatorText } = wording.account
    if (place.tenant !== null && this.membership?.secondFactorNeeded) {
      return renderLeadToFactor(wording, neededHeading, neededText)
    }
    if (route.needs === 'operator' && session.secondFactor === 'set-up') {
      return renderLeadToFactor(wording, operatorHeading, operatorText)
    }
    if (route.isOverview) return this.fetched(() => import('./unit-page.ts'), html`<unit-page></unit-page>`)
    if (this.unit.error) {
      return failedState(explain(this.unit.error, wording), wording.common.tryAgain, () => void this.unit.run())
    }
    if (place.tenant !== null && this.unit.value?.tenant !== place.tenant) return pendingState(wording.common.loading)
    return this.page.render({
      pending: () => pendingState(wording.common.loading),
      error: () => failedState(wording.app.chunkFailed, wording.common.tryAgain, () => location.reload()),
      complete: () => keyed(`${session.staff.id} ${place.path}`, route.render(place)),
    })
  }

  private async start() {
    this.startFailure = undefined
    await this.useLanguage(keptLanguage(), OFFICE_TIME)
    try {
      const session = await this.client.readSession()
      if (!owesSignOut()) return this.takeSession(session)
      await this.client.signOut()
      this.session = null
    } catch (error) {
      const code = problemCode(error)
      if (code !== 'session/required' && code !== 'session/idle') {
        this.startFailure = error
        return
      }
      this.session = null
      this.ended = code === 'session/idle' && this.wording ? explain(error, this.wording) : ''
    }
  }

  private takeSession(session: SessionView) {
    // A practice room is opened in a tab of its own.
    if (location.pathname.includes('.latihan'))
      void import('./practice-band.ts').then(({ withRooms }) => this.enter(withRooms(session)))
    else this.enter(session)
  }

  private enter(session: SessionView) {
    // The page comes first.
    void this.page.taskComplete
      .catch(() => {})
      .then(() => [
        import('./after-entering.ts').then(({ registerWorker }) => registerWorker()),
        this.lock.start(),
        session.failures && import('../account/sign-in/failures-banner.ts'),
      ])
    this.session = session
    this.sessionProvider.setValue(session)
  }

  private async useLanguage(language: Language, timeZone: string) {
    this.wording = await loadWording(language, timeZone)
    this.wordsProvider.setValue(this.wording)
  }

  private arrive() {
    const before = this.here.place.path
    this.here = routeOf(location.pathname, location.search)
    if (this.session) this.goHomeIfNowhere(this.session)
    if (before !== this.here.place.path) void this.updateComplete.then(() => this.shell?.focusPage())
  }

  private goHomeIfNowhere(session: SessionView) {
    const home = homeOf(session)
    if (home && this.here.place.path.replace(/\/$/, '') === '/admin') goTo(home, { replace: true })
  }

  private comeBack(session: SessionView) {
    const isSamePerson = this.session?.staff.id === session.staff.id
    this.lock.isOn = false
    this.takeSession(session)
    this.comingBack.answer(isSamePerson)
  }

  private readonly readSessionAnew = () => {
    // A session that ended meanwhile is noticed with the next request, as everywhere.
    void this.client.readSession().then(
      (session) => this.takeSession(session),
      () => {},
    )
  }

  private onSignedIn = (event: SignedInEvent) => {
    if (INVITATION.test(location.hash)) goTo('/admin/', { replace: true })
    takeLockOff()
    this.comeBack(event.session)
  }

  private onConfirmAnswered({ detail }: CustomEvent<boolean>) {
    this.confirming.answer(detail)
  }

  private onSay = (event: SayEvent) => this.toasts?.say(event.text)
  private onUnitChanged = () => void this.unit.run()

  private async onLanguage({ detail }: CustomEvent<Language>) {
    keepLanguage(detail)
    await this.useLanguage(detail, this.unit.value?.view.timeZone ?? OFFICE_TIME)
  }

  private readonly onSignOut = () => leaveBy(() => void this.signOut())

  private async signOut() {
    this.lock.end()
    this.comingBack.answer(false)
    this.confirming.answer(false)
    this.alerts.follow(null)
    await this.client.signOut().catch(() => {})
    if (this.session?.byProvider) return location.assign('/sign-in/out')
    this.session = null
    goTo('/admin/', { replace: true })
  }
}
