import { html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { LetterView } from '../../../service/contract/letters.ts'
import type { ServiceClient } from '../../api/client.ts'
import type { EditLetter, LetterNature } from '../../api/wire.ts'
import { FormElement } from '../../page/form-element.ts'
import { KeptForm } from '../../page/kept-form.ts'
import { selectField, textField } from '../../ui/field.ts'
import { formGrid } from '../../ui/fields.ts'
import { textIn } from '../../ui/form.ts'

/**
 * The words of a draft.
 * @fires step-closed - The person does not want to change them any more.
 */
@customElement('letter-form')
export class LetterForm extends FormElement {
  static override styles = [FormElement.styles, formGrid]

  @property({ attribute: false }) letter!: LetterView
  @property({ attribute: false }) keep!: (words: EditLetter, client: ServiceClient) => Promise<void>

  private readonly kept: KeptForm = new KeptForm(this, () => {
    const { id, number, revision } = this.letter
    return { client: this.client, tenant: this.unit.tenant, number, kind: `letter-${id}`, revision }
  })

  override render() {
    const { letters } = this.wording
    const { subject, body, nature, enclosures, signatories, signatory } = this.letter
    const signs = signatories.findIndex(
      ({ name, position }) => name === signatory?.name && position === signatory.position,
    )
    const natures = Object.entries(letters.natures).map(([value, label]) => ({ value, label }))
    const signers = signatories.map(({ name, position }, at) => ({ value: String(at), label: `${name}, ${position}` }))
    return html`<form novalidate @submit=${this.onSubmit}>
      ${this.kept.render(this.wording)}
      ${textField({ name: 'subject', label: letters.subject, value: subject, limit: 200, error: this.attempt.errors.subject })}
      ${textField({
        ...{ name: 'body', label: letters.body, hint: letters.bodyHint, value: body, rows: 14, limit: 12_000 },
        error: this.attempt.errors.body,
      })}
      <div class="pair">
        ${selectField({ name: 'nature', label: letters.nature, options: natures, value: nature })}
        ${textField({
          ...{ name: 'enclosures', label: letters.enclosures, hint: letters.enclosuresHint, value: enclosures },
          ...{ limit: 80, optional: letters.optional, error: this.attempt.errors.enclosures },
        })}
      </div>
      ${selectField({ name: 'signatory', label: letters.signatory, options: signers, value: String(Math.max(signs, 0)) })}
      ${this.renderWhoApproves()} ${this.attempt.render()}
      <div class="actions">
        <button class="primary" ?disabled=${this.attempt.isBusy}>${letters.save}</button>
        <button value="cancel" type="button" class="quiet" @click=${this.onClose}>${letters.cancel}</button>
      </div>
    </form>`
  }

  /** A person who may approve the letter and changes its words leaves the approval to somebody else. */
  private renderWhoApproves() {
    const { approvers } = this.letter
    if (!approvers.some(({ own }) => own)) return nothing
    const others = approvers.filter(({ own }) => !own)
    if (others.length === 0) return nothing
    const names = others.map(({ name, position }) => `${name} (${position})`)
    return html`<p class="soft">${this.wording.letters.leavesApproval(names)}</p>`
  }

  protected send(written: FormData) {
    const words = {
      revision: this.letter.revision,
      subject: textIn(written, 'subject'),
      body: textIn(written, 'body'),
      nature: textIn(written, 'nature') as LetterNature,
      enclosures: textIn(written, 'enclosures'),
      signatory: Number(textIn(written, 'signatory')),
    }
    return this.kept.send((client) => this.keep(words, client))
  }

  private onClose() {
    this.dispatchEvent(new CustomEvent('step-closed'))
  }
}
