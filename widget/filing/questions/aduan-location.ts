import { html, nothing } from 'lit/html.js'
import type { TenantView } from '../../../service/contract/tenant-view.ts'
import type { Coordinates } from '../../../service/offices/questions/question.ts'
import { base } from '../../element/base-styles.ts'
import { css } from '../../element/css.ts'
import { reactive } from '../../element/reactive.ts'
import { WidgetElement } from '../../element/widget-element.ts'
import { readPartWording } from '../../wording/languages.ts'
import { formatCoordinates } from './answer-text.ts'

const spaced = css`
  :host {
    display: grid;
    gap: 0.5rem;
    justify-items: start;
    margin-top: 0.6rem;
  }
`

/** Milliseconds for which a phone may look for satellites. */
const PATIENCE = 20_000

/** A location was read or removed. `detail` holds the coordinates. */
export class LocationChanged extends CustomEvent<Coordinates | undefined> {
  constructor(detail: Coordinates | undefined) {
    super('location-changed', { detail })
  }
}

/**
 * Reads the location once, when the person presses the button, and shows it in numbers.
 *
 * @fires location-changed - The coordinates to send; none when they were removed.
 */
export class AduanLocation extends WidgetElement {
  static override styles = [base, spaced]

  @reactive unit!: TenantView
  @reactive at: Coordinates | undefined
  @reactive private state: 'locating' | 'denied' | 'lost' | 'forgotten' | undefined

  protected override render() {
    const { at, state, unit } = this
    const wording = readPartWording(unit.language).questions
    // Without https, or where the page forbids it, a browser gives no location.
    if (!at && !(window.isSecureContext && navigator.geolocation)) return nothing
    return html`
      <p class="hint">${wording.locateMeaning}</p>
      <p role="status">${at ? wording.located(formatCoordinates(at, unit)) : state ? wording[state] : nothing}</p>
      ${
        at
          ? html`<button type="button" class="plain" @click=${this.#forget}>${wording.forget}</button>`
          : html`<button type="button" aria-disabled=${state === 'locating' ? 'true' : nothing} @click=${this.#locate}>
              ${wording.locate}
            </button>`
      }
    `
  }

  #locate() {
    if (this.state === 'locating') return
    this.state = 'locating'
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => {
        this.state = undefined
        this.#change({ latitude, longitude, accuracy: Math.min(accuracy, 1_000_000) })
      },
      ({ code, PERMISSION_DENIED }) => {
        this.state = code === PERMISSION_DENIED ? 'denied' : 'lost'
      },
      { enableHighAccuracy: true, timeout: PATIENCE },
    )
  }

  #forget() {
    this.state = 'forgotten'
    this.#change(undefined)
    void this.focusOn('button')
  }

  #change(at: Coordinates | undefined) {
    this.at = at
    this.dispatchEvent(new LocationChanged(at))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aduan-location': AduanLocation
  }
}
