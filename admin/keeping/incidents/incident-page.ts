import { Task } from '@lit/task'
import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { IncidentList, IncidentView } from '../../../service/contract/keeping.ts'
import type { ServiceClient } from '../../api/client.ts'
import { problemCode } from '../../api/problems.ts'
import type { IncidentChange, IncidentFacts } from '../../api/wire.ts'
import { incidentsAddress } from '../../page/addresses.ts'
import { badges } from '../../page/case-badges.ts'
import { PageElement } from '../../page/page-element.ts'
import './incident-sections.ts'
import { incidentLooks, stateBadge } from './incident-form.ts'
import '../../ui/dialog.ts'
import { icons } from '../../ui/icons.ts'
import { say } from '../../ui/say.ts'
import { type Change, type ChangeKey, changes } from './change.ts'
import './incident-cases.ts'
import incidentWording from '../../texts/incident.json'

@customElement('incident-page')
export class IncidentPage extends PageElement {
  static override styles = [PageElement.styles, badges, incidentLooks]

  @property() incident = ''
  @state() private view: IncidentView | null = null
  @state() private accounts: IncidentList['accounts'] | null = null

  private readonly loading = new Task(this, {
    args: () => [this.unit.tenant, this.incident, this.wording.language] as const,
    task: async ([tenant, id], { signal }) => {
      this.view = await this.client.call('GET /incidents/{id}', { params: { tenant, id }, signal })
    },
  })

  override render() {
    const incidents = incidentWording(this.wording)
    return html`
      <a href=${incidentsAddress(this.unit.tenant)}>${incidents.back}</a>
      ${this.view ? this.renderIncident(this.view) : this.renderLoaded(this.loading, undefined, incidents.loading)}
    `
  }

  private renderIncident(view: IncidentView) {
    const { common, formats } = this.wording
    const incidents = incidentWording(this.wording)
    return html`
      <div class="spread">
        <h1>${incidents.discovered({ moment: formats.dayAndTime(view.discoveredAt) })}</h1>
        ${stateBadge(view, this.wording)}
      </div>
      <p class="soft small">${view.explanation}</p>
      ${this.renderFacts(view)}
      <incident-cases .incident=${view} .change=${this.change}></incident-cases>
      <notice-section .incident=${view} .change=${this.change}></notice-section>
      <authority-section .incident=${view} .change=${this.change}></authority-section>
      <closing-section .incident=${view} .change=${this.change}></closing-section>
      <ui-dialog wide ?open=${this.accounts !== null} heading=${incidents.correctHeading} close-label=${common.close}
        @ui-close=${this.stopCorrecting}>
        ${
          this.accounts
            ? html`<incident-form .incident=${view} .accounts=${this.accounts} .save=${this.correct}></incident-form>`
            : nothing
        }
      </ui-dialog>
    `
  }

  private renderFacts({ what, measures, data, beganAt, endedAt, accounts, recordedBy, closed }: IncidentView) {
    const { formats } = this.wording
    const incidents = incidentWording(this.wording)
    const [from, to] = [formats.dayAndTime(beganAt), endedAt && formats.dayAndTime(endedAt)]
    const facts = [
      [incidents.what, what],
      [incidents.measures, measures],
      [incidents.dataKinds, formats.list(data.map(({ kind }) => incidents.data[kind]))],
      [incidents.period, to ? incidents.until({ from, to }) : incidents.since({ from })],
      [
        incidents.accounts,
        accounts.map(({ name, position }) => `${name} (${position})`).join(', ') || incidents.noAccounts,
      ],
      [incidents.recordedBy, recordedBy],
    ]
    return html`<section class="card" aria-labelledby="facts">
      <div class="spread">
        <h2 id="facts">${incidents.facts}</h2>
        ${closed ? nothing : html`<button @click=${this.startCorrecting}>${icons.edit}${incidents.correct}</button>`}
      </div>
      <dl>${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd class="prose">${value}</dd></div>`)}</dl>
    </section>`
  }

  private readonly change: Change = async (act, body, client = this.client) => {
    if (!this.view) return
    const { tenant } = this.unit
    const { id, revision } = this.view
    try {
      const whole = { revision, ...body } as IncidentChange[typeof act]
      this.view = await client.call<ChangeKey>(changes[act], { params: { tenant, id }, body: whole })
    } catch (error) {
      if (problemCode(error) === 'incident/changed-meanwhile')
        this.view = await this.client.call('GET /incidents/{id}', { params: { tenant, id } })
      throw error
    }
  }

  private async startCorrecting() {
    this.accounts = (await this.client.call('GET /incidents', { params: this.inUnit })).accounts
  }

  private stopCorrecting() {
    this.accounts = null
  }

  private readonly correct = async (facts: IncidentFacts, client: ServiceClient) => {
    await this.change('facts', facts, client)
    this.stopCorrecting()
    say(this, incidentWording(this.wording).corrected)
  }
}
