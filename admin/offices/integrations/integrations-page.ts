import { html } from 'lit'
import { customElement } from 'lit/decorators.js'
import { pageColumn } from '../../page/page-column.ts'
import { PageElement } from '../../page/page-element.ts'
import { surfaces } from '../../ui/controls.ts'
import './api-keys-section.ts'
import integrationsWording from '../../texts/integrations.json'
import '../../telling/webhooks/webhooks-section.ts'

@customElement('integrations-page')
export class IntegrationsPage extends PageElement {
  static override styles = [surfaces, pageColumn]

  override render() {
    return html`
      <div>
        <h1>${this.wording.app.integrations}</h1>
        <p class="soft">${integrationsWording(this.wording).intro}</p>
      </div>
      <api-keys-section class="card"></api-keys-section>
      <webhooks-section class="card"></webhooks-section>
    `
  }
}
