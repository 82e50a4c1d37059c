import { html, nothing } from 'lit/html.js'
import { base } from '../../element/base-styles.ts'
import { css } from '../../element/theme.ts'
import { type Changed, reactive, WidgetElement } from '../../element/widget-element.ts'

import aloudWording from '../../texts/aloud.json'

import { loadWithWording } from '../../texts/languages.ts'
import { findCategory, SPOKEN } from '../draft/draft.ts'
import { type Form, writeText } from '../form/form.ts'

// They come with the part, because the words of all other parts would weigh more than these in three languages.

// A line of its own, because what two parts share lies in the script that everybody fetches.
const mayRecord = !!globalThis.navigator?.mediaDevices && 'MediaRecorder' in globalThis

const aloudStyles = css`
  :host {
    display: block;
    margin-block-end: 1rem;
  }
  .note > p {
    margin: 0 0 0.5rem;
  }
`

/** Offers to tell the story by voice in place of writing it. Stays inside the widget. */
export class AduanAloud extends WidgetElement {
  static override styles = [base, aloudStyles]

  @reactive form!: Form

  @reactive private isOpen = false
  @reactive private text = ''

  /** A recording that could not be given to the form. */
  #unused: { readonly recording: File; readonly disguised: boolean } | undefined

  /** The draft knows of a recording that its files do not have yet. */
  #isAdding = false

  get #wording() {
    return aloudWording(this.form.unit)
  }

  protected override willUpdate(_changed: Changed) {
    const { draft, change } = this.form
    const isThere = [...draft.evidence, ...(draft.pending ?? [])].some(({ name }) => name.startsWith(SPOKEN))
    // A draft that was kept or carried may come without its recording, and is written then.
    if (draft.spoken && !isThere && !this.#isAdding) queueMicrotask(() => change({ ...draft, spoken: undefined }))
  }

  protected override render() {
    const { draft, unit } = this.form
    if (unit.form.evidence.maxFiles === 0) return nothing
    return html`
      ${this.isOpen ? this.#renderRecorder() : draft.spoken ? this.#renderSpoken() : this.#renderOffer()}
      <p role="status">${this.text}</p>
      <input id="file" type="file" hidden accept="audio/*" capture @change=${this.#take} />
    `
  }

  #renderOffer() {
    const { open, retry } = this.#wording
    const unused = this.#unused
    if (unused)
      return html`<button type="button" @click=${() => this.#use(unused.recording, unused.disguised)}>${retry}</button>`
    return html`<button type="button" class="offer" @click=${mayRecord ? this.#open : this.#pick}>${open}</button>`
  }

  #renderRecorder() {
    const { unit, draft } = this.form
    return html`
      <aduan-voice
        lang=${unit.language}
        .language=${unit.language}
        .draft=${draft.key}
        @voice-finished=${({ detail }: CustomEvent<{ file: File | null; disguised: boolean }>) =>
          detail.file ? void this.#use(detail.file, detail.disguised) : this.#close()}
      ></aduan-voice>
      <button type="button" class="plain" @click=${this.#pick}>${this.#wording.pick}</button>
    `
  }

  #renderSpoken() {
    const wording = this.#wording
    const { draft } = this.form
    const isLost = draft.pending?.some(({ name, isStuck }) => isStuck && name.startsWith(SPOKEN))
    return html`<div class="note">
      <p>${isLost ? wording.lost : draft.spoken?.disguised ? wording.spokenDisguised : wording.spoken}</p>
      <p class="hint">${wording.transcript}</p>
      <button type="button" @click=${mayRecord ? this.#open : this.#pick}>${wording.again}</button>
      <button type="button" class="plain" @click=${this.#write}>${wording.write}</button>
    </div>`
  }

  #open = async () => {
    this.text = ''
    void this.form.loadEvidence?.()
    try {
      await loadWithWording(import('../voice/index.ts'), this.form.unit.language)
    } catch {
      this.text = this.#wording.failed
      return
    }
    this.isOpen = true
    void this.focusOn('aduan-voice')
  }

  #pick = () => this.renderRoot.querySelector<HTMLInputElement>('#file')?.click()

  #take = (event: Event) => {
    const input = event.target as HTMLInputElement
    const [file] = input.files ?? []
    input.value = ''
    if (file) void this.#use(file, false)
  }

  #close() {
    this.isOpen = false
    void this.focusOn('button')
  }

  #write = async () => {
    // Without the recording the draft tells nothing by voice.
    ;(await this.#files())?.dropNamed(SPOKEN)
    this.#close()
  }

  /** The files of the complaint take the recording, so that it is uploaded, continued and removed as they are. */
  async #use(recording: File, disguised: boolean) {
    const files = await this.#files()
    if (!files) {
      // The line is dead; the recording waits here.
      this.#unused = { recording, disguised }
      this.text = this.#wording.kept
      this.#close()
      return
    }
    this.#unused = undefined
    const ending = /\.\w{1,5}$/.exec(recording.name)?.[0] ?? ''
    files.dropNamed(SPOKEN)
    await this.#drawn()
    const { draft, unit, change } = this.form
    const ready = this.#wording
      .subject({ category: findCategory(unit, draft)?.label ?? '' })
      .slice(0, unit.form.limits.subject)
    const subject = draft.texts.subject?.trim() ? draft : writeText(draft, 'subject', ready)
    this.#isAdding = true
    change({ ...subject, spoken: { disguised } })
    files.add([new File([recording], SPOKEN + ending, { type: recording.type })])
    await this.#drawn()
    this.#isAdding = false
    this.text = ''
    this.#close()
  }

  /** The form gives the draft as it is now. */
  #drawn = () => ((this.getRootNode() as ShadowRoot).host as WidgetElement).updateComplete

  async #files() {
    await this.form.loadEvidence?.()
    await this.#drawn()
    return (this.getRootNode() as ShadowRoot).querySelector('aduan-evidence') ?? undefined
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aduan-aloud': AduanAloud
  }
}
