import { css, html } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { CustodianDecision, IdentityRequest } from '../../api/wire.ts'
import { LeakCheck } from '../../page/leak-check.ts'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import { controls } from '../../ui/controls.ts'
import { radioField, textField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { missingFields, textIn } from '../../ui/form.ts'
import { surfaces } from '../../ui/surfaces.ts'

/** Sends a custodian's decision on a request. Refusals are thrown. */
export type Decide = (request: string, decision: CustodianDecision) => Promise<void>

/** Lets a custodian decide another person's request. */
@customElement('decision-form')
export class DecisionForm extends PageElement {
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

  @property({ attribute: false }) request!: IdentityRequest
  @property({ attribute: false }) decide!: Decide
  @state() private granted: string | undefined
  @query('form') private readonly form!: HTMLFormElement
  private readonly attempt = new Attempt(this, (error) => this.leaks.explain(error))

  private readonly leaks = new LeakCheck(this)

  override render() {
    const { custody } = this.wording
    return html`<form novalidate @submit=${this.submit}>
      ${this.attempt.render()}
      ${radioField({
        name: 'granted',
        label: custody.decideOn(this.request.by),
        value: this.granted,
        chosen: this.onChosen,
        error: this.attempt.errors.granted,
        options: [
          { value: 'yes', label: custody.grant, hint: custody.grantMeaning },
          { value: 'no', label: custody.refuse, hint: custody.refuseMeaning },
        ],
      })}
      ${textField({
        name: 'because',
        label: custody.because,
        rows: 3,
        limit: this.unit.view.form.limits.reason,
        error: this.attempt.errors.because,
      })}
      ${this.leaks.render(this.wording, this.unit.view.form.limits.reason)}
      <div><button class="primary" ?disabled=${this.attempt.isBusy}>${custody.decide}</button></div>
    </form>`
  }

  private readonly onChosen = (value: string) => {
    this.granted = value
  }

  private async submit(event: Event) {
    event.preventDefault()
    if (await this.attempt.refuses(missingFields(this.form, this.wording.common.required))) return
    const written = new FormData(this.form)
    const because = textIn(written, 'because')
    await this.attempt.run(async () => {
      await this.decide(this.request.id, { granted: this.granted === 'yes', because, ...this.leaks.reasonIn(written) })
    })
  }
}
