import { Task } from '@lit/task'
import { html } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { ShownLinkView } from '../../../service/contract/session.ts'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import { controls } from '../../ui/controls.ts'
import { textField } from '../../ui/field.ts'
import { fields, formGrid } from '../../ui/fields.ts'
import { missingFields } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import { states } from '../../ui/states.ts'
import { surfaces } from '../../ui/surfaces.ts'
import { doorway } from './doorway.ts'
import { newPasswordFields, newPasswordMistakes } from './new-password-fields.ts'

/** The page of a one-time link that sets a new password, or removes the second factor. */
@customElement('reset-page')
export class ResetPage extends PageElement {
  static override styles = [controls, surfaces, fields, states, doorway, formGrid]

  @property() token = ''
  @state() private isDone = false
  @query('form') private readonly form!: HTMLFormElement

  private readonly attempt = new Attempt(this)

  private readonly link = new Task(this, {
    args: () => [this.token] as const,
    task: ([token]) => this.client.showLink(token),
  })

  override render() {
    const { app, session } = this.wording
    return html`<main>
      <p class="brand" translate="no">${app.name}</p>
      ${this.renderLoaded(this.link, (link) => (this.isDone ? this.renderDone(link) : this.renderForm(link)), session.invitationLoading)}
    </main>`
  }

  private renderForm({ purpose, email }: ShownLinkView) {
    const { session } = this.wording
    const isFactor = purpose === 'second-factor'
    return html`<form class="card" novalidate @submit=${(event: Event) => this.submit(event, isFactor)}>
      <div>
        <h1>${isFactor ? session.factorHeading : session.resetHeading}</h1>
        <p class="soft">${isFactor ? session.factorText(email) : session.resetText(email)}</p>
      </div>
      ${this.attempt.render()}
      <input class="unseen" type="email" autocomplete="username" tabindex="-1" aria-hidden="true" readonly .value=${email}>
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

  private renderDone({ purpose }: ShownLinkView) {
    const { session } = this.wording
    return html`<div class="card">
      <div class="banner ok" role="status">${icons.check}<p>${purpose === 'second-factor' ? session.factorDone : session.resetDone}</p></div>
      <a class="button primary" href="/admin/">${session.backToSignIn}</a>
    </div>`
  }

  private async submit(event: Event, isFactor: boolean) {
    event.preventDefault()
    const written = new FormData(this.form)
    const password = String(written.get('password'))
    if (
      await this.attempt.refuses(
        isFactor
          ? missingFields(this.form, this.wording.common.required)
          : newPasswordMistakes(this.wording, password, String(written.get('repeated'))),
      )
    )
      return
    await this.attempt.run(async () => {
      const use = isFactor ? this.client.resetSecondFactor : this.client.resetPassword
      await use({ token: this.token, password })
      this.isDone = true
    })
  }
}
