import { css, html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { IncidentList, IncidentView } from '../../../service/contract/keeping.ts'
import { keysOf } from '../../../service/shared/records.ts'
import type { ServiceClient } from '../../api/client.ts'
import { serviceInstant } from '../../api/service-clock.ts'
import type { IncidentFacts } from '../../api/wire.ts'
import { FormElement } from '../../page/form-element.ts'
import { KeptForm } from '../../page/kept-form.ts'
import { pageColumn } from '../../page/page-column.ts'
import incidentWording from '../../texts/incident.json'
import { checksField, textField } from '../../ui/field.ts'
import { formGrid } from '../../ui/fields.ts'
import { type FieldErrors, textIn } from '../../ui/form.ts'
import { instantAt, wallTime } from '../../ui/wall-time.ts'
import type { Wording } from '../../wording/wording.ts'

/** Takes what is known of an incident, new or corrected. `save` rejects with the refusal of the service. */
@customElement('incident-form')
export class IncidentForm extends FormElement {
  static override styles = [FormElement.styles, formGrid]

  @property({ attribute: false }) incident: IncidentView | null = null
  @property({ attribute: false }) accounts: IncidentList['accounts'] = []
  @property({ attribute: false }) save!: (facts: IncidentFacts, client: ServiceClient) => Promise<void>
  @state() private data: readonly string[] = []
  @state() private chosen: readonly string[] = []
  private readonly kept: KeptForm = new KeptForm(this, () => {
    const kind = this.incident ? `incident-facts-${this.incident.id}` : 'incident-new'
    return { client: this.client, tenant: this.unit.tenant, number: null, kind }
  })

  protected override firstUpdated() {
    this.data = this.incident?.data.map(({ kind }) => kind) ?? []
    this.chosen = this.incident?.accounts.map(({ id }) => id) ?? []
  }

  override render() {
    const { common } = this.wording
    const incidents = incidentWording(this.wording)
    const { incident } = this
    const { errors } = this.attempt
    const { limits } = this.unit.view.form
    return html`<form novalidate @submit=${this.onSubmit}>
      <p class="soft">${incidents.recordText}</p>
      ${this.kept.render(this.wording)} ${this.attempt.render()}
      ${textField({ name: 'what', label: incidents.what, rows: 4, limit: limits.message, value: incident?.what, error: errors.what, focusFirst: true })}
      ${textField({ name: 'measures', label: incidents.measures, rows: 3, limit: limits.message, value: incident?.measures, error: errors.measures })}
      <div class="pair">
        ${this.renderMoment('beganAt', incidents.beganAt, incidents.beganHint)}
        ${this.renderMoment('endedAt', incidents.endedAt, incidents.endedHint, common.optional)}
      </div>
      ${this.renderMoment('discoveredAt', incidents.discoveredAt)}
      ${checksField({
        name: 'data',
        label: incidents.dataKinds,
        values: this.data,
        chosen: this.onData,
        error: errors.data,
        options: Object.entries(incidents.data).map(([value, label]) => ({ value, label })),
      })}
      ${checksField({
        name: 'accounts',
        label: incidents.accounts,
        hint: incidents.accountsHint,
        optional: common.optional,
        values: this.chosen,
        chosen: this.onAccounts,
        options: this.offered.map(({ id, name, position }) => ({ value: id, label: `${name} (${position})` })),
      })}
      <div><button class="primary" ?disabled=${this.attempt.isBusy}>${incidents.save}</button></div>
    </form>`
  }

  private get offered() {
    const known = this.incident?.accounts ?? []
    return [...this.accounts, ...known.filter(({ id }) => this.accounts.every((one) => one.id !== id))]
  }

  private renderMoment(name: 'beganAt' | 'endedAt' | 'discoveredAt', label: string, hint?: string, optional?: string) {
    const known = this.incident ? this.incident[name] : name === 'discoveredAt' ? serviceInstant() : null
    const value = known ? wallTime(known, this.unit.view.timeZone) : ''
    return textField({ name, label, hint, optional, type: 'datetime-local', value, error: this.attempt.errors[name] })
  }

  private readonly onData = (kinds: string[]) => {
    this.data = kinds
  }

  private readonly onAccounts = (ids: string[]) => {
    this.chosen = ids
  }

  protected override findMistakes(written: FormData): FieldErrors {
    const { dataMissing } = incidentWording(this.wording)
    return { ...super.findMistakes(written), ...(this.data.length === 0 && { data: dataMissing }) }
  }

  protected send(written: FormData) {
    const moment = (name: string) => instantAt(textIn(written, name), this.unit.view.timeZone)
    const kinds = keysOf(incidentWording(this.wording).data)
    const facts = {
      what: textIn(written, 'what'),
      measures: textIn(written, 'measures'),
      data: kinds.filter((kind) => this.data.includes(kind)),
      beganAt: moment('beganAt'),
      endedAt: textIn(written, 'endedAt') ? moment('endedAt') : null,
      discoveredAt: moment('discoveredAt'),
      accounts: [...this.chosen],
    }
    return this.kept.send((client) => this.save(facts, client))
  }
}

export const incidentLooks = css`
  ${pageColumn}
  form {
    display: grid;
    gap: 16px;
  }
  dl {
    display: grid;
    gap: 12px;
  }
  dt {
    color: var(--ink-soft);
    font-size: var(--size-small);
  }
  li {
    overflow-wrap: anywhere;
  }
  ul.lines > li {
    padding-block: 10px;
    border-block-start: 1px solid var(--line);
  }
`

type Standing = Pick<IncidentList['items'][number], 'closed' | 'reportersTold' | 'authorityTold' | 'overdue' | 'dueAt'>

/** Shows the state of an incident; while somebody must still be notified, the date comes first. */
export function stateBadge(incident: Standing, wording: Wording) {
  const { formats } = wording
  const incidents = incidentWording(wording)
  const { closed, reportersTold, authorityTold, overdue, dueAt } = incident
  if (closed) return html`<span class="badge over">${incidents.closed}</span>`
  if (reportersTold && authorityTold) return html`<span class="badge done">${incidents.told}</span>`
  if (overdue) return html`<span class="badge alarm">${incidents.overdue}</span>`
  return html`<span class="badge waiting">${incidents.due({ moment: formats.dayAndTime(dueAt) })}</span>`
}
