import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { ApiKeyView, CreateApiKey, CreatedApiKey } from '../../../service/contract/programs.ts'
import { FormElement } from '../../page/form-element.ts'
import { checksField, selectField, textField } from '../../ui/field.ts'
import { type FieldErrors, textIn } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import '../../ui/one-time-link.ts'
import { Task } from '@lit/task'
import { PageElement } from '../../page/page-element.ts'
import { thingLooks } from '../../telling/webhooks/webhook-form.ts'
import integrationsWording from '../../texts/integrations.json'
import { Attempt } from '../../ui/attempt.ts'
import '../../ui/dialog.ts'
import { say } from '../../ui/say.ts'

const scopes = ['cases:read', 'cases:file', 'statistics:read'] as const satisfies CreateApiKey['scopes']
const days = [30, 90, 180, 365] as const

@customElement('api-key-form')
export class ApiKeyForm extends FormElement {
  static override styles = [FormElement.styles, thingLooks]

  @state() private chosen: readonly string[] = []
  @state() private made: CreatedApiKey | null = null

  override render() {
    return this.made ? this.renderMade(this.made) : this.renderForm()
  }

  private renderForm() {
    const { keys } = integrationsWording(this.wording)
    return html`<form novalidate @submit=${this.onSubmit}>
      ${this.attempt.render()}
      ${textField({
        name: 'name',
        label: keys.name,
        hint: keys.nameHint,
        limit: 80,
        error: this.attempt.errors.name,
      })}
      ${checksField({
        name: 'scopes',
        label: keys.scopes,
        options: scopes.map((value) => ({ value, label: keys.scope[value], hint: keys.scopeHint[value] })),
        values: this.chosen,
        error: this.attempt.errors.scopes,
        chosen: (values) => {
          this.chosen = values
        },
      })}
      ${selectField({
        name: 'days',
        label: keys.days,
        value: '90',
        options: days.map((value) => ({ value: String(value), label: keys.dayChoices[value] })),
      })}
      <div class="actions"><button class="primary" ?disabled=${this.attempt.isBusy}>${keys.make}</button></div>
    </form>`
  }

  private renderMade({ key, text }: CreatedApiKey) {
    const { common } = this.wording
    const { keys } = integrationsWording(this.wording)
    return html`<div class="stack">
      <div class="banner ok" role="status">
        ${icons.check}
        <div><strong>${keys.made}</strong><p>${keys.madeText}</p></div>
      </div>
      <ui-one-time-link address=${text} label=${keys.label({ name: key.name })} copy-label=${common.copy} done-label=${common.copied}></ui-one-time-link>
      <div class="actions"><button class="primary" @click=${this.close}>${keys.done}</button></div>
    </div>`
  }

  protected override findMistakes(written: FormData): FieldErrors {
    const { keys } = integrationsWording(this.wording)
    return { ...super.findMistakes(written), ...(this.chosen.length === 0 && { scopes: keys.scopesMissing }) }
  }

  protected async send(written: FormData) {
    const wanted = scopes.filter((scope) => this.chosen.includes(scope))
    const asked = { name: textIn(written, 'name'), scopes: wanted, days: Number(textIn(written, 'days')) }
    this.made = await this.client.call('POST /api-keys', { params: this.inUnit, body: asked })
    this.dispatchEvent(new CustomEvent('key-made'))
  }

  private close() {
    this.dispatchEvent(new CustomEvent('key-copied'))
  }
}

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
      this.items = (await this.client.call('GET /api-keys', { params: { tenant }, signal })).items
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
          <p>${keys.revokeText({ name: this.leaving?.name ?? '' })}</p>
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
              <summary>${keys.over({ count: this.wording.formats.number(over.length) })}</summary>
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
    const use = lastUsedAt ? keys.used({ moment: formats.dayAndTime(lastUsedAt) }) : keys.neverUsed
    return html`<li>
      <div>
        <p><strong>${name}</strong> <code class="soft">${hint}</code></p>
        <p class="small">${scopes.map((scope) => keys.scope[scope]).join(' · ')}</p>
        <p class="soft small">
          ${revokedAt ? keys.revokedOn({ day: formats.day(revokedAt) }) : `${keys.state[state]} ${keys.until({ day: formats.day(expiresAt) })}`} · ${use}
        </p>
        <p class="soft small">${keys.createdBy({ name: createdBy ?? keys.somebodyGone, day: formats.day(createdAt) })}</p>
      </div>
      ${
        state === 'live'
          ? html`<button class="quiet" aria-label=${keys.revokeOf({ name })} @click=${() => this.ask(key)}>${keys.revoke}</button>`
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
      if (this.leaving)
        this.items = (
          await this.client.call('DELETE /api-keys/{id}', { params: { tenant: this.unit.tenant, id: this.leaving.id } })
        ).items
      this.leaving = null
      say(this, integrationsWording(this.wording).keys.revoked)
    })
  }
}
