import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { ReceiptView } from '../../../service/contract/complaint-view.ts'
import { caseAddress } from '../../page/addresses.ts'
import { PageElement } from '../../page/page-element.ts'
import '../../ui/copy-button.ts'
import { icons } from '../../ui/icons.ts'
import { intakeWording } from '../../wording/intake-wording.ts'

/**
 * Number and tracking code, large, to be printed or written down. The code is never shown again.
 * @fires next-person
 */
@customElement('intake-receipt')
export class IntakeReceipt extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      .numbers {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 300px), 1fr));
        gap: 16px 32px;
        padding: 20px 24px;
        border-radius: var(--radius);
        background: var(--accent-soft);
      }
      dt {
        color: var(--ink-soft);
        font-size: var(--size-small);
      }
      .numbers dd {
        font: 700 clamp(1.25rem, 5vw, 1.75rem) / 1.3 var(--font-code);
        overflow-wrap: anywhere;
      }
      .dates {
        display: grid;
        gap: 8px;
      }
      .dates dd {
        overflow-wrap: anywhere;
      }
      h2:focus-visible {
        outline: none;
      }
      .on-paper {
        display: none;
      }
      @media print {
        .on-paper {
          display: block;
        }
        .numbers {
          border: 1px solid #000;
        }
      }
    `,
  ]

  @property({ attribute: false }) receipt!: ReceiptView
  /** The case is kept from somebody, perhaps from this officer too: no way leads to it from here. */
  @property({ type: Boolean }) kept = false

  /** The reporter gets the code on paper; the screen shows it only when it is asked to. */
  @property({ type: Boolean, attribute: 'paper-only' }) paperOnly = false
  @state() private isCodeShown = false

  /** Text of the button to the next step; if left out, the next person. */
  @property() next = ''

  protected override firstUpdated() {
    this.renderRoot.querySelector('h2')?.focus()
    if (this.paperOnly) window.print()
  }

  override render() {
    const { formats } = this.wording
    const intake = intakeWording(this.wording)
    const { number, trackingCode, receivedAt, clocks, followUpUrl } = this.receipt
    return html`<section class="card" aria-labelledby="heading">
      <p class="on-paper"><strong>${this.unit.view.name}</strong><br>${this.unit.view.parent}</p>
      <div>
        <h2 id="heading" tabindex="-1">${intake.receiptHeading}</h2>
        <p class="soft screen-only">${this.paperOnly ? intake.receiptOnPaper : intake.receiptText}</p>
      </div>
      <dl class="numbers">
        <div><dt>${intake.number}</dt><dd>${number}</dd></div>
        <div class=${this.paperOnly && !this.isCodeShown ? 'on-paper' : ''}><dt>${intake.trackingCode}</dt><dd>${trackingCode}</dd></div>
      </dl>
      <dl class="dates">
        <div><dt>${intake.receivedAt}</dt><dd>${formats.longDay(receivedAt)}, ${formats.time(receivedAt)}</dd></div>
        ${clocks.map(({ label, dueAt }) => html`<div><dt>${intake.clocks}: ${label}</dt><dd>${formats.longDay(dueAt)}</dd></div>`)}
        <div><dt>${intake.followUp}</dt><dd>${followUpUrl}</dd></div>
      </dl>
      <div class="row screen-only">
        <button class="primary" @click=${() => window.print()}>${icons.print}${intake.printReceipt}</button>
        <button @click=${this.nextPerson}>${this.next ? icons.mail : icons.person}${this.next || intake.nextPerson}</button>
        <a class="button quiet" href=${this.client.receiptAddress(this.unit.tenant, number)} target="_blank" rel="noopener">
          ${icons.file}${intake.receiptPdf}
        </a>
        ${
          this.paperOnly && !this.isCodeShown
            ? html`<button class="quiet" @click=${this.showCode}>${icons.eye}${intake.showCode}</button>`
            : nothing
        }
        ${
          this.kept || this.paperOnly
            ? nothing
            : html`<a class="button quiet" href=${caseAddress(this.unit.tenant, number)}>${intake.openCase}</a>`
        }
      </div>
    </section>`
  }

  private showCode() {
    this.isCodeShown = true
  }

  private nextPerson() {
    this.dispatchEvent(new CustomEvent('next-person'))
  }
}
