import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { LetterPaper } from '../../../service/contract/papers.ts'

/** A letter as it will lie on the desk: black on white whatever the screen's colours are. */
@customElement('letter-sheet')
export class LetterSheet extends LitElement {
  static override styles = css`
    :host {
      display: block;
      padding: clamp(16px, 6%, 48px);
      border: 1px solid var(--line-strong);
      background: #fff;
      color: #1d2322;
      font-size: 0.9375rem;
      line-height: 1.45;
      overflow-wrap: anywhere;
    }
    p,
    dl,
    dd {
      margin: 0;
    }
    header {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      align-items: center;
      gap: 12px;
      padding-block-end: 8px;
      border-block-end: 3px double currentcolor;
      text-align: center;
    }
    header.with-logo {
      grid-template-columns: 64px minmax(0, 1fr) 64px;
    }
    @media (max-width: 480px) {
      header.with-logo {
        grid-template-columns: 48px minmax(0, 1fr);
      }
    }
    img {
      inline-size: 64px;
      block-size: 64px;
      object-fit: contain;
    }
    .above {
      text-transform: uppercase;
    }
    .above:last-of-type {
      font-size: 1.2em;
      font-weight: 650;
    }
    .contact {
      font-size: 0.85em;
    }
    .date {
      margin-block: 12px 4px;
      text-align: end;
    }
    dl div {
      display: grid;
      grid-template-columns: 6em minmax(0, 1fr);
    }
    .to,
    .text {
      margin-block: 18px;
    }
    .text p + p {
      margin-block-start: 8px;
    }
    .text p,
    .to p {
      white-space: pre-line;
    }
    .signed {
      margin-inline-start: 50%;
    }
    .signed .name {
      margin-block-start: 56px;
      font-weight: 650;
    }
  `

  @property({ attribute: false }) paper!: LetterPaper
  @property() label = ''

  override render() {
    const { letterhead, placeAndDate, facts, addressee, paragraphs, signatory } = this.paper
    const { logo, lines, address, contact } = letterhead
    return html`<article lang=${this.paper.language} aria-label=${this.label}>
      <header class=${logo ? 'with-logo' : ''}>
        ${logo ? html`<img alt="" src="data:image/jpeg;base64,${logo}">` : nothing}
        <div>
          <div>${lines.map((line) => html`<p class="above">${line}</p>`)}</div>
          ${[address, contact].map((line) => (line ? html`<p class="contact">${line}</p>` : nothing))}
        </div>
      </header>
      <p class="date">${placeAndDate}</p>
      <dl>${facts.map(({ label, value }) => html`<div><dt>${label}</dt><dd>: ${value}</dd></div>`)}</dl>
      <div class="to">${addressee.map((line) => html`<p>${line}</p>`)}</div>
      <div class="text">${paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}</div>
      <div class="signed">
        <p>${signatory.position}${signatory.position ? ',' : ''}</p>
        <p class="name">${signatory.name}</p>
        ${signatory.below.map((line) => html`<p>${line}</p>`)}
      </div>
    </article>`
  }
}
