import { css, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { SessionView } from '../../../service/contract/account.ts'
import type { Membership } from '../../api/wire.ts'
import { PageElement } from '../../page/page-element.ts'
import helpWording from '../../texts/help.json'
import { controls } from '../../ui/controls.ts'
import { MediaMatch } from '../../ui/media-match.ts'
import type { HelpPanel } from './help-panel.ts'

/** Raised on the window to open the guide of the page. */
const HELP = 'aduan-help'

/**
 * "?" beside the bell leads to the paragraph about the page. The guide stands beside the page, so that one can read and
 * work at once; on a phone it covers the lower part. It is loaded when it is first opened.
 */
@customElement('help-button')
export class HelpButton extends PageElement {
  static override styles = [
    controls,
    css`
      button {
        inline-size: 44px;
        min-block-size: 44px;
        padding: 0;
        border-color: transparent;
        background: transparent;
        color: inherit;
        font: 700 1.0625rem / 1 var(--font);
        --focus: var(--rail-ink);
      }
      button:hover,
      button[aria-expanded='true'] {
        border-color: transparent;
        background: var(--rail-on);
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ]

  @property({ attribute: false }) session!: SessionView
  @property({ attribute: false }) membership: Membership | undefined
  @property() path = ''
  @state() private isOpen = false
  @query('button') private readonly button!: HTMLElement
  @query('help-panel') private readonly panel!: HelpPanel | null
  private readonly isBeside = new MediaMatch(this, '(min-width: 1100px)')

  override connectedCallback() {
    super.connectedCallback()
    window.addEventListener(HELP, this.open)
  }

  override disconnectedCallback() {
    super.disconnectedCallback()
    window.removeEventListener(HELP, this.open)
    this.isOpen = false
    this.makeRoom()
  }

  protected override updated() {
    this.makeRoom()
  }

  override render() {
    return html`
      <button aria-label=${helpWording(this.wording).open} aria-expanded=${this.isOpen} @click=${this.toggle}>?</button>
      ${
        this.isOpen
          ? html`<help-panel .session=${this.session} .membership=${this.membership} path=${this.path}
              @help-closed=${this.close}></help-panel>`
          : nothing
      }
    `
  }

  private readonly open = () => void this.show()

  private async show() {
    await import('./help-panel.ts')
    this.isOpen = true
    await this.updateComplete
    await this.panel?.focusHeading()
  }

  private toggle() {
    if (this.isOpen) this.close()
    else this.open()
  }

  private close() {
    this.isOpen = false
    this.button.focus()
  }

  private makeRoom() {
    document.body.style.paddingInlineEnd = this.isOpen && this.isBeside.holds ? '376px' : ''
  }
}
