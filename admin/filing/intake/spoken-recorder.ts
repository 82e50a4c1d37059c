import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { HeldEvidenceView } from '../../../service/contract/tenant-view.ts'
import { PageElement } from '../../page/page-element.ts'
import en from '../../texts/en/recorder.json'
import id from '../../texts/id/recorder.json'
import { fields } from '../../ui/fields.ts'
import { icons } from '../../ui/icons.ts'

/** Most seconds of one recording, as in the form of the reporter. */
const LONGEST = 600

/** Bits a second that a voice needs. */
const BITS = 32_000

/**
 * Records the story of a reporter who is there, plays it to them, and uploads it once they want it.
 * @fires story-recorded - `detail` is the file that the service holds; `null`: the story is written after all
 */
@customElement('spoken-recorder')
export class SpokenRecorder extends PageElement {
  static override styles = [PageElement.styles, fields]

  @property({ attribute: false }) used: Pick<HeldEvidenceView, 'id' | 'name'> | null = null
  @state() private recorder: MediaRecorder | null = null
  @state() private recorded: File | null = null
  @state() private player: AudioContext | null = null
  @state() private seconds = 0
  @state() private isUploading = false
  @state() private problem = ''
  private clock = 0
  private readonly leaving = new AbortController()

  override disconnectedCallback() {
    super.disconnectedCallback()
    this.leaving.abort()
    this.stop()
    this.forget()
  }

  override render() {
    const { words } = this
    return html`<div class="row">
      ${
        this.used
          ? html`<span>${icons.check} ${words.used}</span>
              <button type="button" @click=${() => this.tell(null)}>${words.remove}</button>`
          : this.renderRecording()
      }
      ${this.problem ? html`<p class="error" role="alert">${icons.alert}${this.problem}</p>` : nothing}
    </div>`
  }

  private renderRecording() {
    const { words, recorded, isUploading } = this
    if (this.recorder)
      return html`<button type="button" class="primary" @click=${this.stop}>${words.stop}</button>
        <span role="status">${words.recording({ seconds: this.seconds })}</span>`
    if (!recorded)
      return html`<button type="button" class="quiet" title=${words.hint} @click=${this.start}>${words.record}</button>`
    return html`<span role="status">${isUploading ? words.uploading : words.ready}</span>
        <button type="button" @click=${() => this.play(recorded)}>${this.player ? words.quiet : words.play}</button>
        <button type="button" class="primary" ?disabled=${isUploading} @click=${() => this.use(recorded)}>${words.use}</button>
        <button type="button" ?disabled=${isUploading} @click=${this.start}>${words.again}</button>`
  }

  private get words() {
    return this.wording.language === 'id' ? id : en
  }

  private readonly start = async () => {
    this.problem = ''
    this.forget()
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
      const letGo = () => {
        for (const track of stream.getTracks()) track.stop()
      }
      if (!this.isConnected) return letGo()
      const recorder = new MediaRecorder(stream, { audioBitsPerSecond: BITS })
      const pieces: Blob[] = []
      recorder.addEventListener('dataavailable', ({ data }) => pieces.push(data))
      recorder.addEventListener('stop', () => {
        letGo()
        clearInterval(this.clock)
        this.recorder = null
        if (!this.leaving.signal.aborted) this.keep(pieces, recorder.mimeType)
      })
      recorder.start()
      this.recorder = recorder
      this.seconds = 0
      this.clock = window.setInterval(() => {
        this.seconds += 1
        if (this.seconds >= LONGEST) this.stop()
      }, 1000)
    } catch {
      this.problem = this.words.denied
    }
  }

  private readonly stop = () => {
    if (this.recorder && this.recorder.state !== 'inactive') this.recorder.stop()
  }

  private keep(pieces: readonly Blob[], mimeType: string) {
    const type = mimeType.split(';')[0] ?? ''
    const ending = type === 'audio/mp4' ? 'm4a' : type === 'audio/ogg' ? 'ogg' : 'webm'
    this.recorded = new File([...pieces], `${this.words.name}.${ending}`, { type })
  }

  /** Plays it without an address, which the policy of the page would block. */
  private async play(file: File) {
    if (this.player) return this.silence()
    const player = new AudioContext()
    this.player = player
    try {
      const source = player.createBufferSource()
      source.buffer = await player.decodeAudioData(await file.arrayBuffer())
      source.connect(player.destination)
      source.addEventListener('ended', () => this.silence())
      source.start()
    } catch {
      this.silence()
      this.problem = this.words.notPlayed
    }
  }

  private silence() {
    void this.player?.close()
    this.player = null
  }

  private forget() {
    this.silence()
    this.recorded = null
  }

  private async use(file: File) {
    this.isUploading = true
    this.problem = ''
    try {
      const { signal } = this.leaving
      this.tell(await this.client.upload(this.unit.tenant, { file, signal, progress: () => {} }))
      this.forget()
    } catch (error) {
      if (!this.leaving.signal.aborted) this.problem = this.explain(error)
    } finally {
      this.isUploading = false
    }
  }

  private tell(held: HeldEvidenceView | null) {
    this.dispatchEvent(new CustomEvent('story-recorded', { detail: held }))
  }
}
