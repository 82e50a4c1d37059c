import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { OpenedIdentityView } from '../../../service/contract/identity.ts'
import { type IdentityInside, keyIdIn } from '../../../service/sealing/envelope.ts'
import { openEnvelope } from '../../../service/sealing/seal-envelope.ts'
import { withOwnFingerprints } from '../../api/own-fingerprints.ts'
import { PageElement } from '../../page/page-element.ts'
import sealingWording from '../../texts/sealing.json'
import { icons } from '../../ui/icons.ts'
import { type OpenKey, ShownFailure } from './ways.ts'

/** Opens a sealed identity with a custodian's key, in this page alone, and shows what is inside as long as it stands there. */
@customElement('open-sealed')
export class OpenSealed extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      :host,
      dl {
        display: grid;
        gap: 12px;
      }
      dt {
        color: var(--warn);
        font-size: var(--size-small);
      }
      dd {
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }
    `,
  ]

  @property({ attribute: false }) sealed!: NonNullable<OpenedIdentityView['sealed']>
  @state() private inside: IdentityInside | null = null

  private readonly keys = this.load((tenant, signal) =>
    withOwnFingerprints(this.client.call('GET /sealing', { params: { tenant }, signal })),
  )

  override render() {
    const wording = sealingWording(this.wording)
    const { casePage } = this.wording
    if (this.inside) {
      const { name, phone, email, address, onBehalfOf } = this.inside
      const lines = [
        [casePage.name, name],
        [casePage.phone, phone],
        [casePage.email, email],
        [casePage.address, address],
        [casePage.onBehalfOf, onBehalfOf],
      ] as const
      return html`<dl>
        ${lines.map(([term, value]) => (value === null ? nothing : html`<div><dt>${term}</dt><dd>${value}</dd></div>`))}
      </dl>`
    }
    return this.renderLoaded(this.keys, ({ keys }) => {
      const key = keys.find(({ id }) => id === keyIdIn(this.sealed.envelope))
      return key
        ? html`<h3>${wording.openHeading}</h3><p>${wording.openText}</p>
              <unlock-key .key=${key} .take=${this.take}></unlock-key>`
        : html`<p>${icons.alert} ${wording.unknownKey}</p>`
    })
  }

  private readonly take = async ({ secret, opening }: OpenKey) => {
    secret.fill(0)
    const { envelope, context } = this.sealed
    const inside = await openEnvelope(opening, envelope, { tenant: this.unit.tenant, context })
    if (!inside) throw new ShownFailure(sealingWording(this.wording).damaged)
    this.inside = inside
  }
}
