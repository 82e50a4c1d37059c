import { html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { IncidentView } from '../../../service/contract/incidents.ts'
import { FormElement } from '../../page/form-element.ts'
import { KeptForm } from '../../page/kept-form.ts'
import '../../ui/copy-button.ts'
import { textField } from '../../ui/field.ts'
import { textIn } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import { say } from '../../ui/say.ts'
import { incidentWording } from '../../wording/incident-wording.ts'
import type { Change } from './change.ts'
import { incidentLooks } from './incident-looks.ts'

/** Shows the text for the authority to be copied, and records when it was delivered. */
@customElement('authority-section')
export class AuthoritySection extends FormElement {
  static override styles = [FormElement.styles, incidentLooks]

  @property({ attribute: false }) incident!: IncidentView
  @property({ attribute: false }) change!: Change
  private readonly kept = new KeptForm(this, () => {
    const kind = `incident-authority-${this.incident.id}`
    return { client: this.client, tenant: this.unit.tenant, number: null, kind }
  })
  @state() private written: string | null = null

  override render() {
    const incidents = incidentWording(this.wording)
    const { authorityTold } = this.incident
    return html`<section class="card" aria-labelledby="authority">
      <h2 id="authority">${incidents.authority}</h2>
      ${authorityTold ? this.renderNotified(authorityTold) : this.renderDraft()}
    </section>`
  }

  private renderNotified({ at, by, text, reference }: NonNullable<IncidentView['authorityTold']>) {
    const { formats } = this.wording
    const incidents = incidentWording(this.wording)
    return html`<div class="banner ok">${icons.check}<div>
        <p>${incidents.sentBy(formats.dayAndTime(at), by)}</p>
        <p>${reference}</p>
      </div></div>
      <p class="prose">${text}</p>`
  }

  private renderDraft() {
    const { common } = this.wording
    const incidents = incidentWording(this.wording)
    const { authority } = this.incident.notices
    return html`<p class="soft small">${incidents.authorityText}</p>
      <form novalidate @submit=${this.onSubmit}>
        ${this.kept.render(this.wording)} ${this.attempt.render()}
        ${textField({
          name: 'text',
          label: incidents.authorityDraft,
          rows: 12,
          limit: 8_000,
          value: this.written ?? authority,
          written: this.onWritten,
          error: this.attempt.errors.text,
        })}
        <div><ui-copy text=${this.written ?? authority} label=${common.copy} done-label=${common.copied}></ui-copy></div>
        ${textField({ name: 'reference', label: incidents.reference, hint: incidents.referenceHint, error: this.attempt.errors.reference })}
        <div><button class="primary" ?disabled=${this.attempt.isBusy}>${incidents.noteAuthority}</button></div>
      </form>`
  }

  private readonly onWritten = (text: string) => {
    this.written = text
  }

  protected async send(written: FormData) {
    const delivered = { text: textIn(written, 'text'), reference: textIn(written, 'reference') }
    await this.kept.send((client) => this.change('authority', delivered, client))
    say(this, incidentWording(this.wording).authorityNoted)
  }
}
