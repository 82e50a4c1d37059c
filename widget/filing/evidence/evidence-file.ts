import { html, nothing } from 'lit/html.js'
import type { HeldEvidenceView } from '../../../service/contract/tenant-view.ts'
import { css } from '../../element/theme.ts'
import type { PartWording } from '../../texts/languages.ts'
import { type Draft, type PendingFile, SPOKEN } from '../draft/draft.ts'

/** What the files of a draft have become; `spoken` is there where the recording that tells the story is gone. */
export type EvidenceChange = Required<Pick<Draft, 'evidence' | 'pending'>> & { readonly spoken?: undefined }

export const readChange = (files: readonly EvidenceFile[]): EvidenceChange => ({
  evidence: files.flatMap((file) => (file.state === 'held' ? [file.held] : [])),
  pending: files.flatMap(({ state, name, size, settled = false }) =>
    state === 'held' ? [] : [{ name, size, settled, isStuck: state === 'failed' || state === 'unfinished' }],
  ),
  ...(!files.some(({ name }) => name.startsWith(SPOKEN)) && { spoken: undefined }),
})

/** Holds the files that the service has, and those that are on their way or failed. Stays inside the widget. */
export class EvidenceChanged extends CustomEvent<EvidenceChange> {
  constructor(detail: EvidenceChange) {
    super('evidence-changed', { detail })
  }
}

declare global {
  interface HTMLElementEventMap {
    'evidence-changed': EvidenceChanged
  }
}

interface Named extends PendingFile {
  readonly key: string
}

/** The photo of which a smaller copy is sent. The person can still choose it. */
interface Shrunk {
  readonly original?: File | undefined
}

export interface SendableFile extends Named, Shrunk {
  readonly state: 'waiting' | 'checking' | 'uploading'
  /** The share that is checked or sent, 0 to 1. */
  readonly share: number
  readonly file: File
  readonly stop: AbortController
}

/** The connection is broken, and the next try waits. */
export interface CutFile extends Named, Shrunk {
  readonly state: 'cut'
  /** The share that the service is known to have, 0 to 1. */
  readonly share: number
  /** Seconds until the next try; `null` while there is no network. */
  readonly seconds: number | null
  readonly tryNow: () => void
  readonly file: File
  readonly stop: AbortController
}

/** The upload began before a reload. Only choosing the same file again brings its bytes back. */
export interface UnfinishedFile extends Named {
  readonly state: 'unfinished'
}

export interface FailedFile extends Named, Shrunk {
  readonly state: 'failed'
  readonly file: File
  readonly why: string
  readonly mayRetry: boolean
}

export type EvidenceFile =
  | SendableFile
  | CutFile
  | UnfinishedFile
  | FailedFile
  | (Named & Shrunk & { readonly state: 'held'; readonly held: HeldEvidenceView })

export const isOnItsWay = ({ state }: EvidenceFile): boolean =>
  state === 'waiting' || state === 'checking' || state === 'uploading' || state === 'cut'

export const showHeld = (key: string, held: HeldEvidenceView, original?: File): EvidenceFile => ({
  original,
  key,
  name: held.name,
  size: held.size,
  state: 'held',
  held,
})

/** Formats a size as `1,5 MB`, of 1,048,576 bytes as in a unit's limits. */
export function formatSize(bytes: number, language: string): string {
  const [unit, size] = bytes < 1_048_576 ? ['kB', Math.max(1, bytes / 1_024)] : ['MB', bytes / 1_048_576]
  return `${Number(size).toLocaleString(language, { maximumFractionDigits: unit === 'MB' ? 1 : 0 })} ${unit}`
}

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
              ${act(wording.sendOriginal({ size: size(original.size) }), () => sendOriginal(file, original))}
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
  if (file.state === 'uploading') return wording.uploading({ percent: percentOf(file.share) })
  if (file.state !== 'cut') return wording[file.state]
  return `${wording.cut({ percent: percentOf(file.share) })}, ${file.seconds === null ? wording.offline : wording.again({ seconds: file.seconds })}`
}

export const percentOf = (share: number): number => Math.floor(share * 100)

/** Recording is missing on pages without TLS. */
export const mayRecord = !!globalThis.navigator?.mediaDevices && 'MediaRecorder' in globalThis

export const isSame = (one: PendingFile, other: PendingFile): boolean =>
  one.name === other.name && one.size === other.size

export const evidenceStyles = css`
  .drop {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.75rem;
    margin-bottom: 0.75rem;
    padding: 1.25rem;
    border: 2px dashed var(--_border);
    border-radius: var(--_radius);
  }
  .drop p {
    flex: 1 1 100%;
  }
  .over-it {
    border-color: var(--_accent);
    background: var(--_soft);
  }
  @media (hover: none) {
    .drop p {
      display: none;
    }
  }
  h3 {
    margin: 1.25rem 0 0.5rem;
  }
  ul {
    display: grid;
    gap: 0.75rem;
    margin-bottom: 1.5rem;
    list-style: none;
  }
  li {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    column-gap: 0.75rem;
    padding: 0.5rem 0.5rem 0.75rem 1rem;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 0.8);
  }
  li > div:first-child {
    padding-top: 0.3rem;
  }
  .state {
    font-size: 0.9375rem;
    color: var(--_muted);
  }
  .held .state {
    color: var(--_accent);
    font-weight: 600;
  }
  progress,
  .offer,
  .fingerprint,
  .problem {
    grid-column: 1 / -1;
  }
  progress {
    width: calc(100% - 0.5rem);
    height: 0.5rem;
    margin-top: 0.4rem;
    accent-color: var(--_accent);
  }
  .offer {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    margin-top: 0.4rem;
  }
  .offer p {
    flex: 1 1 100%;
  }
  .fingerprint {
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    font-size: 0.8125rem;
    color: var(--_muted);
  }
  summary {
    padding: 0.25rem 0;
    font-weight: 400;
  }
  code {
    display: block;
    font-family: ui-monospace, 'Roboto Mono', Menlo, Consolas, monospace;
    word-break: break-all;
  }
`

/** Pixels of the longer side of a copy: small print on an A4 page stays readable. */
const LONGEST = 2_048

/** Quality of the JPEG, 0 to 1. */
const QUALITY = 0.8

/** Up to this many bytes a photo is sent as it is, unless it carries metadata. */
const SMALL = 600_000

/**
 * Draws a photo anew from its pixels: smaller, upright, and without place, time, device or other metadata.
 *
 * @returns `null` where nothing is gained, or the browser cannot draw it
 */
export async function makeSmallerCopy(file: File): Promise<File | null> {
  if (!/^image\/(jpeg|png|webp|avif|heic)$/.test(file.type)) return null
  const tells = await hasMetadata(file)
  if ((file.size <= SMALL && !tells) || !canDrawTruly()) return null
  try {
    const picture = await createImageBitmap(file)
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    const pen = canvas.getContext('2d')
    if (!pen) return null
    // JPEG has no transparency, and on black nobody could read dark writing.
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, canvas.width, canvas.height)
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    const drawn = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY))
    const most = tells ? file.size : file.size * 0.7
    if (!drawn || drawn.size > most) return null
    return new File([drawn], `${file.name.replace(/\.[^.]*$/, '')}.jpg`, { type: 'image/jpeg' })
  } catch {
    return null
  }
}

/** Browsers that hide from fingerprinting return other pixels than were drawn, so their copies would be useless. */
function canDrawTruly(): boolean {
  const pen = document.createElement('canvas').getContext('2d')
  if (!pen) return false
  pen.fillStyle = 'rgb(160 80 30)'
  pen.fillRect(0, 0, 8, 8)
  const { data } = pen.getImageData(0, 0, 8, 8)
  return data.every((value, at) => Math.abs(value - ([160, 80, 30, 255][at % 4] ?? 0)) < 8)
}

/** Looks for Exif, which holds place and device, near the start of a photo. */
async function hasMetadata(file: File): Promise<boolean> {
  const head = await file.slice(0, 65_536).arrayBuffer()
  return new TextDecoder('latin1').decode(head).includes('Exif\0\0')
}
