import { html, nothing, type PropertyValues } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { fingerprintOf, keyIdOf, makeUnitKey } from '../../../service/sealing/unit-key.ts'
import { SHORTEST_PASSPHRASE, shareInWords, splitInThree, wordsIn } from '../../../service/sealing/wrapped-key.ts'
import { canUsePasskeys } from '../../api/passkeys.ts'
import type { WrappedUnitKey } from '../../api/wire.ts'
import { FormElement } from '../../page/form-element.ts'
import { PageElement } from '../../page/page-element.ts'
import sealingWording from '../../texts/sealing.json'
import { Attempt } from '../../ui/attempt.ts'
import { radioField, textField } from '../../ui/field.ts'
import { fields, formGrid } from '../../ui/fields.ts'
import { textIn } from '../../ui/form.ts'
import { readShare, type ShareField, ShownFailure, type Wrap, wrapWithPasskey, wrapWithPassphrase } from './ways.ts'
import './recovery-sheet.ts'

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
      hint: wording.passphraseHint({ least: SHORTEST_PASSPHRASE }),
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

const indexes = [1, 2, 3] as const

/** A key as the service will get it, and its shares, which it never gets. */
interface Made {
  readonly publicKey: string
  readonly keyId: string
  readonly fingerprint: string
  readonly wrapped: WrappedUnitKey
  readonly shares: readonly (readonly string[])[]
}

/**
 * Makes a unit's key: who holds the shares, how the custodian keeps it, three sheets one by one, and one of them typed
 * back. Only then does the service get the public half and what was wrapped; the secret itself never leaves this page.
 */
@customElement('key-ceremony')
export class KeyCeremony extends PageElement {
  static override styles = [PageElement.styles, fields, formGrid]

  @property({ attribute: false }) keep!: (key: Pick<Made, 'publicKey' | 'wrapped'>) => Promise<void>
  @state() private made: Made | null = null
  /** The sheet that is shown; 3: one is typed back. */
  @state() private step = 0
  @query('form.holders') private readonly holdersForm!: HTMLFormElement
  @query('share-field') private readonly typed!: ShareField
  private holders: readonly string[] = []
  private readonly asked = (crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) % 3

  private readonly attempt = new Attempt(this, (error) =>
    error instanceof ShownFailure ? error.message : this.explain(error),
  )

  override render() {
    const wording = sealingWording(this.wording)
    return html`<section class="card" aria-label=${wording.ceremony}>
      ${this.made ? this.renderSheets(this.made) : this.renderBeginning()}
    </section>`
  }

  protected override updated(changed: PropertyValues) {
    if (!changed.has('step') && !changed.has('made')) return
    this.renderRoot.querySelector<HTMLElement>('recovery-sheet, h2.proof')?.focus()
  }

  private renderBeginning() {
    const wording = sealingWording(this.wording)
    return html`
      <h2>${wording.ceremony}</h2>
      <p>${wording.holdersText}</p>
      <form class="holders" novalidate @submit=${(event: Event) => event.preventDefault()}>
        ${indexes.map((index) => textField({ name: `holder${index}`, label: wording.holder({ index }), limit: 120 }))}
      </form>
      <way-form submit=${wording.go} .take=${this.make}></way-form>
    `
  }

  private renderSheets(made: Made) {
    const wording = sealingWording(this.wording)
    const { step } = this
    if (step === 3) return this.renderProof(made)
    return html`
      <recovery-sheet index=${step + 1} holder=${this.holders[step] ?? ''} fingerprint=${made.fingerprint}
        .share=${made.shares[step] ?? []}></recovery-sheet>
      <div class="screen-only"><button class="primary" @click=${this.goOn}>${step === 2 ? wording.handedOver : wording.next}</button></div>
    `
  }

  private renderProof(made: Made) {
    const wording = sealingWording(this.wording)
    return html`<form novalidate @submit=${(event: Event) => this.prove(event, made)}>
      <h2 class="proof" tabindex="-1">${wording.proofHeading}</h2>
      <p>${wording.proofText({ name: this.holders[this.asked] ?? '' })}</p>
      <share-field label=${wording.proofField({ index: this.asked + 1 })}></share-field>
      ${this.attempt.render()}
      <div><button class="primary" ?disabled=${this.attempt.isBusy}>${wording.finish}</button></div>
    </form>`
  }

  private readonly make = async (wrap: Wrap) => {
    const wording = sealingWording(this.wording)
    const written = new FormData(this.holdersForm)
    const holders = indexes.map((index) => textIn(written, `holder${index}`))
    const different = new Set(holders.map((name) => name.toLowerCase()))
    if (different.size < 3 || different.has('')) throw new ShownFailure(wording.sameHolder)
    const { secret, publicKey } = await makeUnitKey()
    const [keyId, fingerprint] = [await keyIdOf(publicKey), await fingerprintOf(publicKey)]
    const shares = await Promise.all((await splitInThree(secret)).map((share) => shareInWords(share, keyId)))
    const wrapped = await wrap(secret, keyId).finally(() => secret.fill(0))
    this.holders = holders
    this.made = { publicKey, keyId, fingerprint, wrapped, shares }
  }

  private goOn() {
    this.step += 1
  }

  private prove(event: Event, { publicKey, keyId, wrapped, shares }: Made) {
    event.preventDefault()
    const wording = sealingWording(this.wording)
    return this.attempt.run(async () => {
      await readShare(this.typed.text, keyId, wording)
      const asked = shares[this.asked]?.join(' ')
      if (wordsIn(this.typed.text).join(' ') !== asked) throw new ShownFailure(wording.otherSheet)
      await this.keep({ publicKey, wrapped })
    })
  }
}
