import { html, nothing } from 'lit/html.js'
import type { PartWording } from '../../wording/parts-id.ts'
import type { PendingFile } from '../draft/draft.ts'
import { type EvidenceFile, type FailedFile, formatSize } from './evidence-file.ts'

/** What a person can do with a file on the list. */
export interface FileActs {
  readonly wording: PartWording['evidence']
  readonly language: string
  readonly retry: (file: FailedFile) => void
  readonly discard: (file: EvidenceFile) => void
  readonly sendOriginal: (file: EvidenceFile, original: File) => void
}

/** Shows a file with its state, and what can be done with it. */
export function renderFile(file: EvidenceFile, { wording, language, retry, discard, sendOriginal }: FileActs) {
  const size = (bytes: number) => formatSize(bytes, language)
  const act = (label: string, perform: () => void, danger = '') => html`
    <button type="button" class="plain ${danger}" aria-label="${label}: ${file.name}" @click=${perform}>${label}</button>
  `
  const original = 'original' in file ? file.original : undefined
  return html`
    <li class=${file.state}>
      <div>
        <strong>${file.name}</strong>
        <p class="state">${size(file.size)} · ${stateOf(file, wording)}</p>
      </div>
      <div>
        ${file.state === 'cut' ? act(wording.tryNow, file.tryNow) : nothing}
        ${file.state === 'failed' && file.mayRetry ? act(wording.retry, () => retry(file)) : nothing}
        ${act(wording.remove, () => discard(file), 'danger')}
      </div>
      ${'share' in file ? html`<progress max="1" .value=${file.share} aria-label=${file.name}></progress>` : nothing}
      ${
        original
          ? html`<div class="offer">
              <p class="hint">${wording.smaller}</p>
              ${act(wording.sendOriginal(size(original.size)), () => sendOriginal(file, original))}
            </div>`
          : nothing
      }
      ${file.state === 'failed' ? html`<p class="problem">${file.why}</p>` : nothing}
      ${
        file.state === 'held'
          ? html`<details class="fingerprint">
              <summary>
                ${wording.hash} ${file.held.sha256.slice(0, 8)}…${file.held.browserAgreed ? html`, ${wording.agreed}` : nothing}
              </summary>
              <code>${file.held.sha256}</code>
            </details>`
          : nothing
      }
    </li>
  `
}

function stateOf(file: EvidenceFile, wording: PartWording['evidence']): string {
  if (file.state === 'uploading') return wording.uploading(percentOf(file.share))
  if (file.state !== 'cut') return wording[file.state]
  return `${wording.cut(percentOf(file.share))}, ${file.seconds === null ? wording.offline : wording.again(file.seconds)}`
}

/** Rounds a share down to whole hundredths. */
export const percentOf = (share: number): number => Math.floor(share * 100)

/** Recording is missing on pages without TLS. */
export const mayRecord = !!globalThis.navigator?.mediaDevices && 'MediaRecorder' in globalThis

export const isSame = (one: PendingFile, other: PendingFile): boolean =>
  one.name === other.name && one.size === other.size
