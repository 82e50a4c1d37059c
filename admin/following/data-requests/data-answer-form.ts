import { css, html } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { LeakCheck } from '../../page/leak-check.ts'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import { controls } from '../../ui/controls.ts'
import { radioField, textField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { missingFields, textIn } from '../../ui/form.ts'
import { say } from '../../ui/say.ts'
import { surfaces } from '../../ui/surfaces.ts'

/**
 * Where a request about personal data is answered.
 * @fires case-changed - The case as it stands now.
 */
@customElement('data-answer-form')
export class DataAnswerForm extends PageElement {
  static override styles = [
    controls,
    surfaces,
    fields,
    css`
      form {
        display: grid;
        gap: 12px;
        padding: 12px 16px;
        border-radius: var(--radius);
        background: var(--paper);
      }
    `,
  ]

  @property() number = ''
  @property() request = ''
  @state() private granted: string | undefined
  @query('form') private readonly form!: HTMLFormElement
  private readonly attempt = new Attempt(this, (error) => this.leaks.explain(error))
  private readonly leaks = new LeakCheck(this)

  override render() {
    const { dataRequests, acts } = this.wording
    const { limits } = this.unit.view.form
    return html`<form novalidate @submit=${this.submit}>
      ${this.attempt.render()}
      ${radioField({
        name: 'granted',
        label: dataRequests.decision,
        value: this.granted,
        chosen: this.onChosen,
        error: this.attempt.errors.granted,
        options: [
          { value: 'yes', label: dataRequests.grant },
          { value: 'no', label: dataRequests.refuse },
        ],
      })}
      ${textField({
        name: 'text',
        label: dataRequests.text,
        hint: dataRequests.textHint,
        rows: 4,
        limit: limits.message,
        error: this.attempt.errors.text,
      })}
      ${this.leaks.render(this.wording, limits.reason)}
      <div><button class="primary" ?disabled=${this.attempt.isBusy}>${this.attempt.isBusy ? acts.sending : dataRequests.answer}</button></div>
    </form>`
  }

  private readonly onChosen = (value: string) => {
    this.granted = value
  }

  private async submit(event: Event) {
    event.preventDefault()
    if (await this.attempt.refuses(missingFields(this.form, this.wording.common.required))) return
    const written = new FormData(this.form)
    const answer = { granted: this.granted === 'yes', text: textIn(written, 'text'), ...this.leaks.reasonIn(written) }
    await this.attempt.run(async () => {
      const now = await this.client.rights.answer(this.unit.tenant, this.number, this.request, answer)
      say(this, this.wording.dataRequests.answered)
      this.dispatchEvent(new CustomEvent('case-changed', { detail: now, bubbles: true, composed: true }))
    })
  }
}
