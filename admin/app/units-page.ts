import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { SessionView } from '../../service/contract/account.ts'
import { PageElement } from '../page/page-element.ts'
import { entriesFor } from './routes/routes.ts'
import '../register/statistics/units-figures.ts'
import '../ui/empty-state.ts'
import '../account/sign-in/invitations-section.ts'

@customElement('units-page')
export class UnitsPage extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      :host {
        display: grid;
        gap: 16px;
        max-inline-size: 860px;
      }
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 320px), 1fr));
        gap: 8px;
      }
      li a {
        display: grid;
        padding: 16px 20px;
        border-radius: var(--radius-large);
        background: var(--surface);
        text-decoration: none;
      }
      li a:hover {
        background: var(--accent-soft);
      }
      strong {
        font-size: var(--size-large);
      }
    `,
  ]

  @property({ attribute: false }) session!: SessionView

  override render() {
    const { app, vocabulary, language } = this.wording
    const units = this.session.tenants.flatMap((membership) => {
      const [first] = entriesFor(this.session, membership)
      return first ? [{ membership, address: first.address }] : []
    })
    if (units.length === 0) return this.renderNone()
    return html`
      <invitations-section></invitations-section>
      <h1>${app.units}</h1>
      <p class="soft">${app.unitsHint}</p>
      <ul class="plain">
        ${units.map(
          ({ membership, address }) => html`<li>
            <a href=${address}>
              <strong>${membership.name}</strong>
              <span class="soft small">${[
                ...membership.roles.map((role) => vocabulary.roles[role]),
                ...(membership.unitRoles ?? []).map((name) => name[language] || name.id),
              ].join(' · ')}</span>
            </a>
          </li>`,
        )}
      </ul>
      <units-figures .session=${this.session}></units-figures>
    `
  }

  private renderNone() {
    const { app } = this.wording
    const isInvited = this.session.invitations.length > 0
    return html`<h1 class="unseen">${app.units}</h1>
      <invitations-section></invitations-section>
      ${isInvited ? nothing : html`<ui-empty icon="building" heading=${app.noPages} text=${app.noPagesHint}></ui-empty>`}`
  }
}
