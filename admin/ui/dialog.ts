import { css, html, LitElement } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { controls, surfaces } from './controls.ts'
import { icons } from './icons.ts'

/**
 * A modal dialog around the native one: keeps focus inside, gives it back, closes with Escape.
 * @slot - what the dialog shows
 * @fires ui-closing - before that; who prevents it asks first, and calls `detail`
 * @fires ui-close - the person asked to close it; the owner sets `open` to false
 */
@customElement('ui-dialog')
export class UiDialog extends LitElement {
  static override styles = [
    controls,
    surfaces,
    css`
      :host {
        display: contents;
      }
      dialog {
        inline-size: min(560px, 100vw - 32px);
        max-block-size: calc(100dvh - 32px);
        padding: 0;
        border: 0;
        border-radius: var(--radius-large);
        background: var(--surface);
        color: var(--ink);
        box-shadow: var(--shadow);
      }
      :host([wide]) dialog {
        inline-size: min(960px, 100vw - 32px);
      }
      dialog::backdrop {
        background: rgb(15 22 21 / 55%);
      }
      .head {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 16px;
        padding: 16px 16px 0 24px;
      }
      .body {
        padding: 12px 24px 24px;
      }
    `,
  ]

  /** Words, or a template that marks the language of a part of them. */
  @property() heading: unknown = ''
  @property({ attribute: 'close-label' }) closeLabel = ''
  @property({ type: Boolean }) open = false
  @property({ type: Boolean, reflect: true }) wide = false

  @query('dialog') private readonly dialog!: HTMLDialogElement
  @query('slot') private readonly content!: HTMLSlotElement

  override updated() {
    if (this.open && !this.dialog.open) this.show()
    else if (!this.open && this.dialog.open) this.dialog.close()
  }

  override render() {
    return html`<dialog aria-labelledby="heading" @cancel=${this.onCancel} @close=${this.onClosed}>
      <div class="head">
        <h2 id="heading" tabindex="-1">${this.heading}</h2>
        <button type="button" class="quiet only-icon" aria-label=${this.closeLabel} @click=${this.askToClose}>
          ${icons.close}
        </button>
      </div>
      <div class="body"><slot></slot></div>
    </dialog>`
  }

  private show() {
    this.dialog.showModal()
    const first = this.content
      .assignedElements()
      .map((element) => (element.matches('[autofocus]') ? element : element.querySelector('[autofocus]')))
      .find((element) => element !== null)
    const target = first ?? this.renderRoot.querySelector('h2')
    if (target instanceof HTMLElement) target.focus()
  }

  private onCancel(event: Event) {
    event.preventDefault()
    this.askToClose()
  }

  // A second Escape closes the native dialog whatever the page says.
  private onClosed() {
    // The word of an earlier closing may come when it is open again.
    if (!this.open || this.dialog.open) return
    // It stays where the page asks first.
    this.dialog.showModal()
    this.askToClose()
  }

  private askToClose() {
    const detail = () => this.dispatchEvent(new CustomEvent('ui-close'))
    if (this.dispatchEvent(new CustomEvent('ui-closing', { detail, bubbles: true, composed: true, cancelable: true })))
      detail()
  }
}

interface Shown {
  readonly heading: unknown
  readonly closeLabel: string
  close(): void
}

/** A dialog that is open as long as there is something to show in it. */
export const dialogOf = (content: unknown, { heading, closeLabel, close }: Shown) =>
  html`<ui-dialog ?open=${Boolean(content)} .heading=${heading} close-label=${closeLabel} @ui-close=${close}>${content}</ui-dialog>`
