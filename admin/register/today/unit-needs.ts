import { html, nothing } from 'lit'
import { customElement } from 'lit/decorators.js'
import '../../page/duty-gaps.ts'
import '../../page/waiting-staff.ts'
import { beginSteps, doneSteps } from '../../page/begin-steps.ts'
import { PageElement } from '../../page/page-element.ts'
import '../../telling/notices/channel-banner.ts'
import beginWording from '../../texts/begin.json'
import { icons } from '../../ui/icons.ts'

/** Says what a unit still needs so that it can do what its form promises. Empty where nothing is missing. */
@customElement('unit-needs')
export class UnitNeeds extends PageElement {
  private readonly duties = this.load((tenant, signal) =>
    this.client.call('GET /duties', { params: { tenant }, signal }),
  )

  private readonly begun = this.load(async (tenant, signal) => {
    if (!this.unit.permissions.includes('tenant.configure')) return null
    const [settings, channels] = await Promise.all([
      this.client.call('GET /settings', { params: { tenant }, signal }),
      this.client.call('GET /channel-accounts', { params: { tenant }, signal }),
    ])
    return doneSteps({ settings, leaves: channels.items.some(({ leaves }) => leaves) }).length
  })

  override render() {
    const { permissions } = this.unit
    return html`
      ${permissions.includes('staff.manage') && permissions.includes('cases.read') ? html`<channel-banner></channel-banner>` : nothing}
      ${this.renderSteps(this.begun.value ?? null)}
      ${permissions.includes('staff.manage') ? html`<duty-gaps .duties=${this.duties.value ?? null}></duty-gaps>` : nothing}
      <waiting-staff .duties=${this.duties.value ?? null} @duties-changed=${() => this.duties.run()}></waiting-staff>
    `
  }

  private renderSteps(done: number | null) {
    if (done === null || done === beginSteps.length) return nothing
    const begin = beginWording(this.wording)
    return html`<section class="banner" aria-labelledby="begin">
      ${icons.settings}
      <div>
        <h2 id="begin">${begin.heading}</h2>
        <p>${begin.progress({ done })}. <a href="/admin/${encodeURIComponent(this.unit.tenant)}/begin">${begin.continue}</a></p>
      </div>
    </section>`
  }
}
