import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { SHORTEST_PASSPHRASE } from '../../../service/sealing/wrapped-key.ts'
import { canUsePasskeys } from '../../api/passkeys.ts'
import { FormElement } from '../../page/form-element.ts'
import { radioField, textField } from '../../ui/field.ts'
import { formGrid } from '../../ui/fields.ts'
import { sealingWording } from '../../wording/sealing-wording.ts'
import { ShownFailure, type Wrap, wrapWithPasskey, wrapWithPassphrase } from './ways.ts'

/** Asks under what a custodian keeps a key: a passphrase, or a passkey of this device. */
@customElement('way-form')
export class WayForm extends FormElement {
  static override styles = [FormElement.styles, formGrid]

  @property() submit = ''
  /** Goes on with the chosen way. What it throws is shown here. */
  @property({ attribute: false }) take!: (wrap: Wrap) => Promise<void>
  @state() private way: 'passphrase' | 'passkey' = 'passphrase'

  override explain(error: unknown) {
    return error instanceof ShownFailure ? error.message : super.explain(error)
  }

  override render() {
    const wording = sealingWording(this.wording)
    return html`<form novalidate @submit=${this.onSubmit}>
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

  protected override findMistakes() {
    return {}
  }

  protected async send(written: FormData) {
    const wording = sealingWording(this.wording)
    const wrap =
      this.way === 'passkey'
        ? wrapWithPasskey(this.unit.view.shortName, wording)
        : wrapWithPassphrase(String(written.get('passphrase')), String(written.get('again')), wording)
    await this.take(wrap)
  }
}
