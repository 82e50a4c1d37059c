import { html, nothing } from 'lit'
import { customElement } from 'lit/decorators.js'
import '../../page/duty-gaps.ts'
import { PageElement } from '../../page/page-element.ts'
import '../../telling/notices/channel-banner.ts'

/** Says what a unit still needs so that it can do what its form promises. Empty where nothing is missing. */
@customElement('unit-needs')
export class UnitNeeds extends PageElement {
  private readonly duties = this.load((tenant, signal) => this.client.readDuties(tenant, signal))

  override render() {
    return html`
      ${this.unit.permissions.includes('cases.read') ? html`<channel-banner></channel-banner>` : nothing}
      <duty-gaps .duties=${this.duties.value ?? null}></duty-gaps>
    `
  }
}
