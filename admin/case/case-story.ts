import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { CaseView } from '../../service/contract/case-view.ts'
import { type Fact, listFacts } from '../page/list-facts.ts'
import { ownWords } from '../page/own-words.ts'
import { PageElement } from '../page/page-element.ts'
import { icons } from '../ui/icons.ts'

/**
 * What the reporter wrote or reported, in the reporter's words.
 * @fires guard-wanted - the person wants to say whom of the staff it concerns
 */
@customElement('case-story')
export class CaseStory extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      dl {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 220px), 1fr));
        gap: 12px 24px;
      }
      dt {
        color: var(--ink-soft);
        font-size: var(--size-small);
      }
      .named {
        display: grid;
        gap: 8px;
        justify-items: start;
      }
      dd + dd {
        margin-block-start: 8px;
      }
    `,
  ]

  @property({ attribute: false }) case!: CaseView

  override render() {
    const { casePage } = this.wording
    const { chronology, answers, letterNumber, spoken } = this.case
    if (spoken) void import('./spoken/spoken-statement.ts')
    const facts = listFacts(this.case, this.wording)
    const asksWhoIsMeant = this.renderGuard() !== nothing
    const isShown = ({ kind, value }: Fact) => value || (kind === 'person' && asksWhoIsMeant)
    const given = facts.filter(isShown)
    const missing = facts.filter((fact) => !isShown(fact)).map(({ label }) => label)
    const row = (term: unknown, value: string | null, more: unknown = nothing) => html`<div>
      <dt>${term}</dt>
      <dd class=${value ? 'prose' : 'soft'}>${value ?? casePage.notTold}</dd>
      ${more}
    </div>`
    return html`<section class="card" aria-labelledby="heading">
      <h2 id="heading">${casePage.story}</h2>
      ${this.renderNamed()}
      ${this.case.covered ? html`<p class="soft small">${icons.lock} ${casePage.wordsMasked}</p>` : nothing}
      ${spoken ? html`<spoken-statement .case=${this.case}></spoken-statement>` : html`<p class="prose">${chronology}</p>`}
      <dl>
        ${given.map(({ kind, label, value }) => row(label, value, kind === 'person' ? this.renderGuard() : nothing))}
        ${letterNumber ? row(casePage.letterNumber, letterNumber) : nothing}
        ${answers.map(({ question, answer }) => row(ownWords(this.unit.view, question), answer))}
        ${this.renderSigning(row)}
      </dl>
      ${missing.length > 0 ? html`<p class="soft small">${casePage.notTold}: ${missing.join(', ')}</p>` : nothing}
      ${this.renderConsent()}
    </section>`
  }

  private renderSigning(row: (term: string, value: string) => unknown) {
    const { casePage, vocabulary } = this.wording
    const { signing } = this.case
    if (!signing) return nothing
    return row(
      casePage.signing,
      signing.kind === 'signed'
        ? casePage.signed(signing.sha256)
        : casePage.witnessed(vocabulary.unsigned[signing.because], signing.witness),
    )
  }

  private renderConsent() {
    const { casePage, formats } = this.wording
    const { consent } = this.case
    return consent
      ? html`<p class="soft small">${casePage.consent}: ${casePage.consentText(formats.dayAndTime(consent.at), consent.version)}</p>`
      : nothing
  }

  private renderNamed() {
    const { guard, formats } = this.wording
    const { namedStaff } = this.case
    if (namedStaff.length === 0) return nothing
    return html`<div class="banner warn screen-only">
      ${icons.hidden}
      <div class="named">
        <p>${guard.names(formats.list(namedStaff.map(({ name }) => name)))}</p>
        ${this.renderButton(guard.ask)}
      </div>
    </div>`
  }

  private renderGuard() {
    const { guard } = this.wording
    const { mayGuard, namedStaff } = this.case
    if (!mayGuard || namedStaff.length > 0) return nothing
    return html`<dd class="screen-only">${this.renderButton(this.case.guard ? guard.change : guard.ask)}</dd>`
  }

  private renderButton(label: string) {
    return html`<button @click=${() => this.dispatchEvent(new CustomEvent('guard-wanted'))}>
      ${icons.hidden}${label}
    </button>`
  }
}
