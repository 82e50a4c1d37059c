import { css, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { OpenedIdentityView } from '../../../service/contract/identity.ts'
import type { ApprovalView } from '../../../service/contract/keeping.ts'
import type { ExportFormat } from '../../../service/offices/act-vocabulary.ts'
import { serviceNow } from '../../api/service-clock.ts'
import { caseAddress } from '../../page/addresses.ts'
import { categoryLabel } from '../../page/category-label.ts'
import { markOwnText, ownName, sayOwn } from '../../page/own-words.ts'
import { PageElement } from '../../page/page-element.ts'
import approvalsWording from '../../texts/approvals.json'
import { Attempt } from '../../ui/attempt.ts'
import { textField } from '../../ui/field.ts'
import { fields, insetForm } from '../../ui/fields.ts'
import { icons } from '../../ui/icons.ts'
import '../../ui/one-time-link.ts'
import { saveFile } from '../../ui/save-file.ts'
import { say } from '../../ui/say.ts'

const exportFormats: readonly ExportFormat[] = ['xlsx', 'csv', 'pdf']

@customElement('approval-card')
export class ApprovalCard extends PageElement {
  static override styles = [
    PageElement.styles,
    fields,
    insetForm,
    css`
      .card {
        display: grid;
        gap: 8px;
        overflow-wrap: anywhere;
      }
      .numbers {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 12px;
      }
      .numbers a {
        padding-block: 2px;
      }
    `,
  ]

  @property({ attribute: false }) approval!: ApprovalView
  @state() private error = ''
  @state() private resetUrl = ''
  @state() private opened: { readonly number: string; readonly identity: OpenedIdentityView } | null = null
  @query('textarea') private readonly because!: HTMLTextAreaElement
  private readonly attempt = new Attempt(this)

  override render() {
    const { formats } = this.wording
    const approvals = approvalsWording(this.wording)
    const { actLabel, state: stands, askedAt, by, own, reason, groundLabel, decision, until, mayDecide } = this.approval
    const isOpen = stands === 'waiting' || stands === 'granted'
    return html`<div class="card">
      <div class="spread"><h2>${actLabel}</h2><strong>${approvals.states[stands]}</strong></div>
      <p>${groundLabel ? `${groundLabel}: ` : ''}${reason}</p>
      ${this.renderPerson()} ${this.renderScope()} ${this.renderCases()}
      <p class="soft small">
        ${own ? `${approvals.own}, ${formats.dayAndTime(askedAt)}` : approvals.by({ name: by, at: formats.dayAndTime(askedAt) })}${isOpen ? ` · ${approvals.until({ moment: formats.dayAndTime(until) })}` : ''}
      </p>
      ${decision ? html`<p class="small"><span class="soft">${approvals.decided({ name: decision.by, at: formats.dayAndTime(decision.at) })}</span> ${decision.because}</p>` : nothing}
      ${own && stands === 'waiting' ? html`<p class="soft small">${approvals.waitsForOther}</p>` : nothing}
      ${mayDecide ? this.renderDecision() : nothing} ${this.renderUse()} ${this.renderOpened()}
      ${
        this.resetUrl
          ? html`<ui-one-time-link address=${this.resetUrl} label=${approvals.resetLink} copy-label=${this.wording.common.copy} done-label=${this.wording.common.copied}></ui-one-time-link>`
          : nothing
      }
      ${this.attempt.render()}
    </div>`
  }

  private renderPerson() {
    const { vocabulary, formats, staff, language } = this.wording
    const approvals = approvalsWording(this.wording)
    const { person } = this.approval
    if (!person) return nothing
    const { name, position, email, role, unitRole, factor, accountSince, addressConfirmed } = person
    const what = role
      ? vocabulary.roles[role]
      : unitRole
        ? unitRole.name[language] || ownName(unitRole.name.id)
        : factor && staff.letInFactors[factor]
    return html`<p><strong>${approvals.person({ name, position, email })}</strong>${what ? html` · ${what}` : ''}</p>
      ${unitRole ? html`<p>${formats.list(unitRole.permissions.map(({ label }) => label))}</p>` : nothing}
      <p class="soft small">
        ${accountSince ? approvals.accountSince({ day: formats.day(accountSince) }) : nothing}
        ${addressConfirmed ? nothing : approvals.unconfirmed}
      </p>`
  }

  private renderCases() {
    const { cases } = this.approval
    if (cases.length === 0) return nothing
    return html`<details ?open=${cases.length <= 5}>
      <summary>${approvalsWording(this.wording).cases({ count: cases.length })}</summary>
      <div class="numbers">
        ${cases.map(({ number }) => html`<a href=${caseAddress(this.unit.tenant, number)}>${number}</a>`)}
      </div>
    </details>`
  }

  private renderDecision() {
    const approvals = approvalsWording(this.wording)
    return html`<form novalidate @submit=${(event: Event) => event.preventDefault()}>
      <h3>${approvals.decideHeading}</h3>
      ${textField({
        name: `because-${this.approval.id}`,
        label: approvals.because,
        rows: 2,
        limit: this.unit.view.form.limits.reason,
        error: this.error,
      })}
      <div class="actions">
        <button type="button" class="primary" ?disabled=${this.attempt.isBusy} @click=${() => this.decide(true)}>${approvals.grant}</button>
        <button type="button" ?disabled=${this.attempt.isBusy} @click=${() => this.decide(false)}>${approvals.refuse}</button>
      </div>
    </form>`
  }

  private renderUse() {
    const approvals = approvalsWording(this.wording)
    const { act, mayUse } = this.approval
    if (!mayUse) return nothing
    if (act === 'open-identities') return this.renderOpening()
    if (act === 'export-register') return this.renderFormats()
    const label = this.attempt.isBusy ? approvals.working : approvals.use[act]
    return html`${approvals.sure[act] ? html`<p>${icons.alert} ${approvals.sure[act]}</p>` : nothing}
      <div>
        <button class="danger" ?disabled=${this.attempt.isBusy} @click=${this.use}>${label}</button>
      </div>`
  }

  private renderFormats() {
    const approvals = approvalsWording(this.wording)
    return html`<div class="actions" role="group" aria-label=${approvals.use['export-register']}>
      ${exportFormats.map(
        (format) => html`<button class=${format === 'xlsx' ? 'primary' : ''} ?disabled=${this.attempt.isBusy}
          @click=${() => this.exportAs(format)}>${icons.download}${approvals.format[format]}</button>`,
      )}
      ${this.attempt.isBusy ? html`<span class="soft" role="status">${approvals.working}</span>` : nothing}
    </div>`
  }

  private renderScope() {
    const { vocabulary, formats } = this.wording
    const approvals = approvalsWording(this.wording)
    const { register } = this.approval
    if (!register) return nothing
    const { profile, from, to, category, status } = register
    const listed = [
      approvals.profiles[profile],
      from && `${approvals.receivedFrom} ${formats.days(from, from)}`,
      to && `${approvals.receivedTo} ${formats.days(to, to)}`,
      category && markOwnText(this.unit.view, categoryLabel(this.unit.view, category)),
      ...status.map((one) => vocabulary.statuses[one]),
    ]
    return html`<p class="small">${sayOwn(listed.filter(Boolean).join(' · '))}</p>`
  }

  private renderOpening() {
    const approvals = approvalsWording(this.wording)
    return html`<div class="actions">
        ${this.approval.cases.map(({ number, opened }) =>
          opened
            ? html`<span class="soft">${number}: ${approvals.opened}</span>`
            : html`<button ?disabled=${this.attempt.isBusy} @click=${() => this.openIdentity(number)}>${approvals.openOne({ number })}</button>`,
        )}
      </div>`
  }

  /** Stays when it was the last of the request, until it is hidden or its time is over. */
  private renderOpened() {
    if (!this.opened) return nothing
    const { number, identity } = this.opened
    const { name, phone, email, address, sealed } = identity
    return html`<div class="banner" role="status">${icons.person}<div>
      <strong>${number}</strong>
      ${sealed ? html`<open-sealed .sealed=${sealed}></open-sealed>` : nothing}
      ${[name, phone, email, address].map((one) => (one ? html`<p>${one}</p>` : nothing))}
      <button class="quiet" @click=${this.hide}>${approvalsWording(this.wording).hide}</button>
    </div></div>`
  }

  private async decide(granted: boolean) {
    const because = this.because.value.trim()
    this.error = because ? '' : this.wording.common.required
    if (this.error) return
    await this.perform(async () => {
      await this.client.call('POST /approvals/{id}/decision', {
        params: { tenant: this.unit.tenant, id: this.approval.id },
        body: { granted, because },
      })
      return approvalsWording(this.wording).done
    })
  }

  private use() {
    const { tenant } = this.unit
    const { act, id, cases } = this.approval
    return this.perform(async () => {
      const { used, destroyed, resetMailed } = approvalsWording(this.wording)
      if (act === 'reset-account') {
        const { resetUrl } = await this.client.call('POST /approvals/{id}/reset-link', { params: { tenant, id } })
        this.resetUrl = resetUrl ?? ''
        return resetUrl ? used : resetMailed
      }
      if (act === 'destroy-cases' || act === 'erase-identities') {
        const made = await this.client.call('POST /approvals/{id}/destruction', {
          params: { tenant, id },
          timeOut: 300_000,
        })
        return destroyed({ record: made.number })
      }
      await this.client.call('POST /cases/{number}/identity/erasure', {
        params: { tenant, number: cases[0]?.number ?? '' },
        body: { approval: id },
      })
      return used
    })
  }

  private exportAs(format: ExportFormat) {
    return this.perform(async () => {
      const { name, bytes } = await this.client.file(`POST /approvals/{id}/register.${format}`, {
        params: { tenant: this.unit.tenant, id: this.approval.id },
        timeOut: 300_000,
      })
      saveFile(bytes, name)
      return approvalsWording(this.wording).used
    })
  }

  private openIdentity(number: string) {
    return this.perform(async () => {
      const identity = await this.client.call('POST /approvals/{id}/identities/{number}', {
        params: { tenant: this.unit.tenant, id: this.approval.id, number },
      })
      this.opened = { number, identity }
      if (identity.sealed) void import('../sealing/open-sealed.ts')
      setTimeout(() => this.hide(), Math.max(0, Date.parse(identity.until) - serviceNow()))
      return approvalsWording(this.wording).used
    })
  }

  private hide() {
    this.opened = null
  }

  private async perform(act: () => Promise<string>) {
    this.attempt.refusal = ''
    await this.attempt.run(async () => {
      say(this, await act())
      this.dispatchEvent(new CustomEvent('approval-changed'))
    })
  }
}
