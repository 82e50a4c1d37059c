import { css, html } from 'lit'
import { customElement } from 'lit/decorators.js'
import { lockOf, openSealedDraft } from '../../../service/sealing/carried-draft.ts'
import { FormElement } from '../../page/form-element.ts'
import { textField } from '../../ui/field.ts'
import { textIn } from '../../ui/form.ts'
import { carried as en } from '../../wording/en/carried.ts'
import { carried as id } from '../../wording/id/carried.ts'
import { type Brought, readCarried } from './brought.ts'

export interface CarriedDraft {
  readonly brought: Brought
  /** By it the draft is destroyed once it is filed. */
  readonly handle: string
}

/**
 * Opens a draft that a reporter began elsewhere, by the code that they brought.
 * @fires draft-carried - `detail` is a `CarriedDraft`
 */
@customElement('carried-draft')
export class CarriedDraftOpening extends FormElement {
  static override styles = [
    FormElement.styles,
    css`
      form {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: 8px;
        margin-block-start: 8px;
      }
      .field {
        flex: 1 1 260px;
      }
    `,
  ]

  override render() {
    const { language } = this.wording
    const words = language === 'en' ? en : id
    const { isBusy, errors } = this.attempt
    return html`<details>
      <summary>${words.hasCode}</summary>
      <form novalidate @submit=${this.onSubmit}>
        ${textField({ name: 'code', label: words.code, hint: words.codeHint, error: errors.code })}
        <button ?disabled=${isBusy}>${isBusy ? words.opening : words.openCode}</button>
      </form>
      ${this.attempt.render()}
    </details>`
  }

  protected async send(written: FormData) {
    const { tenant } = this.unit
    const lock = await lockOf(textIn(written, 'code'), tenant)
    const { sealed } = await this.client.askForDraft(tenant, 'opening', lock.handle)
    const brought = readCarried(await openSealedDraft(lock, sealed))
    const detail: CarriedDraft = { brought, handle: lock.handle }
    this.dispatchEvent(new CustomEvent('draft-carried', { detail }))
  }
}
