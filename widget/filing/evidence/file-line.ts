import { html, nothing } from 'lit/html.js'
import type { PartMessages } from '../../wording/parts-id.ts'
import { type EvidenceFile, type FailedFile, type OfferedFile, readableSize } from './evidence-file.ts'

/** What a person can do with a file on the list. */
export interface FileActs {
  readonly say: PartMessages['evidence']
  readonly language: string
  readonly retry: (file: FailedFile) => void
  readonly discard: (file: EvidenceFile) => void
  readonly decide: (offered: OfferedFile, file: File) => void
}

/** A file on the list: what it is, how far it is, and what can be done. */
export function fileLine(file: EvidenceFile, { say, language, retry, discard, decide }: FileActs) {
  const size = (bytes: number) => readableSize(bytes, language)
  const act = (label: string, perform: () => void, danger = '') => html`
    <button type="button" class="plain ${danger}" aria-label="${label}: ${file.name}" @click=${perform}>${label}</button>
  `
  return html`
    <li class=${file.state}>
      <div>
        <strong>${file.name}</strong>
        <p class="state">${size(file.size)} · ${stateOf(file, say)}</p>
      </div>
      <div>
        ${file.state === 'cut' ? act(say.tryNow, file.tryNow) : nothing}
        ${file.state === 'failed' && file.mayRetry ? act(say.retry, () => retry(file)) : nothing}
        ${act(say.remove, () => discard(file), 'danger')}
      </div>
      ${'share' in file ? html`<progress max="1" .value=${file.share} aria-label=${file.name}></progress>` : nothing}
      ${
        file.state === 'offered'
          ? html`<div class="offer">
              <p>${say.smaller(size(file.size), size(file.smaller.size))}</p>
              <button type="button" @click=${() => decide(file, file.smaller)}>
                ${say.sendSmaller(size(file.smaller.size))}
              </button>
              <button type="button" @click=${() => decide(file, file.file)}>${say.sendOriginal(size(file.size))}</button>
            </div>`
          : nothing
      }
      ${file.state === 'failed' ? html`<p class="problem">${file.why}</p>` : nothing}
      ${
        file.state === 'held'
          ? html`<details class="fingerprint">
              <summary>
                ${say.hash} ${file.held.sha256.slice(0, 8)}…${file.held.browserAgreed ? html`, ${say.agreed}` : nothing}
              </summary>
              <code>${file.held.sha256}</code>
            </details>`
          : nothing
      }
    </li>
  `
}

function stateOf(file: EvidenceFile, say: PartMessages['evidence']): string {
  if (file.state === 'uploading') return say.uploading(percentOf(file.share))
  if (file.state !== 'cut') return say[file.state]
  return `${say.cut(percentOf(file.share))}, ${file.seconds === null ? say.offline : say.again(file.seconds)}`
}

/** Whole hundredths, never more than there are. */
export const percentOf = (share: number): number => Math.floor(share * 100)
