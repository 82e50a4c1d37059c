import { html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { SHORTEST_PASSPHRASE } from '../../../service/sealing/wrapped-key.ts'
import { canUsePasskeys } from '../../api/passkeys.ts'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import { controls } from '../../ui/controls.ts'
import { radioField, textField } from '../../ui/field.ts'
import { fields, formGrid } from '../../ui/fields.ts'
import { surfaces } from '../../ui/surfaces.ts'
import { sealingWording } from './sealing-wording.ts'
import { ShownFailure, type Wrap, wrapWithPasskey, wrapWithPassphrase } from './ways.ts'

/** Asks under what a custodian keeps a key: a passphrase, or a passkey of this device. */
@customElement('way-form')
export class WayForm extends PageElement {
  static override styles = [controls, surfaces, fields, formGrid]

  @property() submit = ''
  /** Goes on with the chosen way. What it throws is shown here. */
  @property({ attribute: false }) take!: (wrap: Wrap) => Promise<void>
  @state() private way: 'passphrase' | 'passkey' = 'passphrase'
  @query('form') private readonly form!: HTMLFormElement

  private readonly attempt = new Attempt(this, (error) =>
    error instanceof ShownFailure ? error.message : this.explain(error),
  )

  override render() {
    const wording = sealingWording(this.wording)
    return html`<form novalidate @submit=${this.goOn}>
      ${
        canUsePasskeys()
          ? radioField({
              name: 'way',
              label: wording.chooseWay,
              value: this.way,
              chosen: (way) => {
                this.way = way === 'passkey' ? 'passkey' : 'passphrase'
              },
              options: [
                { value: 'passphrase', label: wording.way.passphrase },
                { value: 'passkey', label: wording.way.passkey, hint: wording.passkeyHint },
              ],
            })
          : nothing
      }
      ${this.way === 'passphrase' ? this.renderPassphrase() : nothing}
      ${this.attempt.render()}
      <div><button class="primary" ?disabled=${this.attempt.isBusy}>${this.attempt.isBusy ? wording.making : this.submit}</button></div>
    </form>`
  }

  private renderPassphrase() {
    const wording = sealingWording(this.wording)
    return html`${textField({
      name: 'passphrase',
      label: wording.passphrase,
      hint: wording.passphraseHint(SHORTEST_PASSPHRASE),
      type: 'password',
    })}
    ${textField({ name: 'again', label: wording.passphraseAgain, type: 'password' })}`
  }

  private goOn(event: Event) {
    event.preventDefault()
    const wording = sealingWording(this.wording)
    const written = new FormData(this.form)
    return this.attempt.run(async () => {
      const wrap =
        this.way === 'passkey'
          ? wrapWithPasskey(this.unit.view.shortName, wording)
          : wrapWithPassphrase(String(written.get('passphrase')), String(written.get('again')), wording)
      await this.take(wrap)
    })
  }
}
