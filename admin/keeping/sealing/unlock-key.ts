import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { FormElement } from '../../page/form-element.ts'
import { selectField, textField } from '../../ui/field.ts'
import { formGrid } from '../../ui/fields.ts'
import { sealingWording } from '../../wording/sealing-wording.ts'
import type { ShareField } from './share-field.ts'
import './share-field.ts'
import { type Key, type OpenKey, openByShares, openByWay, ShownFailure } from './ways.ts'

const RECOVERY = 'recovery'

/** Opens a key in this page: by one of its ways, or by two recovery sheets. Nothing of it leaves the page. */
@customElement('unlock-key')
export class UnlockKey extends FormElement {
  static override styles = [FormElement.styles, formGrid]

  @property({ attribute: false }) key!: Key
  /** Goes on with the open key. What it throws is shown here. */
  @property({ attribute: false }) take!: (open: OpenKey) => Promise<void>
  @state() private by: string | undefined

  override explain(error: unknown) {
    return error instanceof ShownFailure ? error.message : super.explain(error)
  }

  override render() {
    const wording = sealingWording(this.wording)
    const { formats } = this.wording
    return html`<form novalidate @submit=${this.onSubmit}>
      ${selectField({
        name: 'by',
        label: wording.unlockBy,
        value: this.chosen,
        chosen: (by) => {
          this.by = by
        },
        options: [
          ...this.ways.map(({ id, by, at, wrapped }) => ({
            value: id,
            label: wording.wayOf(wording.way[wrapped.way], by, formats.day(at)),
          })),
          { value: RECOVERY, label: wording.recovery },
        ],
      })}
      ${this.renderAsked()} ${this.attempt.render()}
      <div><button class="primary" ?disabled=${this.attempt.isBusy}>${this.attempt.isBusy ? wording.unlocking : wording.unlock}</button></div>
    </form>`
  }

  private renderAsked() {
    const wording = sealingWording(this.wording)
    if (this.chosen === RECOVERY) {
      return html`<share-field label=${wording.share(1)}></share-field><share-field label=${wording.share(2)}></share-field>`
    }
    return this.way?.wrapped.way === 'passphrase'
      ? textField({ name: 'passphrase', label: wording.passphrase, type: 'password', focusFirst: true })
      : nothing
  }

  /** One's own first. */
  private get ways() {
    return this.key.ways.toSorted((one, other) => Number(other.own) - Number(one.own))
  }

  private get chosen(): string {
    return this.by ?? this.ways[0]?.id ?? RECOVERY
  }

  private get way() {
    return this.key.ways.find(({ id }) => id === this.chosen)
  }

  protected override findMistakes() {
    return {}
  }

  protected async send(written: FormData) {
    const wording = sealingWording(this.wording)
    const [one, other] = [...this.renderRoot.querySelectorAll<ShareField>('share-field')].map(({ text }) => text)
    const { way, key } = this
    const open = way
      ? await openByWay(key, way, String(written.get('passphrase') ?? ''), wording)
      : await openByShares(key, [one ?? '', other ?? ''], wording)
    await this.take(open)
  }
}
