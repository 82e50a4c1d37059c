import { Task } from '@lit/task'
import { css, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { ExportProfile } from '../../../service/offices/act-vocabulary.ts'
import type { AskForApproval, Status } from '../../api/wire.ts'
import { FormElement } from '../../page/form-element.ts'
import { categoryChoice } from '../../page/own-words.ts'
import { PageElement } from '../../page/page-element.ts'
import approvalsWording from '../../texts/approvals.json'
import dutiesWording from '../../texts/duties.json'
import { radioField, selectField, textField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { textIn } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import { say } from '../../ui/say.ts'

const profiles = [
  'without_identity',
  'with_named_identity',
  'statistics_only',
] as const satisfies readonly ExportProfile[]

@customElement('register-scope')
export class RegisterScope extends PageElement {
  static override styles = [
    PageElement.styles,
    fields,
    css`
      .pair {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(180px, 1fr));
        gap: 12px;
      }
    `,
  ]

  /** The filters of the page from which the person comes. */
  @property({ attribute: false }) asked = new URLSearchParams()

  @query('form') private readonly form!: HTMLFormElement

  get scope(): NonNullable<AskForApproval['register']> {
    const written = new FormData(this.form)
    const status = textIn(written, 'status')
    return {
      profile: textIn(written, 'profile') as ExportProfile,
      from: textIn(written, 'from') || null,
      to: textIn(written, 'to') || null,
      category: textIn(written, 'category') || null,
      status: status ? [status as Status] : [],
    }
  }

  override render() {
    const { register, vocabulary, common } = this.wording
    const approvals = approvalsWording(this.wording)
    const { permissions, view } = this.unit
    const offered = profiles.filter(
      (profile) => profile !== 'with_named_identity' || permissions.includes('identity.open'),
    )
    const asked = (name: string) => this.asked.get(name) ?? ''
    return html`<form class="stack" novalidate @submit=${(event: Event) => event.preventDefault()}>
      ${radioField({
        name: 'profile',
        label: approvals.profile,
        value: 'without_identity',
        options: offered.map((value) => ({
          value,
          label: approvals.profiles[value],
          hint: approvals.profileHints[value],
        })),
      })}
      <div class="pair">
        ${textField({ name: 'from', label: approvals.receivedFrom, type: 'date', value: asked('from'), optional: common.optional })}
        ${textField({ name: 'to', label: approvals.receivedTo, type: 'date', value: asked('to'), optional: common.optional })}
        ${selectField({
          name: 'category',
          label: register.category,
          value: asked('category'),
          optional: '',
          options: [{ value: '', label: register.anyCategory }, ...view.categories.map(categoryChoice(view))],
        })}
        ${selectField({
          name: 'status',
          label: approvals.scopeStatus,
          value: asked('status') in vocabulary.statuses ? asked('status') : '',
          optional: '',
          options: [
            { value: '', label: approvals.anyStatus },
            ...Object.entries(vocabulary.statuses).map(([value, label]) => ({ value, label })),
          ],
        })}
      </div>
    </form>`
  }
}

/** Acts that are asked for here, by the permission they take; what is past its time is proposed on its own page. */
const asking = [
  ['export-register', 'register.export'],
  ['erase-identity', 'identity.erase'],
  ['open-identities', 'identity.open'],
] as const

@customElement('ask-form')
export class AskForm extends FormElement {
  /** The search part of the address: which export of the register is meant. */
  @property({ attribute: false }) asked = new URLSearchParams()
  @state() private act: string | null = null

  private readonly duties = new Task(this, {
    args: () => [this.unit.tenant, this.act !== null] as const,
    task: async ([tenant, isAsking], { signal }) =>
      isAsking ? this.client.call('GET /duties', { params: { tenant }, signal }) : null,
  })

  override connectedCallback() {
    super.connectedCallback()
    if (this.asked.get('ask') === 'export-register') this.begin('export-register')
  }

  override render() {
    const { vocabulary, common } = this.wording
    const approvals = approvalsWording(this.wording)
    const offered = asking.filter(([, permission]) => this.unit.permissions.includes(permission))
    if (offered.length === 0) return nothing
    const [first] = offered
    if (this.act === null) {
      return html`<button @click=${() => this.begin(first?.[0] ?? '')}>${icons.add}${approvals.ask}</button>`
    }
    return html`<form class="card stack" novalidate @submit=${this.onSubmit}>
      <h2>${approvals.askHeading}</h2>
      ${selectField({
        name: 'act',
        label: approvals.act,
        value: this.act,
        options: offered.map(([value]) => ({ value, label: vocabulary.dangerousActs[value] })),
        chosen: (act) => this.begin(act),
      })}
      ${
        this.act === 'export-register'
          ? html`<register-scope .asked=${this.asked}></register-scope>`
          : textField({
              name: 'cases',
              label: approvals.numbers,
              hint: this.act === 'open-identities' ? approvals.numbersHint : undefined,
              rows: this.act === 'open-identities' ? 3 : 1,
              error: this.attempt.errors.cases,
            })
      }
      ${textField({
        name: 'reason',
        label: approvals.reason,
        hint: approvals.reasonHint,
        rows: 3,
        limit: this.unit.view.form.limits.reason,
        error: this.attempt.errors.reason,
      })}
      ${this.renderNobody()} ${this.attempt.render()}
      <div class="actions">
        <button class="primary" ?disabled=${this.attempt.isBusy}>${approvals.ask}</button>
        <button value="cancel" type="button" class="quiet" @click=${this.end}>${common.cancel}</button>
      </div>
    </form>`
  }

  private renderNobody() {
    const view = this.duties.value
    const own = view?.people.find((one) => one.own)?.name
    const gap = view?.duties.find(({ duty }) => duty === 'second_person')?.gap
    if (!own || !gap?.besides.includes(own) || this.act === 'open-identities') return nothing
    const { names, remedies, besides } = dutiesWording(this.wording)
    return html`<div class="banner">${icons.alert}
      <p>${besides({ duty: names.second_person, names: own })} ${remedies.second_person}</p>
    </div>`
  }

  private begin(act: string) {
    this.act = act
    this.attempt.errors = {}
    this.attempt.refusal = ''
  }

  private end() {
    this.act = null
  }

  protected async send(written: FormData) {
    const cases = textIn(written, 'cases')
      .toUpperCase()
      .split(/[\s,]+/)
      .filter(Boolean)
    const act = textIn(written, 'act') as AskForApproval['act']
    const register = this.renderRoot.querySelector<RegisterScope>('register-scope')?.scope
    const reason = textIn(written, 'reason')
    await this.client.call('POST /approvals', {
      params: this.inUnit,
      body: { act, reason, cases, ...(register && { register }) },
    })
    this.end()
    say(this, approvalsWording(this.wording).asked)
    this.dispatchEvent(new CustomEvent('approval-asked'))
  }
}
