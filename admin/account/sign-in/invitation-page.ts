import { html, nothing } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { ShownLinkView } from '../../../service/contract/account.ts'
import { findPasswordMistakes, LinkPage, newPasswordFields } from './link-page.ts'
import { SignedInEvent } from './sign-in-form.ts'
import './sign-in-form.ts'

/**
 * Where the one-time link of an invitation leads. A new person chooses a password. A person
 * who has an account signs in to it, which accepts the invitation.
 */
@customElement('invitation-page')
export class InvitationPage extends LinkPage {
  protected renderLink(link: ShownLinkView) {
    return link.signInFirst ? this.renderKnown(link) : this.renderNew(link)
  }

  private renderHeading({ unit }: ShownLinkView, text: string) {
    const { session } = this.wording
    return html`<div>
        <h1>${session.invitationHeading}</h1>
        ${unit ? html`<p>${session.invitedBy({ by: unit.by, unit: unit.name })}</p>` : nothing}
        <p class="soft">${text}</p>
      </div>
      ${this.attempt.render()}`
  }

  private renderNew(link: ShownLinkView) {
    const { session } = this.wording
    return html`<form class="card" novalidate @submit=${this.onSubmit}>
      ${this.renderHeading(link, session.invitationText)} ${this.renderAccount(link)}
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
    void this.attempt.run(async () => {
      const session = unit ? await this.client.acceptMembership(unit.tenant, this.token) : event.session
      this.dispatchEvent(new SignedInEvent(session))
    })
  }

  protected override findMistakes(written: FormData) {
    return findPasswordMistakes(this.wording, written)
  }

  protected async send(written: FormData) {
    const password = String(written.get('password'))
    this.dispatchEvent(new SignedInEvent(await this.client.acceptInvitation({ token: this.token, password })))
  }
}
