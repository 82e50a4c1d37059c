import { html } from 'lit/html.js'
import type { FormLanguage } from '../../../service/offices/vocabulary.ts'
import { base } from '../../element/base-styles.ts'
import { css } from '../../element/theme.ts'
import { reactive, WidgetElement } from '../../element/widget-element.ts'
import { readPartWording } from '../../texts/languages.ts'

/** Hides everything around the question, because what was written must not be read. */
export const idleStyles = css`
  dialog {
    width: min(26rem, calc(100vw - 2rem));
    padding: 1.5rem;
    color: var(--_text);
    background: var(--_surface);
    border: 0;
    border-top: 5px solid var(--_accent);
    border-radius: var(--_radius);
  }
  dialog::backdrop {
    background: #0b1413;
  }
  .actions {
    margin-top: 1.25rem;
  }
  h2 {
    margin-bottom: 0.5rem;
  }
`

/**
 * Asks whether to go on. On a shared device it counts down to the wipe; elsewhere it waits.
 *
 * @fires idle-answered - `detail.isThere`; false also where nobody answered in time. Stays inside the widget.
 */
export class AduanIdle extends WidgetElement {
  static override styles = [base, idleStyles]

  @reactive override lang: FormLanguage = 'id'

  /** When the form is wiped, by `Date.now()`; 0 where nothing is wiped without an answer. */
  @reactive deadline = 0

  /** A receipt is on the screen, whose code goes with the wipe. */
  @reactive hasCode = false

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
    if (this.deadline) this.clock = window.setInterval(() => this.count(), 1000)
  }

  // A touch of the question is not an answer yet, so it must not count as a touch of the form.
  protected override render() {
    const { shared, own } = readPartWording(this.lang).idle
    const { title, stay, wipe } = this.deadline ? shared : own
    const meaning = this.deadline ? shared.meaning({ seconds: this.left }) : this.hasCode ? own.code : own.meaning
    return html`
      <dialog
        role="alertdialog"
        aria-labelledby="title"
        aria-describedby="meaning"
        @pointerdown=${keepInside}
        @keydown=${keepInside}
        @cancel=${this.stay}
      >
        <h2 id="title">${title}</h2>
        <p id="meaning">${meaning}</p>
        <div class="actions">
          <button type="button" class="primary" @click=${this.stay}>${stay}</button>
          <button type="button" @click=${this.go}>${wipe}</button>
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
