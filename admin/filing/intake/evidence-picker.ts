import { css, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { HeldEvidenceView } from '../../../service/contract/tenant-view.ts'
import { PageElement } from '../../page/page-element.ts'
import intakeWording from '../../texts/intake.json'
import { fields } from '../../ui/fields.ts'
import { icons } from '../../ui/icons.ts'

interface Piece {
  readonly file: File
  readonly stop: AbortController
  readonly share: number
  readonly held: HeldEvidenceView | null
  readonly refusal: string
}

@customElement('evidence-picker')
export class EvidencePicker extends PageElement {
  static override styles = [
    PageElement.styles,
    fields,
    css`
      .drop {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 12px;
        padding: 14px 16px;
        border: 1px dashed var(--line-strong);
        border-radius: var(--radius);
      }
      :host([bare]) .drop {
        padding: 4px 8px;
      }
      .drop.over {
        background: var(--accent-soft);
      }
      ul {
        display: grid;
        gap: 8px;
        margin-block-start: 12px;
      }
      li {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        align-items: center;
        gap: 10px;
      }
      .name {
        overflow-wrap: anywhere;
      }
      progress {
        inline-size: 100%;
        block-size: 6px;
        accent-color: var(--accent);
      }
    `,
  ]

  @property() error = ''
  @property({ type: Boolean, reflect: true }) bare = false
  @state() private pieces: readonly Piece[] = []
  @state() private refusal = ''
  @state() private isOver = false
  @query('input') private readonly input!: HTMLInputElement

  get isBusy(): boolean {
    return this.pieces.some(({ held, refusal }) => held === null && refusal === '')
  }

  get underway(): readonly string[] {
    return this.pieces.filter(({ held }) => held === null).map(({ file }) => file.name)
  }

  override disconnectedCallback() {
    super.disconnectedCallback()
    for (const { stop } of this.pieces) stop.abort()
  }

  override render() {
    const { formats } = this.wording
    const intake = intakeWording(this.wording)
    const { maxFiles, maxBytes, types } = this.unit.view.form.evidence
    const refusal = this.refusal || this.error
    return html`
      <div class="drop ${this.isOver ? 'over' : ''}" @dragover=${this.onDrag} @dragleave=${this.onDragEnd} @drop=${this.onDrop}>
        <button type="button" aria-describedby="hint" @click=${() => this.input.click()}>${icons.add}${intake.addEvidence}</button>
        <span class="soft">${intake.dropEvidence}</span>
        <input type="file" multiple hidden accept=${types.join(',')} @change=${this.onPicked}>
      </div>
      <p class="hint" id="hint">${intake.evidenceHint({ files: maxFiles, size: formats.size(maxBytes) })}</p>
      ${refusal ? html`<p class="error" role="alert">${icons.alert}${refusal}</p>` : nothing}
      <ul class="plain" aria-live="polite">
        ${repeat(
          this.pieces,
          ({ file }) => file,
          (piece) => this.renderPiece(piece),
        )}
      </ul>
    `
  }

  private renderPiece({ file, held, share, refusal }: Piece) {
    const { formats } = this.wording
    const intake = intakeWording(this.wording)
    const percent = `${Math.round(share * 100)}%`
    return html`<li>
      ${held ? icons.check : refusal ? icons.alert : icons.file}
      <div>
        <p class="name">${file.name} <span class="soft small">${formats.size(file.size)}</span></p>
        ${refusal ? html`<p class="error">${refusal}</p>` : nothing}
        ${held ? html`<p class="soft small">${intake.uploaded}</p>` : nothing}
        ${held || refusal ? nothing : html`<progress max="1" .value=${share} aria-label=${intake.uploading({ share: percent })}></progress>`}
      </div>
      <div class="row">
        ${refusal ? html`<button type="button" @click=${() => this.retry(file)}>${intake.retry}</button>` : nothing}
        <button type="button" class="quiet only-icon" aria-label=${intake.removeFile({ name: file.name })} @click=${() => this.drop(file)}>
          ${icons.remove}
        </button>
      </div>
    </li>`
  }

  private onDrag(event: DragEvent) {
    event.preventDefault()
    this.isOver = true
  }

  private onDragEnd() {
    this.isOver = false
  }

  private onDrop(event: DragEvent) {
    event.preventDefault()
    this.isOver = false
    this.add([...(event.dataTransfer?.files ?? [])])
  }

  private onPicked() {
    this.add([...(this.input.files ?? [])])
    this.input.value = ''
  }

  private add(files: readonly File[]) {
    const { formats } = this.wording
    const intake = intakeWording(this.wording)
    const { maxFiles, maxBytes } = this.unit.view.form.evidence
    const tooLarge = files.filter(({ size }) => size > maxBytes)
    const fitting = files.filter(({ size }) => size <= maxBytes).slice(0, Math.max(0, maxFiles - this.pieces.length))
    this.refusal =
      tooLarge.length > 0
        ? `${tooLarge.map(({ name }) => name).join(', ')}: ${intake.tooLarge({ size: formats.size(maxBytes) })}`
        : fitting.length < files.length
          ? intake.tooMany({ files: maxFiles })
          : ''
    for (const file of fitting) void this.send(file)
  }

  private retry(file: File) {
    this.pieces = this.pieces.filter((piece) => piece.file !== file)
    void this.send(file)
  }

  private drop(file: File) {
    this.pieces.find((piece) => piece.file === file)?.stop.abort()
    this.pieces = this.pieces.filter((piece) => piece.file !== file)
    this.tell()
  }

  private async send(file: File) {
    const stop = new AbortController()
    this.pieces = [...this.pieces, { file, stop, share: 0, held: null, refusal: '' }]
    this.tell()
    const change = (changes: Partial<Piece>) => {
      this.pieces = this.pieces.map((piece) => (piece.stop === stop ? { ...piece, ...changes } : piece))
    }
    try {
      const held = await this.client.upload(this.unit.tenant, {
        file,
        signal: stop.signal,
        progress: (share) => change({ share }),
      })
      change({ held })
      this.tell()
    } catch (error) {
      if (!stop.signal.aborted) change({ refusal: this.explain(error) })
    }
  }

  private tell() {
    const held = this.pieces.flatMap((piece) => piece.held ?? [])
    this.dispatchEvent(new CustomEvent('evidence-changed', { detail: held }))
  }
}
