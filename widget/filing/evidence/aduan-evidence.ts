import { html, nothing } from 'lit/html.js'
import type { HeldEvidenceView, TenantView } from '../../../service/contract/tenant-view.ts'
import type { FormLanguage } from '../../../service/offices/vocabulary.ts'
import { base } from '../../element/base-styles.ts'
import { type Changed, reactive, WidgetElement } from '../../element/widget-element.ts'
import type { ServiceClient } from '../../service/client.ts'
import { asFailure, explainFailure, ServiceFailure } from '../../service/exchange.ts'
import { loadWording, readPartWording } from '../../texts/languages.ts'
import { makeKey, type PendingFile } from '../draft/draft.ts'
import {
  EvidenceChanged,
  type EvidenceFile,
  evidenceStyles,
  type FailedFile,
  type FileActs,
  formatSize,
  isOnItsWay,
  isSame,
  makeSmallerCopy,
  mayRecord,
  percentOf,
  readChange,
  renderFile,
  type SendableFile,
  showHeld,
} from './evidence-file.ts'
import { digestFile, uploadEvidence, uploadWaits } from './uploads.ts'

/**
 * Takes files by drag, choice or camera, uploads them one after the other, and shows what the service holds.
 *
 * @fires evidence-changed - A person's act or an upload changed the files. Stays inside the widget.
 */
export class AduanEvidence extends WidgetElement {
  static override styles = [base, evidenceStyles]

  @reactive limits!: TenantView['form']['evidence']
  @reactive client!: ServiceClient
  @reactive language: FormLanguage = 'id'

  /** What the service holds already, for example after a reload. It is read once. */
  @reactive held: readonly HeldEvidenceView[] = []

  /** What had not arrived before a reload. It is read once. */
  @reactive pending: readonly PendingFile[] | undefined

  /** Only this draft, or this case's reporter, knows it. An interrupted upload is found by it. */
  @reactive secret = makeKey()

  /** Milliseconds before each further try when the connection breaks. */
  @reactive waits = uploadWaits

  @reactive private files: readonly EvidenceFile[] = []
  @reactive private isOver = false
  @reactive private isRecording = false
  @reactive private liveText = ''
  private isBusy = false

  disconnectedCallback() {
    for (const file of this.files) if ('stop' in file) file.stop.abort()
  }

  protected override willUpdate(_changed: Changed) {
    if (this.hasUpdated) return
    this.files = [
      ...this.held.map((held) => showHeld(makeKey(), held)),
      ...(this.pending ?? []).map((file) => ({ ...file, key: makeKey(), state: 'unfinished' as const })),
    ]
  }

  protected override render() {
    const { wording, limits } = this
    const full = this.files.length >= limits.maxFiles
    return html`
      <p class="lead">${wording.hidden}</p>
      <div
        class=${this.isOver ? 'drop over-it' : 'drop'}
        @dragover=${this.hover}
        @dragleave=${this.leave}
        @drop=${this.drop}
      >
        <p>${wording.drop}</p>
        <button type="button" class="pick" aria-describedby="limits" ?disabled=${full} @click=${() => this.ask('#files')}>
          ${wording.pick}
        </button>
        <button type="button" aria-describedby="limits" ?disabled=${full} @click=${() => this.ask('#camera')}>
          ${wording.camera}
        </button>
        ${
          mayRecord && !this.isRecording
            ? html`<button type="button" class="voice" aria-describedby="limits" ?disabled=${full} @click=${this.record}>
                ${wording.voice}
              </button>`
            : nothing
        }
        <input id="files" type="file" multiple hidden accept=${limits.types.join(',')} @change=${this.take} />
        <input id="camera" type="file" hidden accept="image/*" capture="environment" @change=${this.take} />
      </div>
      ${
        this.isRecording
          ? html`<aduan-voice lang=${this.language} .language=${this.language} @voice-finished=${this.takeVoice}></aduan-voice>`
          : nothing
      }
      <p class="hint" id="limits">${wording.limits({ files: limits.maxFiles, size: this.sizeOf(limits.maxBytes) })}</p>
      <p class="unseen" role="status">${this.liveText}</p>
      <h3 ?hidden=${this.files.length === 0}>${wording.list}</h3>
      <ul>
        ${this.files.map((file) => renderFile(file, this.acts))}
      </ul>
    `
  }

  private get picker() {
    return this.renderRoot.querySelector<HTMLElement>('.pick')
  }

  private get wording() {
    return readPartWording(this.language).evidence
  }

  private sizeOf(bytes: number): string {
    return formatSize(bytes, this.language)
  }

  private get acts(): FileActs {
    return {
      wording: this.wording,
      language: this.language,
      retry: (file) => this.retry(file),
      discard: (file) => this.discard(file),
      sendOriginal: (file, original) => this.sendOriginal(file, original),
    }
  }

  private ask(input: '#files' | '#camera') {
    this.renderRoot.querySelector<HTMLInputElement>(input)?.click()
  }

  private async record() {
    try {
      await import('../voice/index.ts')
    } catch {
      this.liveText = this.wording.noVoice
      return
    }
    this.isRecording = true
    void this.focusOn('aduan-voice')
  }

  private takeVoice({ detail }: CustomEvent<{ file: File | null }>) {
    this.isRecording = false
    if (detail.file) this.add([detail.file])
    void this.focusOn('.voice')
  }

  private hover(event: DragEvent) {
    event.preventDefault()
    this.isOver = true
  }

  private leave() {
    this.isOver = false
  }

  private drop(event: DragEvent) {
    event.preventDefault()
    this.isOver = false
    this.add(event.dataTransfer?.files)
  }

  private take(event: Event) {
    const input = event.target as HTMLInputElement
    this.add(input.files)
    input.value = ''
  }

  add(chosen: Iterable<File> | null | undefined) {
    for (const file of chosen ?? []) {
      const settled = this.claimUnfinished(file)
      const why = this.refusalOf(file)
      const entry = { key: makeKey(), name: file.name, size: file.size, file }
      if (why === this.wording.tooMany({ files: this.limits.maxFiles }))
        this.liveText = this.wording.refused({ name: file.name, why })
      else if (why) this.change([...this.files, { ...entry, state: 'failed', why, mayRetry: false }])
      else this.change([...this.files, { ...entry, settled, state: 'waiting', share: 0, stop: new AbortController() }])
    }
    void this.upload()
  }

  /** Takes files whose name begins so off the list, and stops those that are on their way. */
  dropNamed(name: string) {
    const gone = this.files.filter((file) => file.name.startsWith(name))
    for (const file of gone) if ('stop' in file) file.stop.abort()
    this.change(this.files.filter((file) => !gone.includes(file)))
  }

  /**
   * Takes an unfinished file off the list when it is chosen again.
   * @returns whether the person decided before to send this file as it is
   */
  private claimUnfinished(file: PendingFile): boolean {
    const claimed = this.files.find((each) => each.state === 'unfinished' && isSame(each, file))
    this.change(this.files.filter((each) => each !== claimed))
    return claimed?.settled ?? false
  }

  private refusalOf({ size }: File): string | undefined {
    const { maxFiles, maxBytes } = this.limits
    if (this.files.length >= maxFiles) return this.wording.tooMany({ files: maxFiles })
    if (size > maxBytes) return this.wording.tooLarge({ size: this.sizeOf(maxBytes) })
    return size === 0 ? this.wording.empty : undefined
  }

  private retry({ key, file, original }: FailedFile) {
    this.settle(key, file, original)
    void this.upload()
  }

  private sendOriginal(file: EvidenceFile, original: File) {
    if ('stop' in file) file.stop.abort()
    this.claimUnfinished(original)
    this.settle(file.key, original)
    this.picker?.focus()
    void this.upload()
  }

  private settle(key: string, file: File, original?: File) {
    const { name, size } = file
    this.put({
      ...{ key, name, size, file, original, settled: true },
      ...{ state: 'waiting', share: 0, stop: new AbortController() },
    })
  }

  private discard(file: EvidenceFile) {
    if ('stop' in file) file.stop.abort()
    this.change(this.files.filter(({ key }) => key !== file.key))
    this.liveText = this.wording.removed({ name: file.name })
    this.picker?.focus()
  }

  // On a slow connection one file that arrives is worth more than five halves.
  private async upload() {
    if (this.isBusy) return
    this.isBusy = true
    for (let next = this.nextWaiting(); next; next = this.nextWaiting()) await this.send(next)
    this.isBusy = false
  }

  private nextWaiting() {
    return this.files.find((file): file is SendableFile => file.state === 'waiting')
  }

  private async send(waiting: SendableFile) {
    const { key, name, size, file, original, stop } = waiting
    const { signal } = stop
    const going = { key, name, size, file, original, settled: true }
    const as = (state: SendableFile['state']) => (share: number) => this.put({ ...going, stop, state, share })
    this.put({ ...waiting, state: 'checking' })
    const smaller = waiting.settled ? null : await makeSmallerCopy(file)
    if (smaller) {
      // This photo's smaller copy may have been uploading before a reload.
      this.claimUnfinished(smaller)
      return this.settle(key, smaller, file)
    }
    // A browser that cannot read the file here may still send it. Then only the service computes the hash.
    const sha256 = await digestFile(file, { signal, progress: as('checking') }).catch(() => null)
    if (signal.aborted) return
    as('uploading')(0)
    let wasCut = false
    try {
      const held = await uploadEvidence(this.client, {
        ...{ file, sha256, signal, secret: this.secret, waits: this.waits },
        progress(share) {
          wasCut = false
          as('uploading')(share)
        },
        wait: (share, seconds, tryNow) => {
          this.put({ ...going, ...{ stop, share, seconds, tryNow }, state: 'cut' })
          if (!wasCut) this.liveText = this.wording.wasCut({ name, percent: percentOf(share) })
          wasCut = true
        },
      })
      const isThere = this.files.some((each) => each.state === 'held' && each.held.id === held.id)
      if (isThere) this.change(this.files.filter((each) => each.key !== key))
      else this.put(showHeld(key, held, original))
      this.liveText = isThere ? this.wording.twice({ name }) : this.wording.added({ name })
    } catch (thrown) {
      if (signal.aborted) return // It was removed, or replaced by its original.
      const failure = asFailure(thrown)
      const why = explainFailure(failure, await loadWording(this.language))
      const mayRetry = failure.isUncertain || failure.status === 429 || failure.code === 'evidence/damaged'
      this.put({ ...going, ...{ why, mayRetry }, state: 'failed' })
      this.liveText = this.wording.refused({ name, why })
    }
  }

  /** Replaces a file on the list. A file that was removed meanwhile stays away. */
  private put(file: EvidenceFile) {
    this.change(this.files.map((each) => (each.key === file.key ? file : each)))
  }

  private change(files: readonly EvidenceFile[]) {
    const before = summaryOf(this.files)
    this.files = files
    if (summaryOf(files) === before) return
    this.dispatchEvent(new EvidenceChanged(readChange(files)))
  }

  /**
   * Waits until every file that can arrive has arrived, and tells each second how far it is.
   * @throws ServiceFailure `network/stopped` when the signal ended it
   */
  async whenArrived(signal: AbortSignal, report: (percent: number, minutes: number) => void): Promise<void> {
    const began = Date.now()
    const all = this.files.filter(isOnItsWay).map(({ key }) => key)
    const [total, before] = [this.bytesOf(all), this.bytesLeft(all)]
    while (this.files.some(isOnItsWay)) {
      const left = this.bytesLeft(all)
      const seconds = ((Date.now() - began) / 1000) * (left / Math.max(1, before - left))
      report(percentOf(1 - left / Math.max(1, total)), before > left ? Math.ceil(seconds / 60) : 0)
      await new Promise((done) => setTimeout(done, 1000))
      if (signal.aborted) throw new ServiceFailure('network/stopped')
    }
  }

  private bytesOf(keys: readonly string[]): number {
    return this.files.reduce((sum, { key, size }) => sum + (keys.includes(key) ? size : 0), 0)
  }

  private bytesLeft(keys: readonly string[]): number {
    const left = this.files.filter((file) => keys.includes(file.key) && isOnItsWay(file))
    return left.reduce(
      (sum, file) => sum + file.size * ('share' in file && file.state !== 'checking' ? 1 - file.share : 1),
      0,
    )
  }

  override focus() {
    this.picker?.focus()
  }
}

const summaryOf = (files: readonly EvidenceFile[]) => files.map(({ key, state }) => `${key} ${state}`).join()

declare global {
  interface HTMLElementTagNameMap {
    'aduan-evidence': AduanEvidence
  }
}
