import { html, nothing } from 'lit/html.js'
import type { TenantView } from '../../../service/contract/tenant-view.ts'
import type { Coordinates } from '../../../service/offices/questions/question.ts'
import { base } from '../../element/base-styles.ts'
import { css } from '../../element/css.ts'
import { reactive } from '../../element/reactive.ts'
import { WidgetElement } from '../../element/widget-element.ts'
import { partMessages } from '../../wording/languages.ts'
import { sayCoordinates } from './answer-words.ts'

const spaced = css`
  :host {
    display: grid;
    gap: 0.5rem;
    justify-items: start;
    margin-top: 0.6rem;
  }
`

/** How long a phone may look for satellites. */
const PATIENCE = 20_000

/** Where somebody is was read, or taken away again: `detail` are the coordinates. */
export class LocationChanged extends CustomEvent<Coordinates | undefined> {
  constructor(detail: Coordinates | undefined) {
    super('location-changed', { detail })
  }
}

/**
 * Reads where somebody is, once, when they press the button, and shows it in numbers.
 *
 * @fires location-changed - The coordinates to send; none when they were removed.
 */
export class AduanLocation extends WidgetElement {
  static override styles = [base, spaced]

  @reactive unit!: TenantView
  @reactive at: Coordinates | undefined
  @reactive private told: 'locating' | 'denied' | 'lost' | 'forgotten' | undefined

  protected override render() {
    const { at, told, unit } = this
    const messages = partMessages(unit.language).questions
    // Without https, or where the page around forbids it, a browser has no location to give.
    if (!at && !(window.isSecureContext && navigator.geolocation)) return nothing
    return html`
      <p class="hint">${messages.locateMeaning}</p>
      <p role="status">${at ? messages.located(sayCoordinates(at, unit)) : told ? messages[told] : nothing}</p>
      ${
        at
          ? html`<button type="button" class="plain" @click=${this.#forget}>${messages.forget}</button>`
          : html`<button type="button" aria-disabled=${told === 'locating' ? 'true' : nothing} @click=${this.#locate}>
              ${messages.locate}
            </button>`
      }
    `
  }

  #locate() {
    if (this.told === 'locating') return
    this.told = 'locating'
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => {
        this.told = undefined
        this.#tell({ latitude, longitude, accuracy: Math.min(accuracy, 1_000_000) })
      },
      ({ code, PERMISSION_DENIED }) => {
        this.told = code === PERMISSION_DENIED ? 'denied' : 'lost'
      },
      { enableHighAccuracy: true, timeout: PATIENCE },
    )
  }

  #forget() {
    this.told = 'forgotten'
    this.#tell(undefined)
    void this.focusOn('button')
  }

  #tell(at: Coordinates | undefined) {
    this.at = at
    this.dispatchEvent(new LocationChanged(at))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aduan-location': AduanLocation
  }
}
