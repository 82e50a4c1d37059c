import { html, nothing } from 'lit/html.js'
import type { FormLanguage } from '../../../service/offices/vocabulary.ts'
import { readPartWording } from '../../wording/languages.ts'
import { base } from '../base-styles.ts'
import { reactive } from '../reactive.ts'
import { WidgetElement } from '../widget-element.ts'
import { AduanClosed, AduanOpened } from './dialog-events.ts'
import { dialogStyles } from './dialog-styles.ts'
import { fitAboveKeyboard } from './fit-above-keyboard.ts'
import { holdPage } from './hold-page.ts'

/** What would be lost if the dialog were closed now. */
type Unfinished = '' | 'draft' | 'code' | 'entries'

interface UnfinishedForm extends HTMLElement {
  readonly unfinished?: Unfinished
}

/**
 * Shows the form over the page once it is on the page. The native dialog keeps the focus and returns it; this element
 * asks before it closes something unfinished.
 *
 * @slot - The form.
 * @fires aduan-opened - It was opened.
 * @fires aduan-closed - It was closed, by whatever way.
 */
export class AduanDialog extends WidgetElement {
  static override styles = [base, dialogStyles]

  @reactive override lang: FormLanguage = 'id'
  @reactive label = ''

  @reactive private unfinished: Unfinished = ''

  #isSettled = false
  #letPageGo = () => {}
  readonly #gone = new AbortController()

  disconnectedCallback() {
    this.#letPageGo()
    this.#gone.abort()
  }

  protected override firstUpdated() {
    this.#letPageGo = holdPage()
    this.#show()
    if (this.#around) fitAboveKeyboard(this.#around, this.#gone.signal)
    this.dispatchEvent(new AduanOpened())
  }

  protected override render() {
    const wording = readPartWording(this.lang).dialog
    return html`
      <dialog class="around" tabindex="-1" aria-label=${this.label} @cancel=${this.#cancel} @close=${this.#noteClosed}>
        <slot></slot>
        <dialog
          class="question"
          role="alertdialog"
          aria-labelledby="title"
          aria-describedby="meaning"
        >
          <h2 id="title">${wording.title}</h2>
          <p id="meaning">${this.unfinished ? wording[this.unfinished] : nothing}</p>
          <div class="actions">
            <button type="button" class="primary" @click=${this.#stay}>${wording.stay}</button>
            <button type="button" @click=${this.close}>${wording.close}</button>
          </div>
        </dialog>
      </dialog>
    `
  }

  /** Closes the dialog without a question. */
  close() {
    this.#isSettled = true
    this.#around?.close()
  }

  /** Closes the dialog, unless something in it is unfinished and the person chooses to go on. */
  async leave(): Promise<void> {
    this.unfinished = this.#leftUndone
    if (!this.unfinished) {
      this.close()
      return
    }
    await this.updateComplete
    if (!this.#question?.open) this.#question?.showModal()
  }

  get #leftUndone(): Unfinished {
    const form = this.querySelector<UnfinishedForm>('aduan-filing, aduan-follow')
    return form?.unfinished ?? ''
  }

  get #around() {
    return this.renderRoot.querySelector<HTMLDialogElement>('.around')
  }

  get #question() {
    return this.renderRoot.querySelector<HTMLDialogElement>('.question')
  }

  // The dialog itself takes the focus. The first button is quick exit, and a second press of Enter would press it.
  #show() {
    this.#around?.showModal()
    this.#around?.focus()
  }

  #stay() {
    this.#question?.close()
  }

  #cancel(event: Event) {
    event.preventDefault()
    void this.leave()
  }

  // Browsers let nobody prevent a second Escape, nor "back" on a phone. A dialog that was not to close is opened again.
  #noteClosed() {
    if (!this.#isSettled && this.#leftUndone) {
      this.#show()
      void this.leave()
      return
    }
    this.dispatchEvent(new AduanClosed())
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aduan-dialog': AduanDialog
  }
}
