import { Task } from '@lit/task'
import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import type { CaseEvidenceView } from '../../../service/contract/case-view.ts'
import { fileTypeOf } from '../../../service/keeping/evidence/file-types.ts'
import { PageElement } from '../../page/page-element.ts'
import { icons } from '../../ui/icons.ts'
import { ShownBytes } from '../../ui/shown-bytes.ts'
import '../../ui/dialog.ts'

/** A picture of the evidence to look at: a copy, fetched with the session and kept in the page only. */
@customElement('evidence-image')
export class EvidenceImage extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      :host {
        display: grid;
        min-block-size: 240px;
        place-items: center;
      }
      img {
        display: block;
        max-inline-size: 100%;
        max-block-size: 75dvh;
        background: var(--sunk);
      }
    `,
  ]

  @property() number = ''
  @property({ attribute: 'evidence-id' }) evidenceId = ''
  @property() name = ''
  private readonly shown = new ShownBytes(this)

  private readonly image = new Task(this, {
    args: () => [this.unit.tenant, this.number, this.evidenceId] as const,
    task: async ([tenant, number, id], { signal }) => {
      const { bytes } = await this.client.file('GET /cases/{number}/evidence/{id}/viewing-copy', {
        params: { tenant, number, id },
        signal,
      })
      return this.shown.show(bytes)
    },
  })

  override render() {
    const { evidence } = this.wording
    return this.renderLoaded(this.image, (address) => html`<img src=${address} alt=${this.name}>`, evidence.loading)
  }
}

/** A document to look at, a page at a time: each is a picture that the service draws, and nothing of the file comes here. */
@customElement('evidence-pages')
export class EvidencePages extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      :host {
        display: grid;
        gap: 8px;
      }
      .sheet {
        display: grid;
        min-block-size: 50dvh;
        max-block-size: 68dvh;
        justify-items: center;
        overflow: auto;
        background: var(--sunk);
      }
      img {
        display: block;
        max-inline-size: 100%;
        align-self: start;
      }
      nav {
        justify-content: center;
      }
    `,
  ]

  @property() number = ''
  @property({ attribute: 'evidence-id' }) evidenceId = ''
  @property() name = ''
  @state() private page = 1
  @state() private pages = 1
  private readonly shown = new ShownBytes(this)

  private readonly picture = new Task(this, {
    args: () => [this.unit.tenant, this.number, this.evidenceId, this.page] as const,
    task: async ([tenant, number, id, page], { signal }) => {
      const { bytes, pages } = await this.client.file('GET /cases/{number}/evidence/{id}/viewing-copy', {
        params: { tenant, number, id },
        query: { page },
        signal,
      })
      this.pages = pages
      return this.shown.show(bytes)
    },
  })

  override render() {
    const { evidence } = this.wording
    return html`
      <div class="sheet" tabindex="0" role="group" aria-label=${evidence.pageOf({ page: this.page, pages: this.pages })}>
        ${this.renderLoaded(
          this.picture,
          (address) =>
            html`<img src=${address} alt=${`${this.name}, ${evidence.pageOf({ page: this.page, pages: this.pages })}`}>`,
          evidence.loading,
        )}
      </div>
      ${this.pages > 1 ? this.renderTurning() : nothing}
    `
  }

  private renderTurning() {
    const { evidence } = this.wording
    return html`<nav class="row" aria-label=${evidence.pages}>
      <button type="button" ?disabled=${this.page === 1} @click=${() => this.turn(-1)}>${icons.left}${evidence.previousPage}</button>
      <span aria-live="polite">${evidence.pageOf({ page: this.page, pages: this.pages })}</span>
      <button type="button" ?disabled=${this.page === this.pages} @click=${() => this.turn(1)}>${evidence.nextPage}${icons.right}</button>
    </nav>`
  }

  private turn(by: number) {
    this.page = Math.min(this.pages, Math.max(1, this.page + by))
  }
}

export const fileKind = (type: string): string =>
  fileTypeOf(type)?.label ?? (type.split('/').at(-1) ?? '').replace(/^x-/, '').toUpperCase()

@customElement('evidence-viewer')
export class EvidenceViewer extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      .player {
        display: grid;
        gap: 8px;
        justify-items: center;
      }
      audio {
        inline-size: 100%;
      }
      video {
        max-inline-size: 100%;
        max-block-size: 68dvh;
        background: #000;
      }
      .foot {
        margin-block-start: 8px;
      }
    `,
  ]

  @property() number = ''
  @property({ attribute: false }) files: readonly CaseEvidenceView[] = []
  @property() viewed = ''
  @state() private cannotPlay = false

  override willUpdate(changed: Map<PropertyKey, unknown>) {
    if (changed.has('viewed')) this.cannotPlay = false
  }

  override render() {
    const { evidence, common } = this.wording
    const at = this.files.findIndex(({ id }) => id === this.viewed)
    const file = this.files[at]
    return html`<ui-dialog wide ?open=${file !== undefined} heading=${file?.name ?? ''} close-label=${common.close}
      @ui-close=${() => this.show(null)}>
      ${
        file
          ? html`<div @keydown=${(event: KeyboardEvent) => this.onKey(event, at)}>
              ${keyed(file.id, this.renderFile(file))}
              <div class="spread foot">
                <p class="soft small">${this.about(file)}</p>
                ${
                  this.files.length > 1
                    ? html`<div class="row">
                        <button type="button" ?disabled=${at === 0} @click=${() => this.step(at, -1)}>${icons.left}${evidence.previous}</button>
                        <span class="small" aria-live="polite">${at + 1} / ${this.files.length}</span>
                        <button type="button" ?disabled=${at === this.files.length - 1} @click=${() => this.step(at, 1)}>${evidence.next}${icons.right}</button>
                      </div>`
                    : nothing
                }
              </div>
            </div>`
          : nothing
      }
    </ui-dialog>`
  }

  private renderFile({ id, name, shown }: CaseEvidenceView) {
    const { evidence } = this.wording
    if (shown === 'picture')
      return html`<evidence-image number=${this.number} evidence-id=${id} name=${name}></evidence-image>`
    if (shown === 'pages')
      return html`<evidence-pages number=${this.number} evidence-id=${id} name=${name}></evidence-pages>`
    if (this.cannotPlay) return html`<p role="alert">${evidence.cannotPlay}</p>`
    const address = this.client.address('GET /cases/{number}/evidence/{id}/playing', {
      params: { tenant: this.unit.tenant, number: this.number, id },
    })
    const failed = () => {
      this.cannotPlay = true
    }
    return html`<div class="player">${
      shown === 'film'
        ? html`<video controls preload="metadata" controlslist="nodownload" src=${address} aria-label=${name} @error=${failed}></video>`
        : html`<audio controls preload="metadata" controlslist="nodownload" src=${address} aria-label=${name} @error=${failed}></audio>`
    }</div>`
  }

  private about({ type, size, shown }: CaseEvidenceView): string {
    const { evidence, formats } = this.wording
    const explanation =
      shown === 'picture' ? evidence.copyOnly : shown === 'pages' ? evidence.drawnOnly : evidence.playedOnly
    return [fileKind(type), formats.size(size), explanation].join(' · ')
  }

  // The arrows are the player's own while it has the focus.
  private onKey(event: KeyboardEvent, at: number) {
    if (event.composedPath().some((one) => one instanceof HTMLMediaElement)) return
    if (event.key === 'ArrowLeft') this.step(at, -1)
    else if (event.key === 'ArrowRight') this.step(at, 1)
    else return
    event.preventDefault()
  }

  private step(at: number, by: number) {
    const next = this.files[at + by]
    if (next) this.show(next.id)
  }

  private show(id: string | null) {
    this.dispatchEvent(new CustomEvent('evidence-viewed', { detail: id }))
  }
}
