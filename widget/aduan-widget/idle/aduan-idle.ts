import { html } from 'lit/html.js'
import type { FormLanguage } from '../../../service/offices/vocabulary.ts'
import { base } from '../../element/base-styles.ts'
import { reactive } from '../../element/reactive.ts'
import { WidgetElement } from '../../element/widget-element.ts'
import { readPartWording } from '../../wording/languages.ts'
import { idleStyles } from './idle-styles.ts'

/**
 * Asks whether somebody is still there, and counts down to the wipe.
 *
 * @fires idle-answered - `detail.isThere`; false also where nobody answered in time. Stays inside the widget.
 */
export class AduanIdle extends WidgetElement {
  static override styles = [base, idleStyles]

  @reactive override lang: FormLanguage = 'id'

  /** When the form is wiped, by `Date.now()`. */
  @reactive deadline = 0

  @reactive private left = 0

  private clock = 0

  disconnectedCallback() {
    clearInterval(this.clock)
  }

  protected override willUpdate() {
    this.left = this.secondsLeft
  }

  protected override firstUpdated() {
    this.renderRoot.querySelector('dialog')?.showModal()
    this.clock = window.setInterval(() => this.count(), 1000)
  }

  // A touch of the question is not an answer yet, so it must not count as a touch of the form.
  protected override render() {
    const wording = readPartWording(this.lang).idle
    return html`
      <dialog
        role="alertdialog"
        aria-labelledby="title"
        aria-describedby="meaning"
        @pointerdown=${keepInside}
        @keydown=${keepInside}
        @cancel=${this.stay}
      >
        <h2 id="title">${wording.title}</h2>
        <p id="meaning">${wording.meaning(this.left)}</p>
        <div class="actions">
          <button type="button" class="primary" @click=${this.stay}>${wording.stay}</button>
          <button type="button" @click=${this.go}>${wording.wipe}</button>
        </div>
      </dialog>
    `
  }

  private get secondsLeft() {
    return Math.max(0, Math.ceil((this.deadline - Date.now()) / 1000))
  }

  private count() {
    this.left = this.secondsLeft
    if (this.left === 0) this.go()
  }

  private stay() {
    this.answer(true)
  }

  private go() {
    this.answer(false)
  }

  private answer(isThere: boolean) {
    clearInterval(this.clock)
    this.dispatchEvent(new CustomEvent('idle-answered', { detail: { isThere } }))
  }
}

const keepInside = (event: Event) => event.stopPropagation()

declare global {
  interface HTMLElementTagNameMap {
    'aduan-idle': AduanIdle
  }
}
