import { html } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { ShownLinkView } from '../../../service/contract/account.ts'
import { textField } from '../../ui/field.ts'
import { icons } from '../../ui/icons.ts'
import { findPasswordMistakes, LinkPage, newPasswordFields } from './link-page.ts'

/** The page of a one-time link that sets a new password, or removes the second factor. */
@customElement('reset-page')
export class ResetPage extends LinkPage {
  @state() private isDone = false

  protected renderLink(link: ShownLinkView) {
    return this.isDone ? this.renderDone() : this.renderForm(link)
  }

  private get isFactor(): boolean {
    return this.link.value?.purpose === 'second-factor'
  }

  private renderForm(link: ShownLinkView) {
    const { session } = this.wording
    const { isFactor } = this
    return html`<form class="card" novalidate @submit=${this.onSubmit}>
      <div>
        <h1>${isFactor ? session.factorHeading : session.resetHeading}</h1>
        <p class="soft">${isFactor ? session.factorText({ email: link.email }) : session.resetText({ email: link.email })}</p>
      </div>
      ${this.attempt.render()} ${this.renderAccount(link)}
      ${
        isFactor
          ? textField({
              name: 'password',
              label: session.password,
              type: 'password',
              autocomplete: 'current-password',
              error: this.attempt.errors.password,
            })
          : newPasswordFields(this.wording, this.attempt.errors)
      }
      <button class="primary" ?disabled=${this.attempt.isBusy}>${isFactor ? session.factorSave : session.resetSave}</button>
    </form>`
  }

  private renderDone() {
    const { session } = this.wording
    return html`<div class="card">
      <div class="banner ok" role="status">${icons.check}<p>${this.isFactor ? session.factorDone : session.resetDone}</p></div>
      <a class="button primary" href="/admin/">${session.backToSignIn}</a>
    </div>`
  }

  protected override findMistakes(written: FormData) {
    return this.isFactor ? super.findMistakes(written) : findPasswordMistakes(this.wording, written)
  }

  protected async send(written: FormData) {
    const use = this.isFactor ? this.client.resetSecondFactor : this.client.resetPassword
    await use({ token: this.token, password: String(written.get('password')) })
    this.isDone = true
  }
}
