import { html, nothing } from 'lit/html.js'
import type { FormLanguage } from '../../../service/offices/vocabulary.ts'
import { readPartWording } from '../../texts/languages.ts'
import { base } from '../base-styles.ts'
import { WidgetEvent } from '../events.ts'
import { css } from '../theme.ts'
import { reactive, WidgetElement } from '../widget-element.ts'

/** The dialog was opened. */
export class AduanOpened extends WidgetEvent<null> {
  constructor() {
    super('aduan-opened', null)
  }
}

/** The dialog was closed, in any way. */
export class AduanClosed extends WidgetEvent<null> {
  constructor() {
    super('aduan-closed', null)
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'aduan-opened': AduanOpened
    'aduan-closed': AduanClosed
  }
}

/**
 * The dialog floats over the page on wide screens. On phones it fills the screen, beside a notch and above a keyboard.
 */
export const dialogStyles = css`
  :host {
    display: contents;
  }
  dialog {
    inline-size: min(44rem, 100vw);
    max-inline-size: none;
    block-size: fit-content;
    max-block-size: calc(100% - 3rem);
    margin: auto;
    padding: 0;
    color: inherit;
    background: transparent;
    border: 0;
    border-radius: var(--_radius);
    overscroll-behavior: contain;
  }
  dialog:focus-visible {
    outline: none;
  }
  dialog::backdrop {
    background: #0b1413b3;
  }
  @media (max-width: 40em) {
    .around {
      inset-block: var(--_top, 0) auto;
      margin: 0;
      inline-size: 100%;
      block-size: 100%;
      block-size: var(--_height, 100dvh);
      max-block-size: none;
      padding: env(safe-area-inset-top) env(safe-area-inset-right) env(safe-area-inset-bottom) env(safe-area-inset-left);
      background: var(--_surface);
      border-radius: 0;
    }
    ::slotted(.panel) {
      min-block-size: 100% !important;
      border-inline: 0 !important;
      border-radius: 0 !important;
      box-shadow: none !important;
    }
  }
  @media (forced-colors: active) {
    .around {
      border: 1px solid CanvasText;
    }
  }
  .question {
    inline-size: min(26rem, calc(100vw - 2rem));
    padding: 1.5rem;
    color: var(--_text);
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-block-start: 5px solid var(--_accent);
  }
  .question h2 {
    margin-block-end: 0.5rem;
  }
  .actions {
    margin-block-start: 1.25rem;
  }
`

/**
 * Keeps a dialog that fills the screen, and the field with the focus, above a soft keyboard. The keyboard covers a page
 * without making it smaller. A zoomed page is left as it is.
 */
export function fitAboveKeyboard(dialog: HTMLElement, signal: AbortSignal): void {
  const seen = window.visualViewport
  if (!seen) return
  const fit = () => {
    const covered = seen.scale === 1 && seen.height < innerHeight - 1
    dialog.style.setProperty('--_height', covered ? `${seen.height}px` : '')
    dialog.style.setProperty('--_top', covered ? `${seen.offsetTop}px` : '')
    if (covered) findFocused()?.scrollIntoView({ block: 'nearest' })
  }
  for (const change of ['resize', 'scroll'] as const) seen.addEventListener(change, fit, { signal })
}

function findFocused(): Element | null {
  let at = document.activeElement
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
  return at
}

/**
 * Keeps the page behind a dialog from scrolling. The scrollbar leaves a gap of its width, so that nothing on the page
 * moves.
 * @returns a function that lets the page scroll again
 */
export function holdPage(): () => void {
  const { style, clientWidth } = document.documentElement
  const held: Record<string, string> = { 'overflow-x': 'hidden', 'overflow-y': 'hidden' }
  if (innerWidth > clientWidth) held['scrollbar-gutter'] = 'stable'
  const before = Object.keys(held).map(
    (name) => [name, style.getPropertyValue(name), style.getPropertyPriority(name)] as const,
  )
  for (const [name, value] of Object.entries(held)) style.setProperty(name, value, 'important')
  return () => {
    for (const [name, value, priority] of before) style.setProperty(name, value, priority)
  }
}

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
