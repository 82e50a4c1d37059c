import { html, render } from 'lit/html.js'
import type { TenantView } from '../../../service/contract/tenant-view.ts'
import { readPartWording } from '../../texts/languages.ts'
import { judgeKey } from './sealing.ts'

/**
 * Shows that the identity is sealed, and by the fingerprint of which key, or why it is not sent. It has no shadow root,
 * so that the styles of the form reach it.
 */
export class AduanSeal extends HTMLElement {
  #unit: TenantView | undefined

  set unit(unit: TenantView) {
    this.#unit = unit
    void judgeKey(unit).then((judgement) => {
      if (this.#unit !== unit) return
      const wording = readPartWording(unit.language).sealing
      render(
        'refused' in judgement
          ? html`<div class="summary" role="alert">${wording[judgement.refused]}</div>`
          : html`<div class="note">
              <p><strong>${wording.heading}</strong></p>
              <p>${wording.meaning}</p>
              <p class="hint">${wording.fingerprint}: <code>${judgement.fingerprint}</code></p>
            </div>`,
        this,
      )
    })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aduan-seal': AduanSeal
  }
}
