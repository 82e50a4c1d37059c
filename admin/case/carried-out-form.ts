import { css, html } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { LeakCheck } from '../page/leak-check.ts'
import { PageElement } from '../page/page-element.ts'
import { Attempt } from '../ui/attempt.ts'
import { controls } from '../ui/controls.ts'
import { textField } from '../ui/field.ts'
import { fields } from '../ui/fields.ts'
import { missingFields, textIn } from '../ui/form.ts'
import { say } from '../ui/say.ts'
import { surfaces } from '../ui/surfaces.ts'

/**
 * Where somebody tells what they did of what a slip asked of them.
 * @fires case-changed - The case as it stands now.
 * @fires form-closed - Put aside.
 */
@customElement('carried-out-form')
export class CarriedOutForm extends PageElement {
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
  @property() slip = ''
  @query('form') private readonly form!: HTMLFormElement
  private readonly attempt = new Attempt(this, (error) => this.leaks.explain(error))
  private readonly leaks = new LeakCheck(this)

  override render() {
    const { papers, acts, common } = this.wording
    const { limits } = this.unit.view.form
    return html`<form novalidate @submit=${this.submit}>
      ${this.attempt.render()}
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
        <button type="button" class="quiet" @click=${this.close}>${common.cancel}</button>
      </div>
    </form>`
  }

  protected override firstUpdated() {
    this.renderRoot.querySelector('textarea')?.focus()
  }

  private close() {
    this.dispatchEvent(new CustomEvent('form-closed'))
  }

  private async submit(event: Event) {
    event.preventDefault()
    if (await this.attempt.refuses(missingFields(this.form, this.wording.common.required))) return
    const written = new FormData(this.form)
    const words = { text: textIn(written, 'text'), ...this.leaks.reasonIn(written) }
    await this.attempt.run(async () => {
      const now = await this.client.papers.carryOut(this.unit.tenant, this.number, this.slip, words)
      say(this, this.wording.papers.toldDone)
      this.dispatchEvent(new CustomEvent('case-changed', { detail: now, bubbles: true, composed: true }))
    })
  }
}
