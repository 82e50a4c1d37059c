import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { controls } from './controls.ts'
import { icons } from './icons.ts'

interface Toast {
  readonly id: number
  readonly text: string
}

/** A sentence shows at least so long, in milliseconds. */
const SHOWN_FOR = 8_000

const pause = (milliseconds: number) => new Promise((over) => setTimeout(over, milliseconds))

const nextPress = () =>
  new Promise((pressed) => {
    for (const press of ['pointerdown', 'keydown']) addEventListener(press, pressed, { capture: true, once: true })
  })

/**
 * Short words about the last thing done, read out politely. They go when their reader goes on, so nobody misses them who
 * looked away or whose machine stood still for a while.
 */
@customElement('ui-toasts')
export class UiToasts extends LitElement {
  static override styles = [
    controls,
    css`
      [role='status'] {
        position: fixed;
        z-index: 20;
        inset-inline: 16px;
        inset-block-end: 80px;
        display: grid;
        justify-items: center;
        gap: 8px;
        pointer-events: none;
      }
      p {
        display: flex;
        align-items: center;
        gap: 10px;
        max-inline-size: 560px;
        margin: 0;
        padding: 8px 8px 8px 16px;
        border-radius: var(--radius-large);
        background: var(--ink);
        color: var(--paper);
        box-shadow: var(--shadow);
        pointer-events: auto;
      }
      button.quiet {
        color: inherit;
      }
      button.quiet:hover {
        background: transparent;
        border-color: currentcolor;
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ]

  @property({ attribute: 'close-label' }) closeLabel = ''
  @state() private toast: Toast | null = null
  /** What is true for a while; a sentence about something done covers it for as long as that shows. */
  @state() private standing: Toast | null = null
  private lastId = 0

  say(text: string, over?: Promise<void>) {
    this.lastId += 1
    const id = this.lastId
    if (over) {
      this.standing = { id, text }
      void over.then(() => this.drop(id))
    } else {
      this.toast = { id, text }
      void Promise.all([pause(SHOWN_FOR), nextPress()]).then(() => this.drop(id))
    }
  }

  override render() {
    const toast = this.toast ?? this.standing
    return html`<div role="status">
      ${
        toast
          ? html`<p>
              <span>${toast.text}</span>
              <button class="quiet only-icon" aria-label=${this.closeLabel} @click=${() => this.drop(toast.id)}>
                ${icons.close}
              </button>
            </p>`
          : nothing
      }
    </div>`
  }

  private drop(id: number) {
    if (this.toast?.id === id) this.toast = null
    if (this.standing?.id === id) this.standing = null
  }
}
