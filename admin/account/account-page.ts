import './account-sections.ts'
import { consume } from '@lit/context'
import { Task } from '@lit/task'
import { css, html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { AccountView, SessionView } from '../../service/contract/account.ts'
import { sessionContext } from '../api/context.ts'
import { canUsePasskeys, showPasskey } from '../api/passkeys.ts'
import { alertSettingsAddress } from '../page/addresses.ts'
import { goTo } from '../page/navigation.ts'
import { columnOf } from '../page/page-column.ts'
import { PageElement } from '../page/page-element.ts'
import type { AccountChangedEvent } from './account-sections.ts'
import './device-sections.ts'
import { practiceRoomOf } from '../page/practice.ts'
import { Attempt } from '../ui/attempt.ts'
import '../ui/dialog.ts'
import practiceWording from '../texts/practice.json'
import { icons } from '../ui/icons.ts'
import './sign-in/invitations-section.ts'
import './app-section.ts'

@customElement('account-page')
export class AccountPage extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      ${columnOf(760)}
    `,
  ]

  @consume({ context: sessionContext, subscribe: true })
  @state()
  private session!: SessionView

  /** New codes, shown until the person says that they are kept. */
  @state() private recoveryCodes: readonly string[] = []
  /** A unit was closed until the person showed a second factor here: once they did, they go on to their work. */
  private wasClosed = false
  private readonly attempt = new Attempt(this)

  private readonly account = new Task(this, {
    args: () => [] as const,
    task: (_, { signal }) => this.client.call('GET /account', { signal }),
  })

  constructor() {
    super()
    this.addEventListener('account-changed', this.onChanged)
  }

  protected override updated() {
    const isClosed = this.owing.length > 0
    const goesOn = this.wasClosed && !isClosed && this.recoveryCodes.length === 0
    this.wasClosed = isClosed || (this.wasClosed && !goesOn)
    if (goesOn) goTo('/admin/', { replace: true })
  }

  override render() {
    const { account, common } = this.wording
    const view = this.account.value
    return html`
      <div>
        <h1>${account.heading}</h1>
        <p class="soft">${account.intro({ email: this.session.staff.email })}</p>
      </div>
      ${view ? this.renderSections(view) : this.renderLoaded(this.account)}
      <ui-dialog ?open=${this.recoveryCodes.length > 0} heading=${account.codesHeading} close-label=${common.close}
        @ui-close=${this.codesKept}>
        <recovery-codes .codes=${this.recoveryCodes} @codes-kept=${this.codesKept}></recovery-codes>
      </ui-dialog>
    `
  }

  private renderSections(view: AccountView) {
    return html`
      ${this.renderNeeded(view)}
      <invitations-section></invitations-section>
      <app-section class="card" .since=${view.totpSince}></app-section>
      <passkeys-section class="card" .passkeys=${view.passkeys} device=${view.sessions.find(({ current }) => current)?.device ?? ''}></passkeys-section>
      ${this.isShutOut ? nothing : this.renderRest(view)}
    `
  }

  private renderRest(view: AccountView) {
    const hasFactor = view.totpSince !== null || view.passkeys.length > 0
    return html`
      ${hasFactor ? html`<recovery-section class="card" .left=${view.recoveryCodesLeft}></recovery-section>` : nothing}
      <password-section class="card"></password-section>
      <sessions-section class="card" .sessions=${view.sessions}></sessions-section>
      ${this.renderAbsences()} ${this.renderAlerts()} <push-section class="card"></push-section> ${this.renderPractice()}
      ${this.renderAccessibility()}
    `
  }

  private get owing() {
    return this.session.tenants.filter(({ secondFactorNeeded }) => secondFactorNeeded)
  }

  /** Nothing else is of use before one of their units is open to them. */
  private get isShutOut(): boolean {
    return this.owing.length > 0 && this.owing.length === this.session.tenants.length
  }

  private renderAbsences() {
    const units = this.session.tenants.filter(({ secondFactorNeeded }) => !secondFactorNeeded)
    return units.map(
      ({ tenant, shortName }) =>
        html`<absence-section class="card" tenant=${tenant} heading=${units.length > 1 ? shortName : ''}></absence-section>`,
    )
  }

  private renderAlerts() {
    const { alerts } = this.wording
    const units = this.session.tenants
    if (units.length === 0) return nothing
    return html`<section class="card">
      <h2>${alerts.settings.heading}</h2>
      <ul class="plain">
        ${units.map(({ tenant, shortName }) => html`<li><a href=${alertSettingsAddress(tenant)}>${shortName}</a></li>`)}
      </ul>
    </section>`
  }

  private renderPractice() {
    const words = practiceWording(this.wording)
    const units = this.session.tenants.filter(({ permissions }) => permissions.includes('cases.read'))
    if (units.length === 0) return nothing
    return html`<section class="card">
      <h2>${words.heading}</h2>
      <p class="soft">${words.intro}</p>
      <ul class="plain">
        ${units.map(({ tenant, shortName }) => html`<li><a href=${`/admin/${practiceRoomOf(tenant)}/today`} target="_blank">${words.open({ unit: shortName })}</a></li>`)}
      </ul>
    </section>`
  }

  private renderAccessibility() {
    const [unit] = this.session.tenants
    if (!unit) return nothing
    const { account } = this.wording
    return html`<p><a href="/t/${unit.tenant}/accessibility?lang=${this.wording.language}">${account.accessibility}</a></p>`
  }

  private renderNeeded({ passkeys }: AccountView) {
    const { account } = this.wording
    const units = this.owing
    const isOperators = this.session.secondFactor === 'set-up'
    if (units.length === 0 && !isOperators) return nothing
    const names = units.map(({ shortName }) => shortName).join(', ')
    const canShow = passkeys.length > 0 && canUsePasskeys()
    return html`<div class="banner warn" role="status">
      ${icons.shield}
      <div class="stack">
        <p>${isOperators ? account.operatorNeeded : canShow ? account.showFor({ units: names }) : account.neededFor({ units: names })}</p>
        ${canShow ? html`<div><button @click=${this.showOne}>${icons.key}${account.showPasskey}</button></div>` : nothing}
        ${this.attempt.refusal ? html`<p role="alert">${this.attempt.refusal}</p>` : nothing}
      </div>
    </div>`
  }

  private async showOne() {
    this.attempt.refusal = ''
    await this.attempt.run(async () => {
      const passkey = await showPasskey(await this.client.call('POST /session/confirmation/passkey-options'))
      if (!passkey) return
      await this.client.call('POST /session/confirmation', { body: { passkey }, answersWrong: true })
      this.tellSession()
    })
  }

  private readonly onChanged = (event: AccountChangedEvent) => {
    if (event.recoveryCodes.length > 0) this.recoveryCodes = event.recoveryCodes
    this.tellSession()
    void this.account.run()
  }

  // The session says what a unit still asks for.
  private tellSession() {
    this.dispatchEvent(new CustomEvent('session-changed', { bubbles: true, composed: true }))
  }

  private codesKept() {
    this.recoveryCodes = []
  }
}
