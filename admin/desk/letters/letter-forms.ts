import { html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { LetterView } from '../../../service/contract/papers.ts'
import type { ServiceClient } from '../../api/client.ts'
import type { EditLetter, LetterAct, LetterNature, ReturnReason } from '../../api/wire.ts'
import { FormElement } from '../../page/form-element.ts'
import { KeptForm } from '../../page/kept-form.ts'
import { selectField, textField } from '../../ui/field.ts'
import { formGrid } from '../../ui/fields.ts'
import { textIn } from '../../ui/form.ts'

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
    const { leavesApproval, or } = this.wording.letters
    return html`<p class="soft">${leavesApproval({ names: names.join(or) })}</p>`
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

export type AskedAct = Extract<LetterAct, 'give-back' | 'withdraw' | 'post' | 'return'>
export const asksFor = (act: LetterAct): act is AskedAct =>
  act === 'give-back' || act === 'withdraw' || act === 'post' || act === 'return'

export interface Posted {
  readonly id: string
  readonly name: string
}

/** Takes the details of a step for one or several letters. `take` gets them and each letter's consignment number. */
export type TakeStep = (
  body: { readonly on?: string; readonly note?: string; readonly reason?: ReturnReason },
  courierOf: (id: string) => { readonly courierNumber?: string },
  client: ServiceClient,
) => Promise<void>

@customElement('step-form')
export class StepForm extends FormElement {
  static override styles = [FormElement.styles, formGrid]

  @property() act: AskedAct = 'withdraw'
  @property() number = ''
  @property({ attribute: false }) posted: readonly Posted[] = []
  @property({ attribute: false }) take!: TakeStep

  private readonly kept: KeptForm = new KeptForm(this, () => {
    const [letter] = this.posted
    if (!this.isReason || !letter) return null
    const kind = `letter-${this.act}-${letter.id}`
    return { client: this.client, tenant: this.unit.tenant, number: this.number, kind }
  })

  private get isReason() {
    return this.act === 'give-back' || this.act === 'withdraw'
  }

  override render() {
    const { letters } = this.wording
    return html`<form novalidate @submit=${this.onSubmit}>
      ${this.kept.render(this.wording)} ${this.renderFields()} ${this.attempt.render()}
      <div class="actions">
        <button class="primary" ?disabled=${this.attempt.isBusy}>${letters.verbs[this.act]}</button>
        <button value="cancel" type="button" class="quiet" @click=${this.onClose}>${letters.cancel}</button>
      </div>
    </form>`
  }

  private renderFields() {
    const { letters } = this.wording
    if (this.act === 'return') {
      const options = Object.entries(letters.reasons).map(([value, label]) => ({ value, label }))
      return selectField({ name: 'reason', label: letters.reason, options, value: 'address_incomplete' })
    }
    if (this.act !== 'post') {
      return textField({ name: 'note', label: letters.note, rows: 2, limit: 500, error: this.attempt.errors.note })
    }
    const today = this.wording.formats.today()
    return html`
      ${textField({ name: 'on', label: letters.postedDay, type: 'date', value: today, error: this.attempt.errors.on })}
      <div class="pair">
        ${this.posted.map(({ id, name }) =>
          textField({
            name: `courier-${id}`,
            label: this.posted.length > 1 ? `${letters.courierNumber}, ${name}` : letters.courierNumber,
            limit: 60,
            optional: letters.optional,
          }),
        )}
      </div>
    `
  }

  protected send(written: FormData) {
    const body = {
      post: () => ({ on: textIn(written, 'on') }),
      return: () => ({ reason: textIn(written, 'reason') as ReturnReason }),
      withdraw: () => ({ note: textIn(written, 'note') }),
      'give-back': () => ({ note: textIn(written, 'note') }),
    }[this.act]()
    const courierOf = (id: string) => {
      const courierNumber = textIn(written, `courier-${id}`)
      return courierNumber ? { courierNumber } : {}
    }
    return this.isReason
      ? this.kept.send((client) => this.take(body, courierOf, client))
      : this.take(body, courierOf, this.client)
  }

  private onClose() {
    this.dispatchEvent(new CustomEvent('step-closed'))
  }
}
