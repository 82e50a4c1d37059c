import { consume } from '@lit/context'
import { Task } from '@lit/task'
import { html, LitElement, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { IncidentList } from '../../service/contract/incidents.ts'
import type { ServiceClient } from '../api/client.ts'
import { clientContext, type Unit, unitContext } from '../api/context.ts'
import { explain } from '../api/explain.ts'
import type { IncidentFacts } from '../api/wire.ts'
import { goTo } from '../app/navigation.ts'
import { badges } from '../case/case-badges.ts'
import { type Words, wordsContext } from '../messages/words.ts'
import { incidentAddress } from '../routes.ts'
import { Attempt } from '../ui/attempt.ts'
import { controls } from '../ui/controls.ts'
import '../ui/dialog.ts'
import '../ui/empty-state.ts'
import { icons } from '../ui/icons.ts'
import { say } from '../ui/say.ts'
import { failedState, pendingState, states } from '../ui/states.ts'
import { surfaces } from '../ui/surfaces.ts'
import './incident-form.ts'
import { incidentLooks } from './incident-looks.ts'
import { stateBadge } from './state-badge.ts'

/** The breach register: what came to light, and whether those whom it concerns know. */
@customElement('incidents-page')
export class IncidentsPage extends LitElement {
  static override styles = [controls, surfaces, states, badges, incidentLooks]

  @consume({ context: wordsContext, subscribe: true })
  @state()
  private words!: Words

  @consume({ context: clientContext })
  private client!: ServiceClient

  @consume({ context: unitContext, subscribe: true })
  @state()
  private unit!: Unit

  @state() private older: IncidentList | null = null
  @state() private recording = false
  private readonly attempt = new Attempt(this, (error) => explain(error, this.words))

  private readonly register = new Task(this, {
    args: () => [this.unit.tenant, this.words.language] as const,
    task: ([tenant], { signal }) => {
      this.older = null
      return this.client.incidents.list(tenant, null, signal)
    },
  })

  override render() {
    const { incidents, common } = this.words
    return html`
      <div class="spread">
        <h1>${incidents.heading}</h1>
        <button class="primary" ?disabled=${!this.register.value} @click=${this.open}>${icons.add}${incidents.record}</button>
      </div>
      <p class="soft">${incidents.intro}</p>
      ${this.register.render({
        pending: () => pendingState(incidents.loading),
        error: (error) => failedState(explain(error, this.words), common.tryAgain, () => void this.register.run()),
        complete: (list) => this.renderList(list),
      })}
    `
  }

  private renderList(first: IncidentList) {
    const { incidents, common } = this.words
    const items = [...first.items, ...(this.older?.items ?? [])]
    const { nextCursor } = this.older ?? first
    return html`
      ${
        items.length === 0
          ? html`<ui-empty icon="shield" heading=${incidents.emptyHeading} text=${incidents.emptyText}></ui-empty>`
          : html`<ul class="plain stack" aria-label=${incidents.list}>${items.map((incident) => this.renderIncident(incident))}</ul>`
      }
      ${this.attempt.render()}
      ${nextCursor ? html`<div><button @click=${() => this.loadOlder(nextCursor)}>${incidents.older}</button></div>` : nothing}
      <ui-dialog wide ?open=${this.recording} heading=${incidents.record} close-label=${common.close} @ui-close=${this.close}>
        ${this.recording ? html`<incident-form .accounts=${first.accounts} .save=${this.record}></incident-form>` : nothing}
      </ui-dialog>
    `
  }

  private renderIncident(incident: IncidentList['items'][number]) {
    const { incidents, formats } = this.words
    const { id, what, discoveredAt, explanation } = incident
    return html`<li class="card">
      <div class="spread">
        <a href=${incidentAddress(this.unit.tenant, id)}>${incidents.discovered(formats.dayAndTime(discoveredAt))}</a>
        ${stateBadge(incident, this.words)}
      </div>
      <p>${what}</p>
      <p class="soft small">${explanation}</p>
    </li>`
  }

  private loadOlder(cursor: string) {
    return this.attempt.run(async () => {
      const page = await this.client.incidents.list(this.unit.tenant, cursor)
      this.older = { ...page, items: [...(this.older?.items ?? []), ...page.items] }
    })
  }

  private open() {
    this.recording = true
  }

  private close() {
    this.recording = false
  }

  private readonly record = async (facts: IncidentFacts) => {
    const { id } = await this.client.incidents.record(this.unit.tenant, facts)
    say(this, this.words.incidents.recorded)
    goTo(incidentAddress(this.unit.tenant, id))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'incidents-page': IncidentsPage
  }
}
