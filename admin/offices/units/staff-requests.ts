import { Task } from '@lit/task'
import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { StaffRequestListView } from '../../../service/contract/staff.ts'
import { FormElement } from '../../page/form-element.ts'
import { PageElement } from '../../page/page-element.ts'
import approvalsWording from '../../texts/approvals.json'
import consoleWording from '../../texts/console.json'
import vouchingWording from '../../texts/vouching.json'
import { Attempt } from '../../ui/attempt.ts'
import { textField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { textIn } from '../../ui/form.ts'
import { say } from '../../ui/say.ts'

type StaffRequest = StaffRequestListView['items'][number]

/** Requests about staff for which a unit has no second person; nothing is shown while there are none. */
@customElement('staff-requests')
export class StaffRequests extends PageElement {
  static override styles = [
    PageElement.styles,
    fields,
    css`
      form {
        display: grid;
        gap: 8px;
        padding-block-start: 12px;
        overflow-wrap: anywhere;
      }
    `,
  ]

  @state() private items: readonly StaffRequest[] = []
  @state() private errors: Readonly<Record<string, string>> = {}

  private readonly attempt = new Attempt(this)

  protected readonly loading = new Task(this, {
    args: () => [] as const,
    task: async (_, { signal }) => {
      this.items = (await this.client.call('GET /operator/requests', { signal })).items
    },
  })

  override render() {
    if (this.items.length === 0) return nothing
    const { staffRequests } = consoleWording(this.wording)
    return html`<section class="card" aria-labelledby="requests">
      <div>
        <h2 id="requests">${staffRequests.heading}</h2>
        <p class="soft">${staffRequests.intro}</p>
      </div>
      ${this.attempt.render()} ${this.items.map((one) => this.renderOne(one))}
    </section>`
  }

  private renderOne(one: StaffRequest) {
    const { staff, vocabulary, formats, language } = this.wording
    const approvals = approvalsWording(this.wording)
    const { staffRequests } = consoleWording(this.wording)
    const { id, unit, by, askedAt, reason, person } = one
    const { name, position, email, role, unitRole, factor, accountSince, addressConfirmed } = person
    const what = role
      ? vocabulary.roles[role]
      : unitRole
        ? unitRole.name[language] || unitRole.name.id
        : factor && staff.letInFactors[factor]
    return html`<form novalidate @submit=${(event: Event) => event.preventDefault()}>
      <p><strong>${approvals.person({ name, position, email })}</strong>${what ? ` · ${what}` : ''}</p>
      ${reason ? html`<p>${reason}</p>` : nothing}
      <p class="soft small">
        ${staffRequests.by({ unit, name: by, at: formats.dayAndTime(askedAt) })}
        ${accountSince ? approvals.accountSince({ day: formats.day(accountSince) }) : nothing}
        ${addressConfirmed ? nothing : approvals.unconfirmed}
      </p>
      ${textField({ name: `because-${id}`, label: staffRequests.because, rows: 2, error: this.errors[id] })}
      <div class="row">
        <button type="button" class="primary" ?disabled=${this.attempt.isBusy} @click=${() => this.decide(one, true)}>${staffRequests.grant}</button>
        <button type="button" ?disabled=${this.attempt.isBusy} @click=${() => this.decide(one, false)}>${staffRequests.refuse}</button>
      </div>
    </form>`
  }

  private async decide(one: StaffRequest, granted: boolean) {
    const written = this.renderRoot.querySelector<HTMLTextAreaElement>(`[name="because-${one.id}"]`)
    const because = written?.value.trim() ?? ''
    this.errors = because ? {} : { [one.id]: this.wording.common.required }
    if (!because) return
    await this.attempt.run(async () => {
      this.items = (
        await this.client.call('POST /operator/requests/{tenant}/{id}/decision', {
          params: one,
          body: { granted, because },
        })
      ).items
      say(this, consoleWording(this.wording).staffRequests.done)
    })
  }
}

@customElement('vouch-form')
export class VouchForm extends FormElement {
  @property() tenant = ''

  override render() {
    const say = vouchingWording(this.wording)
    const { by, basis } = this.attempt.errors
    return html`<form class="stack" novalidate @submit=${this.onSubmit}>
      <p class="soft">${say.text}</p>
      ${this.attempt.render()}
      ${textField({ name: 'by', label: say.by, hint: say.byHint, limit: 120, error: by })}
      ${textField({ name: 'basis', label: say.basis, hint: say.basisHint, rows: 3, limit: 400, error: basis })}
      <div><button class="primary" ?disabled=${this.attempt.isBusy}>${say.ask}</button></div>
    </form>`
  }

  protected async send(written: FormData) {
    await this.client.call('PUT /operator/tenants/{tenant}/vouching', {
      params: { tenant: this.tenant },
      body: { word: { by: textIn(written, 'by'), basis: textIn(written, 'basis') } },
    })
    this.dispatchEvent(new CustomEvent('unit-changed'))
  }
}
