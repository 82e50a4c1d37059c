import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { CaseView } from '../../../service/contract/case-view.ts'
import type { ServiceClient } from '../../api/client.ts'
import type { CustodianDecision, IdentityRequest } from '../../api/wire.ts'
import { badges } from '../../page/case-badges.ts'
import { KeptForm } from '../../page/kept-form.ts'
import { LeakFormElement } from '../../page/leak-form-element.ts'
import { PageElement } from '../../page/page-element.ts'
import { radioField, textField } from '../../ui/field.ts'
import { formGrid, insetForm } from '../../ui/fields.ts'
import { type FieldErrors, textIn } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import { saveFile } from '../../ui/save-file.ts'
import { ShownBytes } from '../../ui/shown-bytes.ts'
import '../../ui/dialog.ts'

export type Decide = (request: string, decision: CustodianDecision, client: ServiceClient) => Promise<void>

@customElement('decision-form')
export class DecisionForm extends LeakFormElement {
  static override styles = [LeakFormElement.styles, insetForm]

  @property() number = ''
  @property({ attribute: false }) request!: IdentityRequest
  @property({ attribute: false }) decide!: Decide
  @state() private granted: string | undefined
  private readonly kept = new KeptForm(this, () => {
    const { number, request } = this
    return { client: this.client, tenant: this.unit.tenant, number, kind: `decision-${request.id}` }
  })

  override render() {
    const { custody } = this.wording
    return html`<form novalidate @submit=${this.onSubmit}>
      ${this.kept.render(this.wording)} ${this.attempt.render()}
      ${radioField({
        name: 'granted',
        label: custody.decideOn({ by: this.request.by }),
        value: this.granted,
        chosen: this.onChosen,
        error: this.attempt.errors.granted,
        options: [
          { value: 'yes', label: custody.grant, hint: custody.grantMeaning },
          { value: 'no', label: custody.refuse, hint: custody.refuseMeaning },
        ],
      })}
      ${textField({
        name: 'because',
        label: custody.because,
        rows: 3,
        limit: this.unit.view.form.limits.reason,
        error: this.attempt.errors.because,
      })}
      ${this.leaks.render(this.wording, this.unit.view.form.limits.reason)}
      <div><button class="primary" ?disabled=${this.attempt.isBusy}>${custody.decide}</button></div>
    </form>`
  }

  private readonly onChosen = (value: string) => {
    this.granted = value
  }

  protected async send(written: FormData) {
    const because = textIn(written, 'because')
    const decision = { granted: this.granted === 'yes', because, ...this.leaks.reasonIn(written) }
    await this.kept.send((client) => this.decide(this.request.id, decision, client))
  }
}

@customElement('case-requests')
export class CaseRequests extends PageElement {
  static override styles = [
    PageElement.styles,
    badges,
    css`
      :host,
      ul,
      li {
        display: grid;
        gap: 12px;
      }
      li {
        gap: 8px;
        padding-block-start: 12px;
        border-block-start: 1px solid var(--line);
        overflow-wrap: anywhere;
      }
      .decision {
        padding-inline-start: 12px;
        border-inline-start: 3px solid var(--line-strong);
      }
    `,
  ]

  @property() number = ''
  @property({ attribute: false }) identity!: CaseView['identity']
  @property({ attribute: false }) decide!: Decide

  override render() {
    const latestFirst = [...this.identity.requests].sort((one, other) => other.at.localeCompare(one.at))
    return html`<h3 id="requests">${this.wording.custody.requests}</h3>
      <ul class="plain" aria-labelledby="requests">${latestFirst.map((request) => this.renderRequest(request))}</ul>`
  }

  private renderRequest(request: IdentityRequest) {
    const { formats } = this.wording
    const { at, by, groundLabel, reason, decision } = request
    return html`<li>
      <div class="spread"><strong>${groundLabel}</strong>${this.renderState(request)}</div>
      <p class="prose">${reason}</p>
      <p class="soft small">${by} · ${formats.dayAndTime(at)}</p>
      ${
        decision
          ? html`<div class="decision">
              <p class="prose">${decision.because}</p>
              <p class="soft small">${decision.by} · ${formats.dayAndTime(decision.at)}</p>
            </div>`
          : this.renderWaiting(request)
      }
    </li>`
  }

  private renderState({ decision }: IdentityRequest) {
    const { states } = this.wording.custody
    if (!decision) return html`<span class="badge waiting">${states.waiting}</span>`
    return decision.granted
      ? html`<span class="badge done">${states.granted}</span>`
      : html`<span class="badge alarm">${states.refused}</span>`
  }

  private renderWaiting(request: IdentityRequest) {
    if (request.own) return html`<p class="soft small">${this.wording.custody.ownWaits}</p>`
    if (!this.identity.mayDecide) return nothing
    return html`<decision-form class="screen-only" number=${this.number} .request=${request} .decide=${this.decide}></decision-form>`
  }
}

/** The signature given at the counter, and its file: what its SHA-256 on the receipt is of. */
@customElement('signature-picture')
export class SignaturePicture extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      :host {
        display: grid;
        gap: 4px;
        justify-items: start;
      }
      img {
        inline-size: min(100%, 300px);
        background: #fff;
      }
    `,
  ]

  @property() file = ''
  private readonly shown = new ShownBytes(this)
  private address = ''

  override willUpdate() {
    this.address = this.shown.show(this.bytes)
  }

  override render() {
    const { casePage } = this.wording
    return html`<img src=${this.address} alt=${casePage.signature}>
      <button class="quiet" @click=${this.save}>${icons.download}${casePage.saveSignature}</button>`
  }

  private get bytes() {
    return new Blob([this.file], { type: 'image/svg+xml' })
  }

  private save() {
    saveFile(this.bytes, 'tanda-tangan.svg')
  }
}

export interface ReasonAsked {
  /** Where what is typed is kept: the case, and what is asked for. */
  readonly place: { readonly number: string; readonly kind: string }
  readonly heading: string
  readonly text: string
  readonly label: string
  readonly hint: string
  readonly submit: string
  readonly more?: (errors: FieldErrors) => TemplateResult
  /** Refusals are thrown. @param written holds the fields of `more` too */
  readonly act: (reason: Reason, written: FormData, client: ServiceClient) => Promise<void>
}

export interface Reason {
  readonly reason: string
  /** The reason for which the text may name the reporter, if that was asked. */
  readonly leakReason?: string | undefined
}

/** Asks why somebody wants something out of the ordinary; the reporter, or a colleague, will read it. */
@customElement('reason-dialog')
export class ReasonDialog extends LeakFormElement {
  static override styles = [
    LeakFormElement.styles,
    formGrid,
    css`
      :host {
        display: contents;
      }
    `,
  ]

  @property({ attribute: false }) asked: ReasonAsked | null = null
  private readonly kept = new KeptForm(
    this,
    () => this.asked && { client: this.client, tenant: this.unit.tenant, ...this.asked.place },
  )

  protected override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('asked') || (changed.get('asked') && this.asked)) return
    this.attempt.errors = {}
    this.attempt.refusal = ''
    this.leaks.clear()
  }

  override render() {
    const { asked } = this
    return html`<ui-dialog ?open=${asked !== null} heading=${asked?.heading ?? ''} close-label=${this.wording.common.close}
      @ui-close=${this.close}>
      ${asked ? this.renderForm(asked) : nothing}
    </ui-dialog>`
  }

  private renderForm({ text, label, hint, submit, more }: ReasonAsked) {
    const limit = this.unit.view.form.limits.reason
    return html`<form novalidate @submit=${this.onSubmit}>
      <p>${text}</p>
      ${this.kept.render(this.wording)} ${this.attempt.render()}
      ${more?.(this.attempt.errors) ?? nothing}
      ${textField({ name: 'reason', label, hint, rows: 3, limit, error: this.attempt.errors.reason })}
      ${this.leaks.render(this.wording, limit)}
      <div class="actions">
        <button class="primary" ?disabled=${this.attempt.isBusy}>${submit}</button>
        <button value="cancel" type="button" class="quiet" @click=${this.close}>${this.wording.common.cancel}</button>
      </div>
    </form>`
  }

  private close() {
    this.dispatchEvent(new CustomEvent('reason-closed'))
  }

  protected async send(written: FormData) {
    const { asked } = this
    if (!asked) return
    const reason = { reason: textIn(written, 'reason'), ...this.leaks.reasonIn(written) }
    await this.kept.send((client) => asked.act(reason, written, client))
    this.close()
  }
}
