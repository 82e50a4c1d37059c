import { consume } from '@lit/context'
import { css, html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { SessionView } from '../../../service/contract/account.ts'
import { sessionContext } from '../../api/context.ts'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import { icons } from '../../ui/icons.ts'
import { say } from '../../ui/say.ts'

type Waiting = SessionView['invitations'][number]

@customElement('invitations-section')
export class InvitationsSection extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      li {
        display: grid;
        gap: 8px;
      }
      li + li {
        margin-block-start: 12px;
        padding-block-start: 12px;
        border-block-start: 1px solid var(--line);
      }
    `,
  ]

  @consume({ context: sessionContext, subscribe: true })
  @state()
  private session!: SessionView

  private readonly attempt = new Attempt(this)

  override render() {
    const { session, formats } = this.wording
    const { invitations } = this.session
    if (invitations.length === 0) return nothing
    return html`<section class="card" aria-labelledby="waiting">
      <h2 id="waiting">${session.waitingHeading}</h2>
      ${this.attempt.render()}
      <ul class="plain">
        ${invitations.map(
          (one) => html`<li>
            <div>
              <strong>${one.name}</strong>
              <p class="soft small">${session.waitingFrom({ by: one.by, day: formats.day(one.at) })}</p>
            </div>
            <div class="row">
              <button class="primary" ?disabled=${this.attempt.isBusy} @click=${() => this.accept(one)}>${icons.check}${session.waitingAccept}<span class="unseen"> ${one.name}</span></button>
              <button ?disabled=${this.attempt.isBusy} @click=${() => this.decline(one)}>${session.waitingDecline}<span class="unseen"> ${one.name}</span></button>
            </div>
          </li>`,
        )}
      </ul>
    </section>`
  }

  private accept({ tenant, name }: Waiting) {
    return this.answer(() => this.client.acceptMembership(tenant), this.wording.session.waitingAccepted({ unit: name }))
  }

  private decline({ tenant, name }: Waiting) {
    return this.answer(
      () => this.client.declineMembership(tenant),
      this.wording.session.waitingDeclined({ unit: name }),
    )
  }

  private answer(act: () => Promise<SessionView>, confirmation: string) {
    return this.attempt.run(async () => {
      await act()
      say(this, confirmation)
      this.dispatchEvent(new CustomEvent('session-changed', { bubbles: true, composed: true }))
    })
  }
}
