import { html, nothing } from 'lit/html.js'
import type { FormLanguage } from '../../../service/offices/vocabulary.ts'
import { base } from '../../element/base-styles.ts'
import { reactive, WidgetElement } from '../../element/widget-element.ts'
import { readPartWording } from '../../texts/languages.ts'
import { playBack, type Recording, recordVoice, voiceStyles } from './recording.ts'

/** Most seconds of one recording. */
const LONGEST = 10 * 60

/** Milliseconds between two readings of the level. */
const LOOK = 100

/**
 * Records a voice, disguises it where the person wants that, and plays it back before it is sent anywhere. Only the start
 * button asks for the microphone.
 *
 * @fires voice-finished - `detail.file` is the recording, or `null` where the person wants none; `detail.disguised` says whether the voice was changed. Stays inside the widget.
 */
export class AduanVoice extends WidgetElement {
  static override styles = [base, voiceStyles]

  @reactive language: FormLanguage = 'id'

  /** Under this name a recording waits for the person to come back to it. */
  @reactive draft = ''

  @reactive private stage: 'ready' | 'asking' | 'recording' | 'recorded' | 'disguising' = 'ready'
  @reactive private isDisguised = false
  @reactive private seconds = 0
  @reactive private loudness = 0
  @reactive private isPlaying = false
  @reactive private liveText = ''

  private recording: Recording | undefined
  private original: File | undefined
  private disguised: File | undefined
  private stopPlaying: (() => void) | undefined
  private clock = 0

  override connectedCallback() {
    super.connectedCallback()
    document.addEventListener('visibilitychange', this.onHidden)
    const kept = takeLeft(this.draft)
    if (kept) void this.take(kept)
  }

  disconnectedCallback() {
    document.removeEventListener('visibilitychange', this.onHidden)
    const { recording, original, wording } = this
    // Who goes a step back finds the recording again; it is in this page's memory alone.
    if (recording) keepLeft(this.draft, recording.finish(wording.file))
    else if (original) keepLeft(this.draft, original)
    this.recording = undefined
    this.letGo()
  }

  // A phone silences the microphone of a page that nobody sees.
  private onHidden = () => {
    if (document.hidden && this.stage === 'recording') void this.finish(this.wording.stopped)
  }

  protected override render() {
    const { wording, stage, liveText } = this
    return html`
      <section aria-labelledby="voice-title">
        <h3 id="voice-title">${wording.title}</h3>
        <p class="hint">${wording.lead({ minutes: LONGEST / 60 })}</p>
        <p role="status">${liveText}</p>
        ${
          stage === 'recording'
            ? html`<p class="time">${wording.time({ now: asTime(this.seconds), most: asTime(LONGEST) })}</p>
                <meter max="1" .value=${this.loudness} aria-label=${wording.level}></meter>`
            : nothing
        }
        <div class="actions">${this.renderActions()}</div>
      </section>
    `
  }

  private renderActions() {
    const { wording, stage } = this
    const button = (label: string, press: () => void, kind = '') =>
      html`<button type="button" class=${kind} @click=${press}>${label}</button>`
    switch (stage) {
      case 'ready':
      case 'asking':
        return html`
          <button type="button" class="primary" aria-disabled=${stage === 'asking' ? 'true' : nothing} @click=${this.start}>
            ${wording.start}
          </button>
          ${button(wording.cancel, this.cancel)}
        `
      case 'recording':
        return button(wording.stop, () => void this.finish(), 'primary')
      case 'disguising':
        return nothing
      case 'recorded':
        return html`
          ${button(this.isPlaying ? wording.quiet : wording.listen, () => void this.play(), 'listen')}
          ${button(wording.use, this.use, 'primary')}
          <label class="check">
            <input type="checkbox" aria-describedby="promise" .checked=${this.isDisguised} @change=${this.toggle} />
            <span>${wording.disguise}</span>
          </label>
          <p class="hint" id="promise">${wording.promise}</p>
          ${button(wording.again, () => void this.start())} ${button(wording.cancel, this.cancel)}
        `
    }
  }

  private get wording() {
    return readPartWording(this.language).voice
  }

  private start = async () => {
    const { wording } = this
    if (this.stage === 'asking') return
    this.letGo()
    this.stage = 'asking'
    this.liveText = wording.asking
    try {
      const recording = await recordVoice()
      // Quick exit, or another step, may have come before the permission.
      if (!this.isConnected) return recording.drop()
      this.recording = recording
    } catch (thrown) {
      this.stage = 'ready'
      this.liveText =
        thrown instanceof DOMException && thrown.name === 'NotAllowedError' ? wording.denied : wording.missing
      return
    }
    this.stage = 'recording'
    this.liveText = wording.recording
    const began = performance.now()
    this.seconds = 0
    this.clock = window.setInterval(() => this.look(began), LOOK)
    void this.focusOn('.primary')
  }

  private look(began: number) {
    this.loudness = this.recording?.level() ?? 0
    this.seconds = Math.floor((performance.now() - began) / 1000)
    if (this.seconds >= LONGEST) void this.finish()
  }

  private async finish(because = '') {
    const { wording, recording } = this
    clearInterval(this.clock)
    this.recording = undefined
    if (!recording) return
    await this.take(recording.finish(wording.file), `${because} ${wording.ready({ time: asTime(this.seconds) })}`)
  }

  private async take(recorded: File | Promise<File>, text = this.wording.found) {
    this.original = await recorded
    this.stage = 'recorded'
    this.liveText = text
    void this.focusOn('.listen')
  }

  private toggle = async () => {
    const { wording, original } = this
    this.stopPlaying?.()
    if (!original) return
    this.isDisguised = !this.isDisguised
    if (!this.isDisguised || this.disguised) return
    this.stage = 'disguising'
    this.liveText = wording.disguising
    try {
      const { disguiseVoice } = await import('./disguise-voice.ts')
      const disguised = await disguiseVoice(original, wording.file)
      if (original !== this.original) return
      this.disguised = disguised
      this.liveText = wording.isDisguised
    } catch {
      this.isDisguised = false
      this.liveText = wording.notDisguised
    }
    this.stage = 'recorded'
    void this.focusOn('.listen')
  }

  /** Nothing but what the person can listen to here is ever given on. */
  private get file(): File | undefined {
    return this.isDisguised ? this.disguised : this.original
  }

  private async play() {
    if (!this.file) return
    if (this.stopPlaying) return this.stopPlaying()
    this.isPlaying = true
    try {
      this.stopPlaying = await playBack(this.file, () => {
        this.stopPlaying = undefined
        this.isPlaying = false
      })
    } catch {
      this.isPlaying = false
      this.liveText = this.wording.notPlayed
    }
  }

  private use = () => this.end(this.file ?? null)

  private cancel = () => this.end(null)

  private end(file: File | null) {
    const disguised = this.isDisguised
    this.letGo()
    this.dispatchEvent(new CustomEvent('voice-finished', { detail: { file, disguised } }))
  }

  private letGo() {
    clearInterval(this.clock)
    this.recording?.drop()
    this.recording = undefined
    this.stopPlaying?.()
    this.original = this.disguised = undefined
    this.isDisguised = false
  }

  override focus() {
    void this.focusOn('.primary')
  }
}

/** The one recording that somebody left behind, by the name of its draft. */
let left: { readonly draft: string; readonly file: File | Promise<File> } | undefined

const keepLeft = (draft: string, file: File | Promise<File>) => {
  left = draft ? { draft, file } : undefined
}

function takeLeft(draft: string): File | Promise<File> | undefined {
  const file = draft && left?.draft === draft ? left.file : undefined
  left = undefined
  return file
}

/** Formats seconds as `1:05`. */
const asTime = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

declare global {
  interface HTMLElementTagNameMap {
    'aduan-voice': AduanVoice
  }
}
