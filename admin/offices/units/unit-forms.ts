import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { DepartureView, QuotasUsedView } from '../../../service/contract/installation.ts'
import { problemCode } from '../../api/problems.ts'
import type { TenantList } from '../../api/wire.ts'
import { FormElement } from '../../page/form-element.ts'
import closingWording from '../../texts/closing.json'
import dutiesWording from '../../texts/duties.json'
import en from '../../texts/en/unit-health.json'
import id from '../../texts/id/unit-health.json'
import movingWording from '../../texts/moving.json'
import operatorWording from '../../texts/operator.json'
import { textField } from '../../ui/field.ts'
import { textIn } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import { say } from '../../ui/say.ts'
import { targetOf } from '../../ui/target.ts'
import type { Wording } from '../../wording/wording.ts'
import '../../ui/one-time-link.ts'
import { isNear, quotaNames } from '../../../service/offices/quotas.ts'
import { recordOf } from '../../../service/shared/records.ts'
import consoleWording from '../../texts/console.json'

const STANDARD_DAYS = '90'

@customElement('close-unit-form')
export class CloseUnitForm extends FormElement {
  @property() tenant = ''

  override render() {
    const closing = closingWording(this.wording)
    const { errors } = this.attempt
    const elsewhere = { rows: 3, limit: 500, hint: closing.elsewhereHint }
    return html`<form class="stack" novalidate @submit=${this.onSubmit}>
      <p class="soft">${closing.closeText}</p>
      ${this.attempt.render()}
      ${textField({ name: 'elsewhere.id', label: closing.elsewhereId, ...elsewhere, error: errors['elsewhere.id'] })}
      ${textField({ name: 'elsewhere.en', label: closing.elsewhereEn, ...elsewhere, optional: this.wording.common.optional, error: errors['elsewhere.en'] })}
      ${textField({ name: 'days', label: closing.closeDays, hint: closing.closeDaysHint, type: 'number', value: STANDARD_DAYS, error: errors.days })}
      <div><button class="danger" ?disabled=${this.attempt.isBusy}>${closing.close}</button></div>
    </form>`
  }

  protected async send(written: FormData) {
    const text = (name: string) => textIn(written, name)
    const elsewhere = { id: text('elsewhere.id'), en: text('elsewhere.en') }
    await this.client.call('POST /operator/tenants/{tenant}/closing', {
      params: { tenant: this.tenant },
      body: { days: Number(text('days')), elsewhere },
    })
    this.dispatchEvent(new CustomEvent('unit-changed'))
  }
}

const wordings: Readonly<Record<Wording['language'], typeof id>> = { id, en }

type Unit = TenantList['items'][number]

export function healthLine({ lastCaseAt, unseenSince, openCases, overdueCases }: Unit, wording: Wording): string {
  const { lastCase, noCase, unseen, open } = wordings[wording.language]
  if (!lastCaseAt) return noCase
  const { day, number } = wording.formats
  const facts = [
    lastCase({ day: day(lastCaseAt) }),
    open({ open: number(openCases), overdue: (overdueCases > 0 ? number(overdueCases) : null) ?? 'none' }),
  ]
  return [...facts, ...(unseenSince ? [unseen({ day: day(unseenSince) })] : [])].join(' · ')
}

export function healthAlarm(
  { undeliveredCases, channelsDown, gaps, awaitsStaff }: Unit,
  { language }: Wording,
): TemplateResult | typeof nothing {
  const { undelivered, down, channels } = wordings[language]
  if (undeliveredCases === 0 && channelsDown.length === 0 && gaps.length === 0) return nothing
  const { names, operatorGaps, operatorClosed } = dutiesWording({ language })
  return html`<div class="banner">
    ${icons.alert}
    <div>
      ${channelsDown.length > 0 ? html`<p>${down({ channels: channelsDown.map((channel) => channels[channel]).join(', ') })}</p>` : nothing}
      ${awaitsStaff ? html`<p>${operatorClosed}</p>` : nothing}
      ${gaps.length > 0 ? html`<p>${operatorGaps({ names: gaps.map((duty) => names[duty]).join(', ') })}</p>` : nothing}
      ${undeliveredCases > 0 ? html`<p>${undelivered({ cases: undeliveredCases })}</p>` : nothing}
    </div>
  </div>`
}

export const sortByNeed = (units: readonly Unit[]): Unit[] =>
  [...units].sort(
    (one, other) =>
      other.unreadCases - one.unreadCases ||
      other.channelsDown.length - one.channelsDown.length ||
      other.undeliveredCases - one.undeliveredCases ||
      other.gaps.length - one.gaps.length ||
      other.overdueCases - one.overdueCases,
  )

/**
 * The two steps by which a unit that moved away leaves: an operator brings what the new place signed, and another one
 * allows the deletion here.
 */
@customElement('move-unit-form')
export class MoveUnitForm extends FormElement {
  @property({ attribute: false }) departure!: DepartureView
  @state() private confirmation = ''

  override render() {
    return html`<form class="stack" novalidate @submit=${this.onSubmit}>
      ${this.departure.confirmedAt === null ? this.renderArrival() : this.renderDeletion(this.departure.confirmedAt)}
    </form>`
  }

  private renderArrival() {
    const moving = movingWording(this.wording)
    return html`<p class="soft">${moving.confirmText}</p>
      ${this.attempt.render()}
      <div class="field">
        <label for="file">${moving.file}</label>
        <input id="file" type="file" accept=".arrived,.txt,text/plain" @change=${this.read}>
      </div>
      ${textField({
        ...{ name: 'confirmation', label: moving.pasted, rows: 4, value: this.confirmation },
        error: this.attempt.errors.confirmation,
      })}
      <p class="banner warn">${icons.alert}<span>${moving.confirmed}</span></p>
      <div><button class="danger" ?disabled=${this.attempt.isBusy}>${moving.confirm}</button></div>`
  }

  private renderDeletion(confirmedAt: string) {
    const moving = movingWording(this.wording)
    const { formats } = this.wording
    const { movedTo, cases, mine } = this.departure
    return html`<p>${moving.allowText({ url: movedTo ?? '', at: formats.dayAndTime(confirmedAt) })}</p>
      <div>
        <p>${moving.deletes}</p>
        <ul>${[moving.deletedCases({ cases: formats.number(cases) }), ...moving.deleted].map((what) => html`<li>${what}</li>`)}</ul>
      </div>
      <p class="soft">${moving.stays}</p>
      ${this.attempt.render()}
      ${
        mine
          ? html`<p class="banner">${moving.waitsForOther}</p>`
          : html`<p class="banner warn">${icons.alert}<span>${moving.final}</span></p>
              <div><button class="danger" ?disabled=${this.attempt.isBusy}>${moving.allow}</button></div>`
      }`
  }

  protected async send(written: FormData) {
    const { tenant, confirmedAt } = this.departure
    const moving = movingWording(this.wording)
    if (confirmedAt === null)
      await this.client.call('POST /operator/tenants/{tenant}/departure', {
        params: { tenant },
        body: { confirmation: textIn(written, 'confirmation').trim() },
      })
    else await this.client.call('POST /operator/tenants/{tenant}/departure/deletion', { params: { tenant } })
    say(this, confirmedAt === null ? moving.matched : moving.allowed)
    this.dispatchEvent(new CustomEvent('unit-changed'))
  }

  private readonly read = async (event: Event) => {
    const [chosen] = targetOf(event, HTMLInputElement).files ?? []
    if (chosen) this.confirmation = (await chosen.text()).trim()
  }
}

interface Opened {
  readonly name: string
  readonly setUpUrl: string | null
}

@customElement('open-unit-form')
export class OpenUnitForm extends FormElement {
  @state() private opened: Opened | null = null

  override render() {
    return this.opened ? this.renderOpened(this.opened) : this.renderForm()
  }

  override fieldErrorsIn(error: unknown) {
    return problemCode(error) === 'tenant/slug-taken' ? { slug: this.explain(error) } : super.fieldErrorsIn(error)
  }

  private renderOpened({ name, setUpUrl }: Opened) {
    const operator = operatorWording(this.wording)
    const { common } = this.wording
    return html`<div class="stack">
      <div class="banner ok" role="status">
        ${icons.check}
        <div><strong>${operator.opened({ name })}</strong><p>${setUpUrl ? operator.linkText : operator.hasAccount}</p></div>
      </div>
      ${
        setUpUrl
          ? html`<ui-one-time-link address=${setUpUrl} label=${operator.link} copy-label=${common.copy} done-label=${common.copied}></ui-one-time-link>`
          : nothing
      }
    </div>`
  }

  private renderForm() {
    const operator = operatorWording(this.wording)
    const { errors } = this.attempt
    return html`<form class="stack" novalidate @submit=${this.onSubmit}>
      <p class="soft">${operator.openText}</p>
      ${this.attempt.render()}
      ${textField({ name: 'name', label: operator.name, hint: operator.nameHint, error: errors.name })}
      <div class="pair">
        ${textField({ name: 'shortName', label: operator.shortName, error: errors.shortName })}
        ${textField({ name: 'numberPrefix', label: operator.numberPrefix, hint: operator.numberPrefixHint, limit: 8, error: errors.numberPrefix })}
      </div>
      ${textField({ name: 'slug', label: operator.slug, hint: operator.slugHint, limit: 62, error: errors.slug })}
      <h3>${operator.admin}</h3>
      <div class="pair">
        ${textField({ name: 'admin.name', label: operator.adminName, error: errors['admin.name'] })}
        ${textField({ name: 'admin.email', label: operator.adminEmail, type: 'email', error: errors['admin.email'] })}
      </div>
      <div><button class="primary" ?disabled=${this.attempt.isBusy}>${operator.submit}</button></div>
    </form>`
  }

  protected async send(written: FormData) {
    const text = (name: string) => textIn(written, name)
    const { setUpUrl } = await this.client.call('POST /operator/tenants', {
      body: {
        slug: text('slug'),
        name: text('name'),
        shortName: text('shortName'),
        numberPrefix: text('numberPrefix').toUpperCase(),
        admin: { name: text('admin.name'), email: text('admin.email') },
      },
    })
    this.opened = { name: text('name'), setUpUrl }
    this.dispatchEvent(new CustomEvent('unit-opened'))
  }
}

@customElement('quota-form')
export class QuotaForm extends FormElement {
  @property() tenant = ''
  @property({ attribute: false }) used!: QuotasUsedView

  override render() {
    const { quotas } = consoleWording(this.wording)
    const { number } = this.wording.formats
    return html`<form class="stack" novalidate @submit=${this.onSubmit}>
      <p class="soft">${quotas.text}</p>
      ${this.attempt.render()}
      ${quotaNames.map((name) => {
        const { limit, used } = this.used[name]
        return textField({
          name,
          label: quotas.names[name],
          hint: quotas.used({ used: number(Math.ceil(used)) }),
          type: 'number',
          value: String(limit),
          error: this.attempt.errors[name],
        })
      })}
      <div><button class="primary" ?disabled=${this.attempt.isBusy}>${this.wording.common.save}</button></div>
    </form>`
  }

  protected async send(written: FormData) {
    await this.client.call('PUT /operator/tenants/{tenant}/quotas', {
      params: { tenant: this.tenant },
      body: recordOf(quotaNames, (name) => Number(textIn(written, name))),
    })
    this.dispatchEvent(new CustomEvent('unit-changed'))
  }
}

export function quotaAlarm(used: QuotasUsedView, wording: Wording): TemplateResult | typeof nothing {
  const { quotas } = consoleWording(wording)
  const { number } = wording.formats
  const near = quotaNames.filter((name) => isNear(used[name]))
  if (near.length === 0) return nothing
  return html`<div class="banner warn">
    ${icons.alert}
    <div>
      ${near.map((name) => html`<p>${quotas.near({ name: quotas.names[name], used: number(Math.ceil(used[name].used)), limit: number(used[name].limit) })}</p>`)}
      <p class="small">${quotas.nearText}</p>
    </div>
  </div>`
}
