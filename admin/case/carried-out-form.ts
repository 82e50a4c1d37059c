import { html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { KeptForm } from '../page/kept-form.ts'
import { LeakFormElement } from '../page/leak-form-element.ts'
import papersWording from '../texts/papers.json'
import { textField } from '../ui/field.ts'
import { insetForm } from '../ui/fields.ts'
import { textIn } from '../ui/form.ts'
import { say } from '../ui/say.ts'

@customElement('carried-out-form')
export class CarriedOutForm extends LeakFormElement {
  static override styles = [LeakFormElement.styles, insetForm]

  @property() number = ''
  @property() slip = ''
  private readonly kept = new KeptForm(this, () => {
    const { number, slip } = this
    return { client: this.client, tenant: this.unit.tenant, number, kind: `carried-${slip}` }
  })

  override render() {
    const { acts, common } = this.wording
    const papers = papersWording(this.wording)
    const { limits } = this.unit.view.form
    return html`<form novalidate @submit=${this.onSubmit}>
      ${this.kept.render(this.wording)} ${this.attempt.render()}
      ${textField({
        name: 'text',
        label: papers.whatWasDone,
        hint: papers.whatWasDoneHint,
        rows: 2,
        limit: limits.reason,
        error: this.attempt.errors.text,
      })}
      ${this.leaks.render(this.wording, limits.reason)}
      <div class="row">
        <button class="primary" ?disabled=${this.attempt.isBusy}>${this.attempt.isBusy ? acts.sending : papers.tellDone}</button>
        <button value="cancel" type="button" class="quiet" @click=${this.close}>${common.cancel}</button>
      </div>
    </form>`
  }

  protected override firstUpdated() {
    this.renderRoot.querySelector('textarea')?.focus()
  }

  private close() {
    this.dispatchEvent(new CustomEvent('form-closed'))
  }

  protected async send(written: FormData) {
    const words = { text: textIn(written, 'text'), ...this.leaks.reasonIn(written) }
    const { tenant } = this.unit
    const now = await this.kept.send((client) =>
      client.call('POST /cases/{number}/dispositions/{id}/carried-out', {
        params: { tenant, number: this.number, id: this.slip },
        body: words,
      }),
    )
    say(this, papersWording(this.wording).toldDone)
    this.dispatchEvent(new CustomEvent('case-changed', { detail: now, bubbles: true, composed: true }))
  }
}
