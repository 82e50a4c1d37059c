import { ContextProvider } from '@lit/context'
import { Task } from '@lit/task'
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import type { SessionView } from '../../service/contract/account.ts'
import type { AlertEvent } from '../../service/contract/messages.ts'
import type { SignedInEvent } from '../account/sign-in/sign-in-form.ts'
import { alertsContext, clientContext, sessionContext, type Unit, unitContext } from '../api/context.ts'
import { followMoves, goTo } from '../page/navigation.ts'
import { explain, showFailure } from '../page/page-element.ts'
import { AlertStream } from '../telling/alerts/alert-button.ts'
import { controls, failedState, pendingState, states, surfaces } from '../ui/controls.ts'
import type { SayEvent } from '../ui/say.ts'
import type { AppShell } from './app-shell.ts'
import { homeOf, routeOf } from './routes/routes.ts'
import {
  holdEarlyKeys,
  isInvitation,
  type LazyPage,
  linkedPageOf,
  refusalOf,
  StaffSession,
  whenIdle,
} from './staff-session.ts'
import '../ui/toasts.ts'
import type { UiToasts } from '../ui/toasts.ts'
import {
  keepLanguage,
  keptLanguage,
  type Language,
  loadWording,
  type Wording,
  wordingContext,
} from '../wording/wording.ts'

const OFFICE_TIME = 'Asia/Jakarta'

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
  @state() private scriptFailure: unknown
  @state() private alertEvent: AlertEvent | null = null
  @state() private here = routeOf(location.pathname, location.search)
  @query('app-shell') private readonly shell!: AppShell | null
  @query('ui-toasts') private readonly toasts!: UiToasts | null

  private readonly session = new StaffSession(this)
  private readonly wordingProvider = new ContextProvider(this, { context: wordingContext })
  private readonly clientProvider = new ContextProvider(this, { context: clientContext })
  private readonly sessionProvider = new ContextProvider(this, { context: sessionContext })
  private readonly alertsProvider = new ContextProvider(this, { context: alertsContext, initialValue: null })
  private readonly unitProvider = new ContextProvider(this, { context: unitContext })
  private stopFollowing = () => {}
  private readonly alerts = new AlertStream(
    () => this.session.client,
    (event) => {
      this.alertEvent = event
      this.alertsProvider.setValue(event)
    },
  )

  private readonly unit = new Task(this, {
    args: () => [this.membership, this.wording?.language, this.session.view?.staff.id] as const,
    task: async ([membership], { signal }) => {
      const { tenant, secondFactorNeeded } = membership ?? {}
      this.alerts.follow(secondFactorNeeded ? null : (tenant ?? null))
      if (!tenant || !membership) return null
      const view = await this.session.client.call('GET /tenants/{tenant}', { params: { tenant }, signal })
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

  constructor() {
    super()
    this.addEventListener('signed-in', this.onSignedIn)
    this.addEventListener('session-changed', this.session.readAnew)
    this.addEventListener('ui-say', this.onSay)
    this.addEventListener('unit-changed', () => void this.unit.run())
    void holdEarlyKeys(() => this.renderRoot.querySelector('desk-keys') !== null)
  }

  override connectedCallback() {
    super.connectedCallback()
    this.clientProvider.setValue(this.session.client)
    this.stopFollowing = followMoves(() => this.arrive())
    void this.start()
  }

  override disconnectedCallback() {
    super.disconnectedCallback()
    this.stopFollowing()
    this.alerts.follow(null)
  }

  get language(): Language {
    return this.wording?.language ?? keptLanguage()
  }

  enter(session: SessionView) {
    this.sessionProvider.setValue(session)
    this.goHomeIfNowhere(session)
    void this.page.taskComplete.catch(() => {}).then(() => this.session.bringTheRest())
  }

  leave() {
    this.alerts.follow(null)
  }

  override render() {
    const { wording } = this
    if (!wording) return nothing
    const failure = this.session.failure ?? this.scriptFailure
    if (failure) return html`<main class="alone">${showFailure(failure, wording, () => void this.start())}</main>`
    const linked = linkedPageOf(location.hash)
    if (linked) return this.renderLazily(linked)
    const { view, ended } = this.session
    if (view === undefined) return html`<main class="alone">${pendingState(wording.common.loading)}</main>`
    if (view === null) {
      const why = ended ? explain(ended, wording) : ''
      return html`<sign-in-page ended=${why} @language-chosen=${this.onLanguage}></sign-in-page>`
    }
    return view.secondFactor === 'show' ? this.renderOwedFactor() : this.renderDesk(view, wording)
  }

  private renderOwedFactor() {
    return this.renderLazily({
      load: () => import('../account/sign-in/owed-factor-page.ts'),
      page: html`<owed-factor-page @signed-out=${this.session.end}></owed-factor-page>`,
    })
  }

  private renderDesk(view: SessionView, wording: Wording) {
    const { comingBack, confirming, lock, end, leave } = this.session
    const { route, place } = this.here
    const isAlone = route?.isAlone?.(place) ?? false
    return html`
      <app-shell .session=${view} .membership=${this.membership} path=${place.path} ?alone=${isAlone}
        heading=${this.heading} @language-chosen=${this.onLanguage} @signed-out=${leave}>
        <failures-banner .failures=${view.failures}></failures-banner>
        <practice-band tenant=${place.tenant}></practice-band>
        ${this.renderPage(view, wording)}
      </app-shell>
      ${isAlone ? nothing : html`<desk-keys .session=${view} .membership=${this.membership}></desk-keys>`}
      <typed-guard></typed-guard>
      <ui-toasts close-label=${wording.common.dismiss}></ui-toasts>
      <confirm-again ?open=${confirming.isOpen} @confirm-answered=${this.onConfirmAnswered}></confirm-again>
      <sign-in-again ?open=${comingBack.isOpen} ?locked=${lock.isOn} email=${view.staff.email}
        @signed-out=${end}></sign-in-again>
    `
  }

  private renderPage(view: SessionView, wording: Wording) {
    const { route, place } = this.here
    if (isStart(place.path)) {
      const page = html`<units-page .session=${view}></units-page>`
      return this.renderLazily({ load: () => import('./units-page.ts'), page })
    }
    const refusal = refusalOf(this.here, view, this.membership, wording)
    if (!route || refusal) return refusal ?? nothing
    if (route.isOverview) {
      return this.renderLazily({ load: () => import('./unit-page.ts'), page: html`<unit-page></unit-page>` })
    }
    if (this.unit.error) return showFailure(this.unit.error, wording, () => void this.unit.run())
    if (place.tenant !== null && this.unit.value?.tenant !== place.tenant) return pendingState(wording.common.loading)
    return this.page.render({
      pending: () => pendingState(wording.common.loading),
      error: () => failedState(wording.app.chunkFailed, wording.common.tryAgain, () => location.reload()),
      complete: () => keyed(`${view.staff.id} ${place.path}`, route.render(place)),
    })
  }

  /** Shows a page that few people see, and fetches its script meanwhile: the element comes to life once that is there. */
  private renderLazily({ load, page }: LazyPage): TemplateResult {
    load().catch((cause: unknown) => {
      this.scriptFailure = cause
    })
    return page
  }

  protected override updated() {
    if (!this.wording) return
    document.documentElement.lang = this.wording.language
    const unread = this.alertEvent?.unread ? `(${this.alertEvent.unread}) ` : ''
    document.title = unread + [this.heading, this.wording.app.name].filter(Boolean).join(' · ')
  }

  private get membership() {
    const { tenant } = this.here.place
    const tenants = this.session.view?.tenants ?? []
    return tenants.find((membership) => membership.tenant === tenant) ?? (tenants.length === 1 ? tenants[0] : undefined)
  }

  private get heading(): string {
    if (!this.wording) return ''
    if (!this.session.view) return this.wording.session.heading
    const { route, place } = this.here
    return route ? route.title(this.wording, place) : this.wording.app.area
  }

  private async start() {
    this.scriptFailure = undefined
    await this.useLanguage(keptLanguage(), OFFICE_TIME)
    await this.session.start()
  }

  private async useLanguage(language: Language, timeZone: string) {
    this.wording = await loadWording(language, timeZone)
    this.wordingProvider.setValue(this.wording)
  }

  private arrive() {
    const before = this.here.place.path
    this.here = routeOf(location.pathname, location.search)
    if (this.session.view) this.goHomeIfNowhere(this.session.view)
    if (before !== this.here.place.path) void this.updateComplete.then(() => this.shell?.focusPage())
  }

  private goHomeIfNowhere(session: SessionView) {
    const home = homeOf(session)
    if (home && isStart(this.here.place.path)) goTo(home, { replace: true })
  }

  private readonly onSignedIn = ({ session }: SignedInEvent) => {
    if (isInvitation(location.hash)) goTo('/admin/', { replace: true })
    this.session.signIn(session)
  }

  private onConfirmAnswered({ detail }: CustomEvent<boolean>) {
    this.session.confirming.answer(detail)
  }

  private readonly onSay = (event: SayEvent) => this.toasts?.say(event.text, event.over)

  private async onLanguage({ detail }: CustomEvent<Language>) {
    keepLanguage(detail)
    await this.useLanguage(detail, this.unit.value?.view.timeZone ?? OFFICE_TIME)
  }
}

/** Tells whether an address is the application's own, and names no page of it. */
const isStart = (path: string): boolean => path.replace(/\/$/, '') === '/admin'
