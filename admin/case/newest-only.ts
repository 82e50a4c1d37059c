import { css, html, type LitElement, type ReactiveController } from 'lit'
import type { Wording } from '../wording/wording.ts'
import { type OlderList, olderButton, olderOnPaper } from './older-page.ts'

/** So many messages or notes show at first, so that what somebody does next is not far below. */
const NEWEST = 3

/** On paper all of them stand. */
export const newestLooks = css`
  .all:focus-visible {
    outline: none;
  }
  @media screen {
    .newest li:not(:nth-last-child(-n + ${NEWEST})) {
      display: none;
    }
  }
`

/** Shows the newest of what a case has, until its reader wants all of it. */
export class NewestOnly implements ReactiveController {
  /** The case of which everything shows. */
  private whole = ''
  private readonly host: LitElement
  private readonly number: () => string

  constructor(host: LitElement, number: () => string) {
    this.host = host
    this.number = number
    host.addController(this)
  }

  hostConnected() {
    this.whole = ''
  }

  isShort({ length }: readonly unknown[]): boolean {
    return length > NEWEST && this.whole !== this.number()
  }

  /** The button by which the list shows more, here or from the page before it. @param older names that page */
  renderButton(wording: Wording, list: OlderList, shown: readonly unknown[], older: string | null) {
    if (!this.isShort(shown)) return olderButton(wording, list, older)
    return html`<p class="screen-only">
        <button type="button" class="quiet" @click=${this.showAll}>${wording.casePage.older[list]}</button>
      </p>
      ${olderOnPaper(wording, older)}`
  }

  /** What came before is wanted, so nothing of it is left out. */
  readonly showWhole = () => {
    this.whole = this.number()
    this.host.requestUpdate()
  }

  /** The button goes, so the focus goes on to what it showed. */
  private readonly showAll = async () => {
    this.showWhole()
    await this.host.updateComplete
    this.host.renderRoot.querySelector<HTMLElement>('.all')?.focus()
  }
}
