import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import {
  arrangeFields,
  mapFields,
  type OptionalField,
  optionalFields,
} from '../../../service/case/shape/story-fields.ts'
import type { InboundView } from '../../../service/contract/inbound.ts'
import type { HeldEvidenceView } from '../../../service/contract/tenant-view.ts'
import type { NoticeChannel } from '../../api/wire.ts'
import { checksField, radioField, selectField, type TextField, textField } from '../../ui/field.ts'
import { formGrid } from '../../ui/fields.ts'
import { focusFirstError, hasErrors } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import { type Colleague, type IntakeDraft, identityFields, officeChannels, readDraft } from './intake-draft.ts'
import { IntakeElement } from './intake-element.ts'
import { officersAnswers } from './question-fields.ts'

/** The unit's limits by field, where they are named otherwise than the field. */
const limitNames: Readonly<Record<string, string>> = {
  ...mapFields(optionalFields, ({ limit }) => limit ?? ''),
  'reporter.name': 'name',
  'reporter.address': 'address',
  'reporter.phone': 'phone',
  'reporter.email': 'email',
  'reporter.onBehalfOf': 'name',
}

export interface WrittenIntake {
  readonly draft: IntakeDraft
  readonly evidence: readonly Pick<HeldEvidenceView, 'id' | 'name'>[]
  readonly reportedStaff: readonly Colleague[]
  /** A message from outside: the reporter is reached where it came from. */
  readonly answersSender: boolean
}

/**
 * The form of a complaint that an officer writes down for somebody.
 * @fires intake-written - `detail` is a `WrittenIntake`
 */
@customElement('intake-form')
export class IntakeForm extends IntakeElement {
  static override styles = [IntakeElement.styles, formGrid]

  /** The message from outside that is entered; `null`: somebody is there, or called. */
  @property({ attribute: false }) message: InboundView | null = null
  @state() private channels: readonly NoticeChannel[] = []
  @state() private leftOut: readonly string[] = []
  @state() private answersSender = true

  override updated(changed: Map<PropertyKey, unknown>) {
    if (changed.has('refused') && hasErrors(this.refused)) focusFirstError(this.renderRoot)
  }

  override render() {
    const { intake } = this.wording
    return html`<form novalidate @submit=${this.onSubmit}>
      ${this.message ? html`<input type="hidden" name="channel" value=${this.message.channel}>` : this.renderReceived()}
      ${this.renderComplaint()}
      <section class="card" aria-labelledby="evidence-heading">
        <h2 id="evidence-heading">${intake.evidence}</h2>
        ${this.message ? this.renderMessageFiles(this.message) : nothing}
        <evidence-picker error=${this.attempt.errors.evidence ?? ''} @evidence-changed=${this.onEvidence}></evidence-picker>
      </section>
      ${this.renderReporter()}
      <div><button class="primary">${intake.next}</button></div>
    </form>`
  }

  private text(field: TextField) {
    const limit = this.unit.view.form.limits[limitNames[field.name] ?? field.name]
    return textField({ limit, error: this.attempt.errors[field.name], ...field })
  }

  private renderReceived() {
    const { intake, common, vocabulary } = this.wording
    return html`<section class="card" aria-labelledby="received-heading">
      <h2 id="received-heading">${intake.received}</h2>
      <div class="pair">
        ${selectField({
          name: 'channel',
          label: intake.channel,
          value: 'walk_in_oral',
          error: this.attempt.errors.channel,
          options: officeChannels.map((value) => ({ value, label: vocabulary.channels[value] })),
        })}
        ${this.text({ name: 'place', label: intake.place, hint: intake.placeHint, optional: common.optional })}
      </div>
    </section>`
  }

  private renderComplaint() {
    const { intake } = this.wording
    return html`<section class="card" aria-labelledby="complaint-heading">
      <h2 id="complaint-heading">${intake.complaint}</h2>
      ${radioField({
        name: 'category',
        label: intake.category,
        error: this.attempt.errors.category,
        options: this.unit.view.categories.map(({ code, label, description }) => ({
          value: code,
          label,
          hint: description,
        })),
        chosen: this.onCategory,
      })}
      ${this.renderQuestions()}
      ${this.text({ name: 'subject', label: intake.subject, hint: intake.subjectHint, value: this.message?.subject })}
      ${this.text({ name: 'chronology', label: intake.chronology, hint: intake.chronologyHint, rows: 8, value: this.message?.text })}
      ${arrangeFields(optionalFields).map((line) => {
        const shown = line.map((field) => this.renderFact(field))
        return line.length > 1 ? html`<div class="pair">${shown}</div>` : shown
      })}
    </section>`
  }

  private renderFact({ name, kind }: OptionalField) {
    const { common, facts } = this.wording
    const { label, asked = label, hint } = facts[name]
    return html`${this.text({
      ...{ name, label: asked, hint, optional: common.optional },
      ...(kind === 'text' && { rows: 2 }),
      ...(kind === 'day' && { type: 'date' }),
    })}
    ${kind === 'person' ? html`<reported-staff @reported-staff-changed=${this.onReportedStaff}></reported-staff>` : nothing}`
  }

  private renderReporter() {
    const { intake } = this.wording
    return html`<section class="card" aria-labelledby="identity-heading">
      <h2 id="identity-heading">${intake.identity}</h2>
      ${radioField({
        name: 'privacy',
        label: intake.privacy,
        value: this.privacy,
        error: this.attempt.errors.privacy,
        options: this.unit.view.privacyChoices.map(({ choice, label, meaning }) => ({
          value: choice,
          label,
          hint: meaning,
        })),
        chosen: (choice) => {
          this.privacy = choice
        },
      })}
      ${this.message?.from ? this.renderAnswersSender() : nothing}
      ${this.privacy === '' || this.privacy === 'anonymous' ? nothing : this.renderIdentity()}
    </section>`
  }

  private renderIdentity() {
    const { intake, common, vocabulary } = this.wording
    const { form, sealing } = this.unit.view
    const types = { name: 'text', address: 'text', phone: 'tel', email: 'email' } as const
    return html`
      ${sealing ? html`<div class="banner warn">${icons.lock}<p>${intake.unsealed}</p></div>` : nothing}
      <div class="pair">
        ${identityFields
          .filter((field) => form.identity[field] !== 'hidden')
          .map((field) =>
            this.text({
              name: `reporter.${field}`,
              label: intake[field],
              type: types[field],
              value: field === 'name' ? (this.message?.fromName ?? undefined) : undefined,
              // A letter or a call may lack the rest.
              optional: field === 'name' ? undefined : common.optional,
            }),
          )}
        ${this.text({
          name: 'reporter.onBehalfOf',
          label: intake.onBehalfOf,
          hint: intake.onBehalfOfHint,
          optional: common.optional,
        })}
      </div>
      ${checksField({
        name: 'reporter.channels',
        label: intake.channels,
        hint: intake.channelsHint,
        optional: common.optional,
        values: this.channels,
        error: this.attempt.errors['reporter.channels'],
        options: form.channels.map((value) => ({ value, label: vocabulary.noticeChannels[value] })),
        chosen: (values) => {
          this.channels = values as NoticeChannel[]
        },
      })}
    `
  }

  private renderMessageFiles({ files }: InboundView) {
    const { inbound } = this.wording
    const ids = files.map(({ id }) => id)
    return checksField({
      name: 'messageFiles',
      label: inbound.messageFiles,
      optional: this.wording.common.optional,
      values: ids.filter((id) => !this.leftOut.includes(id)),
      options: files.map(({ id, name }) => ({ value: id, label: name })),
      chosen: (kept) => {
        this.leftOut = ids.filter((id) => !kept.includes(id))
      },
    })
  }

  private renderAnswersSender() {
    const { answersSender, answersSenderHint } = this.wording.inbound
    return html`<label class="choice">
      <input type="checkbox" name="answersSender" .checked=${this.answersSender} @change=${this.onAnswersSender}>
      <span>${answersSender}<span class="hint">${answersSenderHint}</span></span>
    </label>`
  }

  private onAnswersSender(event: Event) {
    this.answersSender = event.target instanceof HTMLInputElement && event.target.checked
  }

  protected async send(written: FormData) {
    const { channels, reportedStaff } = this
    const kept = (this.message?.files ?? []).filter(({ id }) => !this.leftOut.includes(id))
    const evidence = [...kept, ...this.evidence]
    const draft = readDraft(written, evidence, channels, reportedStaff, officersAnswers(this.questions, this.answers))
    const answersSender = Boolean(this.message?.from) && this.answersSender
    const detail: WrittenIntake = { draft, evidence, reportedStaff, answersSender }
    this.dispatchEvent(new CustomEvent('intake-written', { detail }))
  }
}
