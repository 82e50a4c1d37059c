import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { SessionView } from '../../service/contract/account.ts'
import { PageElement } from '../page/page-element.ts'
import { asPractising, unitOf } from '../page/practice.ts'
import practiceWording from '../texts/practice.json'
import { icons } from '../ui/icons.ts'

/** The session of somebody who may enter the practice rooms of their units too. */
export const withRooms = (session: SessionView): SessionView => ({
  ...session,
  tenants: [...session.tenants, ...session.tenants.map(asPractising)],
})

@customElement('practice-band')
export class PracticeBand extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      .banner {
        margin-block-end: 12px;
      }
      p {
        flex: 1 1 240px;
        font-weight: 600;
      }
      .banner,
      nav {
        flex-wrap: wrap;
      }
      nav {
        display: flex;
        gap: 4px 16px;
      }
    `,
  ]

  @property() tenant = ''

  override render() {
    if (unitOf(this.tenant) === this.tenant) return nothing
    const words = practiceWording(this.wording)
    return html`<aside class="banner warn" aria-label=${words.heading}>
      ${icons.alert}
      <p>${words.band}</p>
      <nav aria-label=${words.heading}>
        <a href=${`/t/${this.tenant}/form`} target="_blank">${words.file}</a>
        <a href=${`/admin/${unitOf(this.tenant)}/today`}>${words.back}</a>
      </nav>
    </aside>`
  }
}
