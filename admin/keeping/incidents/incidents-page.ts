import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { IncidentList } from '../../../service/contract/keeping.ts'
import type { ServiceClient } from '../../api/client.ts'
import type { IncidentFacts } from '../../api/wire.ts'
import { incidentAddress } from '../../page/addresses.ts'
import { badges } from '../../page/case-badges.ts'
import { goTo } from '../../page/navigation.ts'
import { PageElement } from '../../page/page-element.ts'
import { incidentLooks, stateBadge } from './incident-form.ts'
import '../../ui/dialog.ts'
import '../../ui/empty-state.ts'
import incidentWording from '../../texts/incident.json'
import { icons } from '../../ui/icons.ts'
import { PagedList } from '../../ui/paged-list.ts'
import { say } from '../../ui/say.ts'

type Incident = IncidentList['items'][number]

@customElement('incidents-page')
export class IncidentsPage extends PageElement {
  static override styles = [PageElement.styles, badges, incidentLooks]

  @state() private accounts: IncidentList['accounts'] | null = null
  @state() private recording = false

  private readonly register = new PagedList<Incident>(this, {
    args: () => [this.unit.tenant, this.wording.language],
    load: async (cursor, signal) => {
      const page = await this.client.call('GET /incidents', { params: this.inUnit, query: { cursor }, signal })
      this.accounts = page.accounts
      return page
    },
    rows: '.stack > li',
  })

  override render() {
    const { common } = this.wording
    const incidents = incidentWording(this.wording)
    return html`
      <div class="spread">
        <h1>${incidents.heading}</h1>
        <button class="primary" ?disabled=${!this.accounts} @click=${this.open}>${icons.add}${incidents.record}</button>
      </div>
      <p class="soft">${incidents.intro}</p>
      ${this.register.render({
        loading: incidents.loading,
        empty: () =>
          html`<ui-empty icon="shield" heading=${incidents.emptyHeading} text=${incidents.emptyText}></ui-empty>`,
        full: (items, more) => html`<ul class="plain stack" aria-label=${incidents.list}>
          ${items.map((incident) => this.renderIncident(incident))}
        </ul>${more}`,
      })}
      <ui-dialog wide ?open=${this.recording} heading=${incidents.record} close-label=${common.close} @ui-close=${this.close}>
        ${this.recording && this.accounts ? html`<incident-form .accounts=${this.accounts} .save=${this.record}></incident-form>` : nothing}
      </ui-dialog>
    `
  }

  private renderIncident(incident: Incident) {
    const { formats } = this.wording
    const incidents = incidentWording(this.wording)
    const { id, what, discoveredAt, explanation } = incident
    return html`<li class="card">
      <div class="spread">
        <a href=${incidentAddress(this.unit.tenant, id)}>${incidents.discovered({ moment: formats.dayAndTime(discoveredAt) })}</a>
        ${stateBadge(incident, this.wording)}
      </div>
      <p>${what}</p>
      <p class="soft small">${explanation}</p>
    </li>`
  }

  private open() {
    this.recording = true
  }

  private close() {
    this.recording = false
  }

  private readonly record = async (facts: IncidentFacts, client: ServiceClient) => {
    const { id } = await client.call('POST /incidents', { params: this.inUnit, body: facts })
    say(this, incidentWording(this.wording).recorded)
    goTo(incidentAddress(this.unit.tenant, id))
  }
}
