import { html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { LetterAct, ReturnReason } from '../../api/wire.ts'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import { controls } from '../../ui/controls.ts'
import { selectField, textField } from '../../ui/field.ts'
import { fields, formGrid } from '../../ui/fields.ts'
import { formIn, missingFields, textIn } from '../../ui/form.ts'
import { surfaces } from '../../ui/surfaces.ts'

/** Acts that take words with them. */
export type AskedAct = Extract<LetterAct, 'give-back' | 'withdraw' | 'post' | 'return'>
export const asksFor = (act: LetterAct): act is AskedAct =>
  act === 'give-back' || act === 'withdraw' || act === 'post' || act === 'return'

/** A letter that is posted, as its line is called. */
export interface Posted {
  readonly id: string
  readonly name: string
}

/** Takes the details of a step for one or several letters. `take` gets them and each letter's consignment number. */
export type TakeStep = (body: object, courierOf: (id: string) => object) => Promise<void>

/**
 * Asks for what a step of a letter takes: a reason, or day and consignment number.
 * @fires step-closed - The person does not want it any more.
 */
@customElement('step-form')
export class StepForm extends PageElement {
  static override styles = [controls, surfaces, fields, formGrid]

  @property() act: AskedAct = 'withdraw'
  /** The letters, where they are posted. */
  @property({ attribute: false }) posted: readonly Posted[] = []
  @property({ attribute: false }) take!: TakeStep
  private readonly attempt = new Attempt(this)

  override render() {
    const { letters } = this.wording
    return html`<form novalidate @submit=${this.onSubmit}>
      ${this.renderFields()} ${this.attempt.render()}
      <div class="actions">
        <button class="primary" ?disabled=${this.attempt.isBusy}>${letters.verbs[this.act]}</button>
        <button type="button" class="quiet" @click=${this.onClose}>${letters.cancel}</button>
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
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: this.unit.view.timeZone }).format(new Date())
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

  private async onSubmit(event: Event) {
    event.preventDefault()
    const form = formIn(event)
    if (await this.attempt.refuses(missingFields(form, this.wording.common.required))) return
    const written = new FormData(form)
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
    await this.attempt.run(() => this.take(body, courierOf))
  }

  private onClose() {
    this.dispatchEvent(new CustomEvent('step-closed'))
  }
}
