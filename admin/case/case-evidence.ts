import { consume } from '@lit/context'
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { CaseEvidenceView, CaseView } from '../../service/contract/case-view.ts'
import type { ServiceClient } from '../api/client.ts'
import { clientContext, type Unit, unitContext } from '../api/context.ts'
import { type Words, wordsContext } from '../messages/words.ts'
import { controls } from '../ui/controls.ts'
import '../ui/dialog.ts'
import { icons } from '../ui/icons.ts'
import { surfaces } from '../ui/surfaces.ts'
import './evidence-image.ts'
import { scanLooks, scanMark } from './scan-mark.ts'

/** Evidence: images in place, everything to download, each with its fingerprint. */
@customElement('case-evidence')
export class CaseEvidence extends LitElement {
  static override styles = [
    controls,
    surfaces,
    scanLooks,
    css`
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 280px), 1fr));
        gap: 12px;
      }
      li {
        display: grid;
        grid-template-columns: 72px minmax(0, 1fr);
        gap: 12px;
        align-items: center;
      }
      .frame {
        inline-size: 72px;
        block-size: 72px;
        padding: 0;
        overflow: hidden;
        border: 0;
        border-radius: var(--radius);
        background: var(--sunk);
        color: var(--ink-soft);
        display: grid;
        place-items: center;
      }
      .frame .icon {
        inline-size: 28px;
        block-size: 28px;
      }
      evidence-image.small {
        inline-size: 100%;
        block-size: 100%;
      }
      p {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .name {
        font-weight: 600;
      }
    `,
  ]

  @consume({ context: wordsContext, subscribe: true })
  @state()
  private words!: Words

  @consume({ context: clientContext })
  private client!: ServiceClient

  @consume({ context: unitContext, subscribe: true })
  @state()
  private unit!: Unit

  @property({ attribute: false }) case!: CaseView
  @state() private enlarged: CaseEvidenceView | null = null

  override render() {
    const { casePage, common } = this.words
    const { evidence, number } = this.case
    return html`<section class="card" aria-labelledby="heading">
      <h2 id="heading">${casePage.evidence}</h2>
      ${
        evidence.length === 0
          ? html`<p class="soft">${casePage.noEvidence}</p>`
          : html`<ul class="plain">${evidence.map((piece) => this.renderPiece(piece))}</ul>`
      }
      <ui-dialog wide ?open=${this.enlarged !== null} heading=${this.enlarged?.name ?? ''} close-label=${common.close}
        @ui-close=${this.closeEnlarged}>
        ${
          this.enlarged
            ? html`<evidence-image whole number=${number} evidence-id=${this.enlarged.id} name=${this.enlarged.name}></evidence-image>`
            : nothing
        }
      </ui-dialog>
    </section>`
  }

  private renderPiece(piece: CaseEvidenceView) {
    const { casePage, formats } = this.words
    const { number } = this.case
    return html`<li>
      ${
        piece.viewable && piece.available
          ? html`<button class="frame" aria-label=${casePage.openImage(piece.name)} @click=${() => this.enlarge(piece)}>
              <evidence-image class="small" number=${number} evidence-id=${piece.id} name=""></evidence-image>
            </button>`
          : html`<span class="frame">${icons.file}</span>`
      }
      <div>
        <p class="name" title=${piece.name}>${piece.name}</p>
        <p class="soft small">${formats.size(piece.size)} · ${formats.dayAndTime(piece.addedAt)}</p>
        <p class="soft small" title=${piece.sha256}>${casePage.sha256} <code>${piece.sha256.slice(0, 12)}…</code></p>
        ${scanMark(piece, this.words)}
        ${
          piece.available && piece.download !== null
            ? html`<a class="small" href=${this.client.evidenceAddress(this.unit.tenant, number, piece.id)} download
                aria-label=${casePage.downloadFile(piece.name)}>${casePage.download}</a>`
            : nothing
        }
      </div>
    </li>`
  }

  private enlarge(piece: CaseEvidenceView) {
    this.enlarged = piece
  }

  private closeEnlarged() {
    this.enlarged = null
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-evidence': CaseEvidence
  }
}
