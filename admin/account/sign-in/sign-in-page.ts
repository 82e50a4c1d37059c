import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { PageElement } from '../../page/page-element.ts'
import { icons } from '../../ui/icons.ts'
import { type Language, wordFor } from '../../wording/wording.ts'
import { doorway } from './doorway.ts'
import './sign-in-form.ts'

@customElement('sign-in-page')
export class SignInPage extends PageElement {
  static override styles = [
    PageElement.styles,
    doorway,
    css`
      summary {
        padding-block: 10px;
        color: var(--accent);
        cursor: pointer;
      }
    `,
  ]

  @state() private hasForgotten = false

  /** The reason why the last session ended; empty where there was none or none is known. */
  @property() ended = ''

  override render() {
    const { app, session, language } = this.wording
    const refused = new URLSearchParams(location.search).get('refused')
    const other: Language = language === 'id' ? 'en' : 'id'
    return html`<main>
      <p class="brand" translate="no">${app.name}</p>
      <div class="card">
        <div>
          <h1>${session.heading}</h1>
          <p class="soft">${session.intro}</p>
        </div>
        ${refused ? html`<div class="banner danger" role="alert">${icons.alert}<p>${wordFor(session.refused, refused) ?? session.refused.other}</p></div>` : nothing}
        ${this.ended ? html`<div class="banner" role="status">${icons.clock}<p>${this.ended}</p></div>` : nothing}
        <sign-in-form></sign-in-form>
        <details @toggle=${this.onToggle}>
          <summary>${session.forgotten}</summary>
          ${this.hasForgotten ? html`<forgotten-form></forgotten-form>` : nothing}
        </details>
      </div>
      <p class="soft small">${session.forReporters}</p>
      <div class="language">
        <button class="quiet" lang=${other} @click=${() => this.choose(other)}>
          ${other === 'id' ? app.indonesian : app.english}
        </button>
      </div>
    </main>`
  }

  private onToggle(event: Event) {
    this.hasForgotten = event.target instanceof HTMLDetailsElement && event.target.open
    if (this.hasForgotten) void import('./forgotten-form.ts')
  }

  private choose(language: Language) {
    this.dispatchEvent(new CustomEvent('language-chosen', { detail: language, bubbles: true, composed: true }))
  }
}
