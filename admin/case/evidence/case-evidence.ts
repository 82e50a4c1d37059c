import '../identity/case-requests.ts'
import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { CaseEvidenceView, CaseView } from '../../../service/contract/case-view.ts'
import type { FileAnswer } from '../../api/transport.ts'
import { PageElement } from '../../page/page-element.ts'
import redactionWording from '../../texts/redaction.json'
import { icons } from '../../ui/icons.ts'
import { saveFile } from '../../ui/save-file.ts'
import { say } from '../../ui/say.ts'
import type { Wording } from '../../wording/wording.ts'
import type { ReasonAsked } from '../identity/case-requests.ts'
import { fileKind } from './evidence-viewer.ts'

export const evidenceLooks = css`
  .title {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 12px;
  }
  ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 300px), 1fr));
    gap: 16px 24px;
  }
  li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 12px;
  }
  li > .icon {
    inline-size: 28px;
    block-size: 28px;
    color: var(--ink-soft);
  }
  .name {
    overflow: hidden;
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .why {
    margin-block-start: 4px;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    margin-inline-start: -8px;
  }
  .ways > * {
    padding-inline: 8px;
  }
`

export function scanMark({ scan, signature, available }: CaseEvidenceView, { evidence }: Wording) {
  const tone = scan === 'infected' ? 'alarm' : scan === 'failed' || !available ? 'waiting' : ''
  return html`<div class="scan small ${tone}">
    <span>${tone ? icons.alert : nothing}${evidence.scans[scan]}</span>
    ${scan === 'infected' ? html`<span>${evidence.infected({ signature: signature ?? '' })}</span>` : available ? nothing : html`<span>${evidence.held}</span>`}
  </div>`
}

export const scanLooks = css`
  .scan {
    display: grid;
    gap: 2px;
    color: var(--ink-soft);
  }
  .scan .icon {
    inline-size: 1.1em;
    block-size: 1.1em;
    margin-inline-end: 4px;
    vertical-align: text-bottom;
  }
  .scan.waiting {
    color: var(--warn);
  }
  .scan.alarm {
    color: var(--danger);
  }
`

/**
 * Evidence, each file with its fingerprint. Looking at one, keeping one and taking an original are acts of their own,
 * so nothing is loaded before somebody asks for it.
 */
@customElement('case-evidence')
export class CaseEvidence extends PageElement {
  static override styles = [PageElement.styles, scanLooks, evidenceLooks]

  @property({ attribute: false }) case!: CaseView
  @state() private viewed = ''
  @state() private wanted: CaseEvidenceView | null = null
  @state() private covered: CaseEvidenceView | null = null

  override render() {
    const { evidence: wording } = this.wording
    const { evidence, number, privacy } = this.case
    const { wanted } = this
    return html`<section class="card" aria-labelledby="heading">
      <div class="title"><h2 id="heading">${wording.heading}</h2>${evidence.length === 0 ? html`<p class="soft">${wording.none}</p>` : nothing}</div>
      ${evidence.length > 0 && privacy !== 'named' ? html`<p class="soft small">${wording.marked} ${this.wording.casePage.picturesTell}</p>` : nothing}
      ${evidence.length > 0 ? html`<ul class="plain">${evidence.map((piece) => this.renderPiece(piece))}</ul>` : nothing}
    </section>
      <evidence-viewer number=${number} viewed=${this.viewed} .files=${evidence.filter(({ shown, available }) => shown && available)}
        @evidence-viewed=${this.onViewed}></evidence-viewer>
      <file-redaction .case=${this.case} .piece=${this.covered} @redaction-closed=${this.closeCovered}
        @case-outdated=${this.onOutdated}></file-redaction>
      <reason-dialog .asked=${wanted ? this.whyOriginal(wanted) : null} @reason-closed=${this.closeWanted}></reason-dialog>`
  }

  private renderPiece(piece: CaseEvidenceView) {
    const { evidence: wording, formats } = this.wording
    const isPicture = piece.type.startsWith('image/')
    return html`<li>
      ${isPicture ? icons.image : icons.file}
      <div>
        <p class="name" title=${piece.name}>${piece.name}</p>
        <p class="soft small">${fileKind(piece.type)} · ${formats.size(piece.size)} · ${formats.dayAndTime(piece.addedAt)}</p>
        <p class="soft small" title=${piece.sha256}>${wording.sha256} <code>${piece.sha256.slice(0, 12)}…</code></p>
        ${scanMark(piece, this.wording)}
        ${piece.available ? this.renderWays(piece, isPicture) : nothing}
      </div>
    </li>`
  }

  private renderWays(piece: CaseEvidenceView, isPicture: boolean) {
    const { evidence: wording } = this.wording
    return html`
      ${isPicture && !piece.shown ? html`<p class="why small">${wording.notShown}</p>` : nothing}
      ${this.renderLeaving(piece)}
      <div class="ways screen-only">
        ${
          piece.shown
            ? html`<button class="quiet" aria-label=${wording.viewFile({ name: piece.name })} @click=${() => this.view(piece)}>
                ${wording.view}
              </button>`
            : nothing
        }
        ${this.renderDownload(piece)}
        ${piece.mayRedact ? this.renderRedact(piece) : nothing}
        ${
          piece.mayTakeOriginal
            ? html`<button class="quiet" aria-label=${wording.originalOf({ name: piece.name })} @click=${() => this.want(piece)}>
                ${wording.original}
              </button>`
            : nothing
        }
      </div>`
  }

  /** How it leaves the unit, where this is not as it came. */
  private renderLeaving({ download, mayTakeOriginal, leaves, redaction }: CaseEvidenceView) {
    const { evidence: wording, formats } = this.wording
    const words = redactionWording(this.wording)
    const how =
      leaves === 'redrawn' && redaction && redaction.areas.length > 0
        ? words.covered({ areas: redaction.areas.length })
        : words[leaves]
    const who = redaction ? `${redaction.because} · ${redaction.by}, ${formats.dayAndTime(redaction.at)}` : ''
    const why = redaction ? who : leaves === 'withheld' ? words.unread : ''
    return html`
      ${leaves !== 'whole' || redaction ? html`<p class="why small">${how} <span class="soft">${why}</span></p>` : nothing}
      ${download === null && !mayTakeOriginal ? html`<p class="why small">${wording.forHandlers}</p>` : nothing}`
  }

  private renderDownload(piece: CaseEvidenceView) {
    const { evidence: wording } = this.wording
    if (piece.download === null) return nothing
    const label = wording.downloadFile({ name: piece.name })
    if (piece.download === 'original')
      return html`<a class="button quiet" href=${this.client.address('GET /cases/{number}/evidence/{id}', { params: this.fileOf(piece) })} download
        aria-label=${label}>${wording.download}</a>`
    return html`<button class="quiet" aria-label=${label} @click=${() => this.download(piece)}>
      ${wording.download}
    </button>`
  }

  private renderRedact(piece: CaseEvidenceView) {
    const words = redactionWording(this.wording)
    const isDrawn = piece.shown === 'picture' || piece.shown === 'pages'
    return html`<button class="quiet" aria-label=${isDrawn ? words.openFor({ name: piece.name }) : words.decideFor({ name: piece.name })}
      @click=${() => this.cover(piece)}>${isDrawn ? words.open : words.decide}</button>`
  }

  private async cover(piece: CaseEvidenceView) {
    try {
      await import('./file-redaction.ts')
      this.covered = piece
    } catch (error) {
      say(this, this.explain(error))
    }
  }

  private closeCovered() {
    this.covered = null
  }

  private onOutdated() {
    this.dispatchEvent(new CustomEvent('case-outdated'))
  }

  private fileOf({ id }: CaseEvidenceView) {
    return { tenant: this.unit.tenant, number: this.case.number, id }
  }

  private view(piece: CaseEvidenceView) {
    this.viewed = piece.id
  }

  private onViewed({ detail }: CustomEvent<string | null>) {
    this.viewed = detail ?? ''
  }

  private want(piece: CaseEvidenceView) {
    this.wanted = piece
  }

  private closeWanted() {
    this.wanted = null
  }

  private async download(piece: CaseEvidenceView) {
    try {
      this.keep(piece, await this.client.file('GET /cases/{number}/evidence/{id}', { params: this.fileOf(piece) }))
    } catch (error) {
      say(this, this.explain(error))
    }
  }

  private whyOriginal(piece: CaseEvidenceView): ReasonAsked {
    const { evidence: wording } = this.wording
    return {
      place: { number: this.case.number, kind: `original-${piece.id}` },
      heading: wording.originalOf({ name: piece.name }),
      text: wording.originalText,
      label: wording.reason,
      hint: wording.reasonHint,
      submit: wording.takeOriginal,
      act: async (reason, _, client) => {
        this.keep(
          piece,
          await client.file('POST /cases/{number}/evidence/{id}/original', {
            params: this.fileOf(piece),
            body: reason,
          }),
        )
        this.dispatchEvent(new CustomEvent('case-outdated'))
      },
    }
  }

  private keep(piece: CaseEvidenceView, { bytes, name }: FileAnswer) {
    saveFile(bytes, name || piece.name)
    say(this, this.wording.evidence.downloaded({ name: name || piece.name }))
  }
}
