import { Task } from '@lit/task'
import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { ApiKeyView } from '../../../service/contract/api-keys.ts'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import '../../ui/dialog.ts'
import { icons } from '../../ui/icons.ts'
import { say } from '../../ui/say.ts'
import './api-key-form.ts'
import { thingLooks } from '../../page/thing-looks.ts'
import { integrationsWording } from '../../wording/integrations-wording.ts'

/** The keys of programs: made, shown once, revoked. */
@customElement('api-keys-section')
export class ApiKeysSection extends PageElement {
  static override styles = [PageElement.styles, thingLooks]

  @state() private items: readonly ApiKeyView[] | null = null
  @state() private making = false
  @state() private leaving: ApiKeyView | null = null
  private readonly attempt = new Attempt(this)

  private readonly loading = new Task(this, {
    args: () => [this.unit.tenant] as const,
    task: async ([tenant], { signal }) => {
      this.items = (await this.client.integrations.listKeys(tenant, signal)).items
    },
  })

  override render() {
    const { keys } = integrationsWording(this.wording)
    const { common } = this.wording
    return html`
      <div class="spread">
        <h2>${keys.heading}</h2>
        <button ?disabled=${!this.items} @click=${this.begin}>${icons.add}${keys.add}</button>
      </div>
      <p class="soft">${keys.hint}</p>
      ${this.items ? this.renderKeys(this.items) : this.renderLoaded(this.loading, undefined, keys.loading)}
      <p class="soft small">${keys.docs}<a href="/openapi.json" target="_blank">${keys.docsLink}</a></p>
      <ui-dialog ?open=${this.making} heading=${keys.add} close-label=${common.close} @ui-close=${this.end}>
        ${this.making ? html`<api-key-form @key-made=${this.reload} @key-copied=${this.end}></api-key-form>` : nothing}
      </ui-dialog>
      <ui-dialog ?open=${this.leaving !== null} heading=${keys.revokeHeading} close-label=${common.close}
        @ui-close=${() => this.ask(null)}>
        <div class="stack">
          <p>${keys.revokeText(this.leaving?.name ?? '')}</p>
          ${this.attempt.render()}
          <div class="row">
            <button class="danger filled" ?disabled=${this.attempt.isBusy} @click=${this.revoke}>${keys.revoke}</button>
            <button value="cancel" class="quiet" @click=${() => this.ask(null)}>${common.cancel}</button>
          </div>
        </div>
      </ui-dialog>
    `
  }

  private renderKeys(items: readonly ApiKeyView[]) {
    const { keys } = integrationsWording(this.wording)
    const live = items.filter((key) => key.state === 'live')
    const over = items.filter((key) => key.state !== 'live')
    return html`
      ${
        live.length > 0
          ? html`<ul class="plain things" aria-label=${keys.heading}>${live.map((key) => this.renderKey(key))}</ul>`
          : html`<p>${keys.empty}</p>`
      }
      ${
        over.length > 0
          ? html`<details>
              <summary>${keys.over(this.wording.formats.number(over.length))}</summary>
              <ul class="plain things">${over.map((key) => this.renderKey(key))}</ul>
            </details>`
          : nothing
      }
    `
  }

  private renderKey(key: ApiKeyView) {
    const { keys } = integrationsWording(this.wording)
    const { formats } = this.wording
    const { name, hint, scopes, state, createdAt, createdBy, expiresAt, lastUsedAt, revokedAt } = key
    const use = lastUsedAt ? keys.used(formats.dayAndTime(lastUsedAt)) : keys.neverUsed
    return html`<li>
      <div>
        <p><strong>${name}</strong> <code class="soft">${hint}</code></p>
        <p class="small">${scopes.map((scope) => keys.scope[scope]).join(' · ')}</p>
        <p class="soft small">
          ${revokedAt ? keys.revokedOn(formats.day(revokedAt)) : `${keys.state[state]} ${keys.until(formats.day(expiresAt))}`} · ${use}
        </p>
        <p class="soft small">${keys.createdBy(createdBy ?? keys.somebodyGone, formats.day(createdAt))}</p>
      </div>
      ${
        state === 'live'
          ? html`<button class="quiet" aria-label=${keys.revokeOf(name)} @click=${() => this.ask(key)}>${keys.revoke}</button>`
          : nothing
      }
    </li>`
  }

  private begin() {
    this.making = true
  }

  private end() {
    this.making = false
  }

  private ask(key: ApiKeyView | null) {
    this.leaving = key
  }

  private async reload() {
    await this.loading.run()
  }

  private revoke() {
    return this.attempt.run(async () => {
      if (this.leaving) this.items = (await this.client.integrations.revokeKey(this.unit.tenant, this.leaving.id)).items
      this.leaving = null
      say(this, integrationsWording(this.wording).keys.revoked)
    })
  }
}
