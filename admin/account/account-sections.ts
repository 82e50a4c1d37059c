import '../page/absence-form.ts'
import { Task } from '@lit/task'
import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { AccountView } from '../../service/contract/account.ts'
import type { DutiesView } from '../../service/contract/staff.ts'
import type { DutiesChanged } from '../page/absence-form.ts'
import { FormElement } from '../page/form-element.ts'
import { PageElement } from '../page/page-element.ts'
import dutiesWording from '../texts/duties.json'
import { Attempt } from '../ui/attempt.ts'
import { textField } from '../ui/field.ts'
import { type FieldErrors, hasErrors } from '../ui/form.ts'
import { icons } from '../ui/icons.ts'
import { say } from '../ui/say.ts'
import '../ui/copy-button.ts'

export const sectionLooks = css`
  form,
  .steps {
    display: grid;
    gap: 16px;
    min-inline-size: 0;
  }
  .state {
    display: flex;
    gap: 8px;
  }
  .state .icon {
    margin-block-start: 1px;
    color: var(--ink-soft);
  }
  .state.ok .icon {
    color: var(--ok);
  }
  .things {
    display: grid;
    border-block-start: 1px solid var(--line);
  }
  .things li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 4px 16px;
    align-items: center;
    padding-block: 10px;
    overflow-wrap: anywhere;
  }
  .things li + li {
    border-block-start: 1px solid var(--line);
  }
  .narrow {
    max-inline-size: 360px;
  }
`

@customElement('absence-section')
export class AbsenceSection extends PageElement {
  static override styles = [PageElement.styles, sectionLooks]

  @property() tenant = ''
  @property() heading = ''
  @state() private changed: DutiesView | null = null

  private readonly duties = new Task(this, {
    args: () => [this.tenant] as const,
    task: ([tenant], { signal }) => this.client.call('GET /duties', { params: { tenant }, signal }),
  })

  override render() {
    const wording = dutiesWording(this.wording)
    const view = this.changed ?? this.duties.value
    const own = view?.people.find((one) => one.own)
    if (view && !own) return nothing
    return html`
      <div>
        <h2>${wording.own}${this.heading ? ` · ${this.heading}` : ''}</h2>
        <p class="soft">${wording.ownText}</p>
      </div>
      ${
        view && own
          ? html`<absence-form tenant=${this.tenant} .person=${own} .people=${view.people}
              @duties-changed=${this.onChanged}></absence-form>`
          : this.renderLoaded(this.duties)
      }
    `
  }

  private onChanged({ detail }: DutiesChanged) {
    this.changed = detail
  }
}

/** Event of a section after it changed how the account is guarded. New recovery codes are shown this once. */
export class AccountChangedEvent extends Event {
  constructor(readonly recoveryCodes: readonly string[] = []) {
    super('account-changed', { bubbles: true, composed: true })
  }
}

declare global {
  interface HTMLElementEventMap {
    'account-changed': AccountChangedEvent
  }
}

const FEW = 3

@customElement('recovery-section')
export class RecoverySection extends PageElement {
  static override styles = [PageElement.styles, sectionLooks]

  @property({ type: Number }) left = 0

  private readonly attempt = new Attempt(this)

  override render() {
    const { account } = this.wording
    const isEnough = this.left > FEW
    return html`
      <div>
        <h2>${account.codes}</h2>
        <p class="soft">${account.codesText}</p>
      </div>
      ${this.attempt.render()}
      <p class="state ${isEnough ? 'ok' : ''}">${isEnough ? icons.check : icons.alert}${account.codesLeft({ left: this.left })}</p>
      <div><button ?disabled=${this.attempt.isBusy} @click=${this.renew}>${account.codesRenew}</button></div>
    `
  }

  private renew() {
    return this.attempt.run(async () => {
      const { recoveryCodes } = await this.client.call('POST /account/recovery-codes')
      this.dispatchEvent(new AccountChangedEvent(recoveryCodes))
    })
  }
}

type OwnSession = AccountView['sessions'][number]

@customElement('sessions-section')
export class SessionsSection extends PageElement {
  static override styles = [PageElement.styles, sectionLooks]

  @property({ attribute: false }) sessions: readonly OwnSession[] = []

  private readonly attempt = new Attempt(this)

  override render() {
    const { account } = this.wording
    return html`
      <div>
        <h2>${account.sessions}</h2>
        <p class="soft">${account.sessionsText}</p>
      </div>
      ${this.attempt.render()}
      <ul class="plain things" aria-label=${account.sessions}>${this.sessions.map((one) => this.renderOne(one))}</ul>
      ${
        this.sessions.length > 1
          ? html`<div><button class="danger" ?disabled=${this.attempt.isBusy} @click=${this.endOthers}>${account.endOthers}</button></div>`
          : nothing
      }
    `
  }

  private renderOne(session: OwnSession) {
    const { account, formats } = this.wording
    const device = session.device ?? account.deviceUnknown
    return html`<li>
      <div>
        <strong>${device}</strong>${session.current ? html` <span class="soft">(${account.sessionHere})</span>` : nothing}
        <p class="soft small">
          ${account.startedAt({ moment: formats.dayAndTime(session.startedAt) })} · ${account.usedAt({ moment: formats.dayAndTime(session.lastUsedAt) })}
        </p>
      </div>
      ${
        session.current
          ? nothing
          : html`<button aria-label=${account.endOf({ device })} ?disabled=${this.attempt.isBusy}
              @click=${() => this.end(session)}>${account.end}</button>`
      }
    </li>`
  }

  private end({ id }: OwnSession) {
    return this.attempt.run(async () => {
      await this.client.call('DELETE /account/sessions/{id}', { params: { id } })
      say(this, this.wording.account.ended)
      this.dispatchEvent(new AccountChangedEvent())
    })
  }

  private endOthers() {
    return this.attempt.run(async () => {
      await this.client.call('DELETE /account/sessions')
      say(this, this.wording.account.endedOthers)
      this.dispatchEvent(new AccountChangedEvent())
    })
  }
}

const SHORTEST_PASSWORD = 12

/** Changes the password, which needs the present one and ends all other sessions. */
@customElement('password-section')
export class PasswordSection extends FormElement {
  static override styles = [FormElement.styles, sectionLooks]

  override render() {
    const { account, session } = this.wording
    return html`
      <div>
        <h2>${account.password}</h2>
        <p class="soft">${account.passwordText}</p>
      </div>
      <form novalidate @submit=${this.onSubmit}>
        ${this.attempt.render()}
        <div class="narrow steps">
          ${textField({
            name: 'present',
            label: account.present,
            type: 'password',
            autocomplete: 'current-password',
            error: this.attempt.errors.present,
          })}
          ${textField({
            name: 'next',
            label: session.newPassword,
            hint: session.newPasswordHint,
            type: 'password',
            autocomplete: 'new-password',
            error: this.attempt.errors.next,
          })}
          ${textField({
            name: 'repeated',
            label: session.repeatPassword,
            type: 'password',
            autocomplete: 'new-password',
            error: this.attempt.errors.repeated,
          })}
        </div>
        <div><button class="primary" ?disabled=${this.attempt.isBusy}>${account.passwordChange}</button></div>
      </form>
    `
  }

  protected override findMistakes(written: FormData): FieldErrors {
    const { session } = this.wording
    const [next, repeated] = [String(written.get('next')), String(written.get('repeated'))]
    const missing = super.findMistakes(written)
    if (hasErrors(missing)) return missing
    if (next.length < SHORTEST_PASSWORD) return { next: session.newPasswordShort }
    return next === repeated ? {} : { repeated: session.repeatDiffers }
  }

  protected async send(written: FormData) {
    const [present, next] = [String(written.get('present')), String(written.get('next'))]
    await this.client.call('POST /account/password', { body: { present, next }, answersWrong: true })
    this.form.reset()
    say(this, this.wording.account.passwordChanged)
    this.dispatchEvent(new AccountChangedEvent())
  }
}

/**
 * Recovery codes, shown once.
 * @fires codes-kept - the person says that they have them
 */
@customElement('recovery-codes')
export class RecoveryCodes extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      ol {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(200px, 1fr));
        gap: 6px 16px;
        padding: 14px 16px;
        border-radius: var(--radius);
        background: var(--sunk);
        list-style: none;
      }
    `,
  ]

  @property({ attribute: false }) codes: readonly string[] = []

  override render() {
    const { account, common } = this.wording
    return html`<div class="stack">
      <p>${account.codesOnce}</p>
      <ol aria-label=${account.codes}>${this.codes.map((code) => html`<li><code>${code}</code></li>`)}</ol>
      <div class="row">
        <button class="primary" @click=${this.kept}>${account.codesKept}</button>
        <ui-copy .text=${this.codes.join('\n')} label=${common.copy} done-label=${common.copied}></ui-copy>
      </div>
    </div>`
  }

  private kept() {
    this.dispatchEvent(new CustomEvent('codes-kept'))
  }
}
