import { html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { DepartureView } from '../../../service/contract/departure.ts'
import { FormElement } from '../../page/form-element.ts'
import { textField } from '../../ui/field.ts'
import { textIn } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import { say } from '../../ui/say.ts'
import { targetOf } from '../../ui/target.ts'
import { movingWording } from '../../wording/moving-wording.ts'

/**
 * The two steps by which a unit that moved away leaves: an operator brings what the new place signed, and another one
 * allows the deletion here.
 * @fires unit-changed
 */
@customElement('move-unit-form')
export class MoveUnitForm extends FormElement {
  @property({ attribute: false }) departure!: DepartureView
  @state() private confirmation = ''

  override render() {
    return html`<form class="stack" novalidate @submit=${this.onSubmit}>
      ${this.departure.confirmedAt === null ? this.renderArrival() : this.renderDeletion(this.departure.confirmedAt)}
    </form>`
  }

  private renderArrival() {
    const moving = movingWording(this.wording)
    return html`<p class="soft">${moving.confirmText}</p>
      ${this.attempt.render()}
      <div class="field">
        <label for="file">${moving.file}</label>
        <input id="file" type="file" accept=".arrived,.txt,text/plain" @change=${this.read}>
      </div>
      ${textField({
        ...{ name: 'confirmation', label: moving.pasted, rows: 4, value: this.confirmation },
        error: this.attempt.errors.confirmation,
      })}
      <p class="banner warn">${icons.alert}<span>${moving.confirmed}</span></p>
      <div><button class="danger" ?disabled=${this.attempt.isBusy}>${moving.confirm}</button></div>`
  }

  private renderDeletion(confirmedAt: string) {
    const moving = movingWording(this.wording)
    const { formats } = this.wording
    const { movedTo, cases, mine } = this.departure
    return html`<p>${moving.allowText(movedTo ?? '', formats.dayAndTime(confirmedAt))}</p>
      <div>
        <p>${moving.deletes}</p>
        <ul>${moving.deleted(formats.number(cases)).map((what) => html`<li>${what}</li>`)}</ul>
      </div>
      <p class="soft">${moving.stays}</p>
      ${this.attempt.render()}
      ${
        mine
          ? html`<p class="banner">${moving.waitsForOther}</p>`
          : html`<p class="banner warn">${icons.alert}<span>${moving.final}</span></p>
              <div><button class="danger" ?disabled=${this.attempt.isBusy}>${moving.allow}</button></div>`
      }`
  }

  protected async send(written: FormData) {
    const { tenant, confirmedAt } = this.departure
    const moving = movingWording(this.wording)
    if (confirmedAt === null) await this.client.confirmMove(tenant, textIn(written, 'confirmation').trim())
    else await this.client.allowDeletion(tenant)
    say(this, confirmedAt === null ? moving.matched : moving.allowed)
    this.dispatchEvent(new CustomEvent('unit-changed'))
  }

  private readonly read = async (event: Event) => {
    const [chosen] = targetOf(event, HTMLInputElement).files ?? []
    if (chosen) this.confirmation = (await chosen.text()).trim()
  }
}
