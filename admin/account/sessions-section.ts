import { html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { AccountView } from '../../service/contract/account.ts'
import { PageElement } from '../page/page-element.ts'
import { Attempt } from '../ui/attempt.ts'
import { say } from '../ui/say.ts'
import { AccountChangedEvent } from './account-changed.ts'
import { sectionLooks } from './section-looks.ts'

type OwnSession = AccountView['sessions'][number]

/**
 * Where the person is signed in, and how to end that elsewhere.
 * @fires account-changed
 */
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
          ${account.startedAt(formats.dayAndTime(session.startedAt))} · ${account.usedAt(formats.dayAndTime(session.lastUsedAt))}
        </p>
      </div>
      ${
        session.current
          ? nothing
          : html`<button aria-label=${account.endOf(device)} ?disabled=${this.attempt.isBusy}
              @click=${() => this.end(session)}>${account.end}</button>`
      }
    </li>`
  }

  private end({ id }: OwnSession) {
    return this.attempt.run(async () => {
      await this.client.account.endSession(id)
      say(this, this.wording.account.ended)
      this.dispatchEvent(new AccountChangedEvent())
    })
  }

  private endOthers() {
    return this.attempt.run(async () => {
      await this.client.account.endOtherSessions()
      say(this, this.wording.account.endedOthers)
      this.dispatchEvent(new AccountChangedEvent())
    })
  }
}
