import { Task } from '@lit/task'
import { html, nothing } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { SessionView, ShownLinkView } from '../../../service/contract/session.ts'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import { controls } from '../../ui/controls.ts'
import { fields, formGrid } from '../../ui/fields.ts'
import { states } from '../../ui/states.ts'
import { surfaces } from '../../ui/surfaces.ts'
import { doorway } from './doorway.ts'
import { newPasswordFields, newPasswordMistakes } from './new-password-fields.ts'
import { SignedInEvent } from './sign-in-form.ts'
import './sign-in-form.ts'

/**
 * Where the one-time link of an invitation leads. A new person chooses a password. A person
 * who has an account signs in to it, which accepts the invitation.
 * @fires signed-in
 */
@customElement('invitation-page')
export class InvitationPage extends PageElement {
  static override styles = [controls, surfaces, fields, states, doorway, formGrid]

  @property() token = ''
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
      ${this.renderLoaded(this.link, (link) => (link.signInFirst ? this.renderKnown(link) : this.renderNew(link)), session.invitationLoading)}
    </main>`
  }

  private renderHeading({ unit }: ShownLinkView, text: string) {
    const { session } = this.wording
    return html`<div>
        <h1>${session.invitationHeading}</h1>
        ${unit ? html`<p>${session.invitedBy(unit.by, unit.name)}</p>` : nothing}
        <p class="soft">${text}</p>
      </div>
      ${this.attempt.render()}`
  }

  private renderNew(link: ShownLinkView) {
    const { session } = this.wording
    return html`<form class="card" novalidate @submit=${this.submit}>
      ${this.renderHeading(link, session.invitationText)}
      <input class="unseen" type="email" autocomplete="username" tabindex="-1" aria-hidden="true" readonly .value=${link.email}>
      ${newPasswordFields(this.wording, this.attempt.errors)}
      <button class="primary" ?disabled=${this.attempt.isBusy}>${session.accept}</button>
    </form>`
  }

  private renderKnown(link: ShownLinkView) {
    return html`<div class="card">
      ${this.renderHeading(link, this.wording.session.invitationKnown)}
      <sign-in-form email=${link.email} @signed-in=${(event: SignedInEvent) => this.acceptAs(event, link)}></sign-in-form>
    </div>`
  }

  // The application hears of the session once the unit is in it.
  private acceptAs(event: SignedInEvent, { unit }: ShownLinkView) {
    event.stopPropagation()
    void this.finish(() =>
      unit ? this.client.acceptMembership(unit.tenant, this.token) : Promise.resolve(event.session),
    )
  }

  private async submit(event: Event) {
    event.preventDefault()
    const written = new FormData(this.form)
    const password = String(written.get('password'))
    if (await this.attempt.refuses(newPasswordMistakes(this.wording, password, String(written.get('repeated'))))) return
    await this.finish(() => this.client.acceptInvitation({ token: this.token, password }))
  }

  private async finish(accept: () => Promise<SessionView>) {
    await this.attempt.run(async () => {
      this.dispatchEvent(new SignedInEvent(await accept()))
    })
  }
}
