import { css, html, svg } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { encodeQR } from 'qr'
import { ROW_WORDS, rowsOf } from '../../../service/sealing/wrapped-key.ts'
import { serviceInstant } from '../../api/service-clock.ts'
import { PageElement } from '../../page/page-element.ts'
import sealingWording from '../../texts/sealing.json'
import { icons } from '../../ui/icons.ts'

/** Cameras need this much white around the code, in squares (ISO/IEC 18004). */
const QUIET = 4

/** A QR code drawn as one path, so that a printer keeps its edges sharp and no policy is asked for a picture. */
export function qrPicture(text: string, label: string) {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET })
  const dark = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : [])))
  return html`<svg role="img" aria-label=${label} viewBox="0 0 ${rows.length} ${rows.length}" shape-rendering="crispEdges">
    ${svg`<path fill="#fff" d="M0 0h${rows.length}v${rows.length}H0z"/><path fill="#000" d=${dark.join('')}/>`}
  </svg>`
}

/**
 * One recovery share, as it is shown and printed once: the secret above the fold, what to do below. The QR code is
 * printed alone, because a screen is photographed more easily than a sheet. It holds the words and no address, so that
 * whatever reads it has nowhere to send them.
 */
@customElement('recovery-sheet')
export class RecoverySheet extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      :host,
      .secret {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 16px;
      }
      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 4px 16px;
      }
      dt {
        color: var(--ink-soft);
      }
      dd {
        overflow-wrap: anywhere;
      }
      .rows {
        display: grid;
        gap: 12px;
        padding: 16px;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
      }
      .words {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(6.4em, 1fr));
        gap: 2px 12px;
        padding: 0;
        list-style-position: inside;
        font: 600 var(--size-large) / 1.5 ui-monospace, monospace;
      }
      .words ::marker {
        color: var(--ink-soft);
        font-weight: 400;
        font-size: var(--size-small);
      }
      .check {
        font-weight: 650;
      }
      .paper-only {
        display: none;
      }
      @media print {
        :host {
          page: recovery-sheet;
          gap: 0;
          color: #000;
          font-size: 10.5pt;
        }
        .paper-only {
          display: block;
        }
        .screen-only {
          display: none;
        }
        h2 {
          font-size: 15pt;
        }
        /* Half an A4 sheet, less the edge that base.css gives this page. */
        .secret {
          block-size: calc(148.5mm - 12mm);
          align-content: start;
          gap: 3mm;
          border-block-end: 1px dashed #000;
        }
        .secret .both {
          display: grid;
          grid-template-columns: minmax(0, 1fr) 52mm;
          gap: 6mm;
          align-items: start;
        }
        .rows {
          gap: 3mm;
          padding: 3mm 4mm;
          border: 1px solid #000;
          border-radius: 0;
        }
        .words {
          grid-template-columns: repeat(5, minmax(0, 1fr));
          gap: 0 2mm;
          font-size: 10.5pt;
        }
        dt,
        .soft,
        .words ::marker {
          color: #000;
        }
        svg {
          display: block;
          inline-size: 52mm;
          block-size: 52mm;
        }
        .fold {
          margin-block-start: 1mm;
          font-size: 8pt;
          text-align: center;
        }
        .below {
          margin-block-start: 6mm;
        }
        .below ol {
          display: grid;
          gap: 2mm;
          margin-block: 3mm;
          padding-inline-start: 6mm;
        }
      }
    `,
  ]

  @property({ type: Number }) index = 1
  @property() holder = ''
  @property() fingerprint = ''
  @property({ attribute: false }) share: readonly string[] = []
  private readonly madeAt = serviceInstant()

  override render() {
    const wording = sealingWording(this.wording)
    const { unit, holder, made } = wording.sheetFacts
    const facts = [
      [unit, this.unit.view.name],
      [holder, this.holder],
      [made, this.wording.formats.day(this.madeAt)],
    ] as const
    return html`
      <div class="secret">
        <p class="paper-only check">${wording.sheetTitle}</p>
        <h2 tabindex="-1">${wording.sheet({ index: this.index })}</h2>
        <dl>
          ${facts.map(([term, fact]) => html`<dt>${term}</dt><dd>${fact}</dd>`)}
          <dt>${wording.fingerprint}</dt><dd><code>${this.fingerprint}</code></dd>
        </dl>
        <div class="both">
          <div class="rows" translate="no">${this.renderRows()}</div>
          <div class="paper-only">${qrPicture(this.share.join(' ').toUpperCase(), wording.qr)}</div>
        </div>
      </div>
      <div class="screen-only"><p>${wording.sheetText}</p></div>
      <div class="paper-only">
        <p class="fold">${wording.fold}</p>
        <div class="below">
          <p>${wording.sheetWhat}</p>
          <ol>${wording.sheetSteps.map((step) => html`<li>${step}</li>`)}</ol>
          <p>${wording.sheetAt} ${location.origin}${location.pathname}</p>
        </div>
      </div>
      <div class="screen-only"><button type="button" @click=${() => window.print()}>${icons.print}${wording.print}</button></div>
    `
  }

  private renderRows() {
    const wording = sealingWording(this.wording)
    return rowsOf(this.share).map(
      (row, at) => html`<div>
        <p class="small soft">${wording.row({ index: at + 1 })} · ${wording.check} <span class="check">${row.check}</span></p>
        <ol class="words" start=${at * ROW_WORDS + 1}>${row.words.map((word) => html`<li>${word}</li>`)}</ol>
      </div>`,
    )
  }

  override focus() {
    this.renderRoot.querySelector('h2')?.focus()
  }
}
