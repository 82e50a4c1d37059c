import { html, nothing, type PropertyValues } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { type OptionalField, optionalFields } from '../../../service/case/shape/story-fields.ts'
import type { InboundView } from '../../../service/contract/messages.ts'
import type { HeldEvidenceView } from '../../../service/contract/tenant-view.ts'
import { serviceInstant } from '../../api/service-clock.ts'
import type { NoticeChannel } from '../../api/wire.ts'
import { FormElement } from '../../page/form-element.ts'
import { keepers } from '../../page/keepers.ts'
import factsWording from '../../texts/facts.json'
import { selectField, type TextField, textField } from '../../ui/field.ts'
import { formGrid } from '../../ui/fields.ts'
import { type FieldErrors, firstSentence, focusFirstError, hasErrors } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import type { EvidencePicker } from './evidence-picker.ts'
import {
  type Brought,
  broughtFiles,
  type Colleague,
  type IntakeDraft,
  listServable,
  paperChannels,
  readDraft,
  type TypedIntake,
  textsOf,
  type WrittenIntake,
} from './intake-draft.ts'
import {
  answersSenderField,
  intakeLooks,
  isOfReporter,
  limitNames,
  receivedFields,
  reporterFields,
  storyRecorder,
} from './intake-fields.ts'
import './evidence-picker.ts'
import { categoryChoice } from '../../page/own-words.ts'
import inboundWording from '../../texts/inbound.json'
import intakeWording from '../../texts/intake.json'
import { officersAnswers, questionFields, type WrittenAnswers } from './question-fields.ts'

/**
 * The form of a complaint that an officer writes down for somebody. For who is there it shows one step after the other.
 * @fires intake-typed - something is another one; see `typed`
 * @fires intake-step - `detail` is the step that shows now
 * @fires intake-written - `detail` is a `WrittenIntake`
 */
@customElement('intake-form')
export class IntakeForm extends FormElement {
  static override styles = [FormElement.styles, formGrid, intakeLooks]

  @property({ attribute: false }) refused: FieldErrors = {}
  @property({ attribute: false }) message: InboundView | null = null
  @property({ attribute: false }) brought: Brought | null = null
  @property({ type: Boolean }) there = false
  @property() place = ''
  @property() channel: IntakeDraft['channel'] = 'letter'
  private readonly openedAt = serviceInstant()
  isBegun = false
  @state() private step: 'who' | 'what' = 'who'
  @state() private category = ''
  @state() private answers: WrittenAnswers = {}
  @state() private privacy = ''
  @state() private evidence: Brought['files'] = []
  @state() private reportedStaff: readonly Colleague[] = []
  @state() private identity: Brought['texts'] = {}
  /** `null` until somebody chooses others than all that can be served. */
  @state() private chosenChannels: readonly NoticeChannel[] | null = null
  @state() private story = ''
  /** `null` until somebody writes another one than the first sentence. */
  @state() private subject: string | null = null
  @state() private day = ''
  @state() leftOut: readonly string[] = []
  @state() private spoken: Brought['spoken'] = null
  @state() answersSender = true
  @query('evidence-picker') private readonly picker!: EvidencePicker

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('brought') && this.brought) this.takeOver(this.brought)
    if (!changed.has('refused')) return
    this.attempt.errors = this.refused
    if (Object.keys(this.refused).some(isOfReporter)) this.step = 'who'
  }

  override updated(changed: Map<PropertyKey, unknown>) {
    if (changed.has('refused') && hasErrors(this.refused)) focusFirstError(this.renderRoot)
  }

  override render() {
    return html`<form novalidate @submit=${this.onSubmit} @input=${this.begin} @change=${this.begin}>
      ${this.there || this.message ? nothing : this.renderReceived()} ${this.renderWho()} ${this.renderWhat()}
    </form>`
  }

  private text(field: TextField) {
    const { name } = field
    const limit = this.unit.view.form.limits[limitNames[name] ?? name.replace('reporter.', '')]
    return textField({ limit, error: this.attempt.errors[name], ...field })
  }

  private renderReceived() {
    return receivedFields({
      ...{ wording: this.wording, channel: this.channel, texts: this.brought?.texts ?? {} },
      text: (field) => this.text(field),
      choose: (channel) => (this.channel = channel),
    })
  }

  private renderWho() {
    const intake = intakeWording(this.wording)
    const error = this.attempt.errors.privacy
    return html`<section class="card" aria-labelledby="who" ?hidden=${this.there && this.step !== 'who'}>
      <div>
        <h2 id="who" tabindex="-1">${intake.who}</h2>
        ${this.there ? html`<p class="soft">${intake.readChoices}</p>` : nothing}
      </div>
      <fieldset class="choices">
        <legend class="unseen">${intake.privacy}</legend>
        ${this.unit.view.privacyChoices.map(
          ({ choice, label, meaning }) => html`<label>
            <span class="row"><input type="radio" name="privacy" value=${choice} required .checked=${this.privacy === choice}
              aria-invalid=${error ? 'true' : nothing} @change=${() => (this.privacy = choice)}><strong>${label}</strong></span>
            <span class="aloud">${this.there ? `“${meaning}”` : meaning}</span>
          </label>`,
        )}
      </fieldset>
      ${error ? html`<span class="error" role="alert">${icons.alert}${error}</span>` : nothing}
      ${this.message?.from ? answersSenderField(this, this.wording) : nothing}
      ${this.privacy === '' || this.privacy === 'anonymous' ? nothing : this.renderIdentity()}
      ${this.there ? html`<div class="actions"><button class="primary">${intake.toWhat}${icons.right}</button></div>` : nothing}
    </section>`
  }

  private renderIdentity() {
    const { wording, identity, servable, channels } = this
    return reporterFields({
      ...{ wording, view: this.unit.view, identity, servable, channels },
      channelsError: this.attempt.errors['reporter.channels'],
      text: (field) => this.text(field),
      write: (written) => (this.identity = written),
      choose: (chosen) => (this.chosenChannels = chosen),
    })
  }

  private get servable(): readonly NoticeChannel[] {
    return listServable(this.unit.view.form.channels, this.identity)
  }

  private get channels(): readonly NoticeChannel[] {
    const { servable, chosenChannels } = this
    return chosenChannels ? chosenChannels.filter((channel) => servable.includes(channel)) : servable
  }

  private renderWhat() {
    const { common } = this.wording
    const intake = intakeWording(this.wording)
    const limit = Math.min(this.unit.view.form.limits.subject ?? 80, 80)
    return html`<section class="card" aria-labelledby="what" ?hidden=${this.there && this.step !== 'what'}>
      <h2 id="what" tabindex="-1">${intake.what}</h2>
      <div class="halves">
        <div class="stack">
          ${selectField({
            name: 'category',
            label: intake.category,
            error: this.attempt.errors.category,
            options: [
              { value: '', label: common.choose },
              ...this.unit.view.categories.map(categoryChoice(this.unit.view)),
            ],
            value: this.category,
            chosen: this.onCategory,
          })}
          ${questionFields({
            questions: this.questions,
            written: this.answers,
            errors: this.attempt.errors,
            wording: this.wording,
            change: (answers) => (this.answers = answers),
          })}
          ${this.text({
            name: 'chronology',
            label: intake.chronology,
            hint: intake.storyHint,
            optional: this.spoken ? common.optional : undefined,
            rows: 6,
            value: this.story,
            written: (story) => (this.story = story),
          })}
          ${this.text({
            name: 'subject',
            label: intake.subject,
            optional: this.spoken && !this.story ? common.optional : undefined,
            value: this.subject ?? firstSentence(this.story, limit),
            written: (written) => (this.subject = written),
          })}
        </div>
        <div class="stack">${optionalFields.map((field) => this.renderFact(field))}</div>
      </div>
      ${this.brought?.files.length ? broughtFiles(this, this.wording) : nothing}
      ${this.there || this.message ? nothing : html`<p class="soft">${intake.scanHint}</p>`}
      <evidence-picker bare error=${this.attempt.errors.evidence ?? ''} @evidence-changed=${this.onEvidence}></evidence-picker>
      <div class="actions">
        <button class="primary">${this.there ? intake.next : intake.toCheck}${icons.right}</button>
        ${this.there || this.spoken ? storyRecorder(this.spoken, this.onRecorded) : nothing}
        ${
          this.there
            ? html`<button type="button" class="quiet" @click=${() => this.show('who')}>${icons.left}${intake.back}</button>`
            : nothing
        }
      </div>
    </section>`
  }

  private renderFact({ name, kind }: OptionalField) {
    const { question: label } = factsWording(this.wording)[name]
    const field = { name, label, optional: this.wording.common.optional, value: this.brought?.texts[name] }
    if (kind === 'day') return this.renderDay(field)
    return html`${this.text(field)}
    ${kind === 'person' ? html`<reported-staff .chosen=${this.reportedStaff} @reported-staff-changed=${this.onReportedStaff}></reported-staff>` : nothing}`
  }

  private renderDay(field: TextField) {
    const intake = intakeWording(this.wording)
    const pick = (days: number) => () => {
      this.day = this.wording.formats.today(-days)
      void this.begin()
    }
    return html`<div class="day">
      ${this.text({ ...field, type: 'date', value: this.day, written: (day) => (this.day = day) })}
      <button type="button" @click=${pick(0)}>${intake.today}</button>
      <button type="button" @click=${pick(1)}>${intake.yesterday}</button>
    </div>`
  }

  get files(): Brought['files'] {
    return this.brought?.files ?? []
  }

  get label(): string {
    return this.message ? inboundWording(this.wording).messageFiles : intakeWording(this.wording).evidence
  }

  leaveOut(ids: readonly string[]) {
    this.leftOut = ids
  }

  private takeOver({ privacy, category, texts, answers, spoken, chosen }: Brought) {
    Object.assign(this, {
      ...{ privacy, category, answers, spoken, identity: texts },
      story: texts.chronology ?? '',
      day: texts.occurredAt ?? '',
    })
    this.subject = texts.subject ?? null
    this.isBegun = !this.message || chosen !== undefined
    if (!chosen) return
    const { channel, channels, reportedStaff, leftOut, answersSender } = chosen
    Object.assign(this, { chosenChannels: channels, reportedStaff, leftOut, answersSender })
    this.channel = paperChannels.find((one) => one === channel) ?? this.channel
  }

  get typed(): TypedIntake {
    const { privacy, category, answers, spoken, channel, reportedStaff, leftOut, answersSender, message } = this
    const at = this.openedAt
    const own = this.files.filter((file) => !message || file.at)
    return {
      ...{ privacy, category, answers, underway: this.picker.underway },
      texts: textsOf(new FormData(this.form), this.identity, this.subject),
      files: [...own, ...this.evidence].map((file) => ({ at, ...file })),
      spoken: spoken && { at, ...spoken },
      chosen: { channel, channels: this.chosenChannels, reportedStaff, leftOut, answersSender },
    }
  }

  get isUploading(): boolean {
    return this.picker.isBusy
  }

  private get questions() {
    return this.unit.view.categories.find(({ code }) => code === this.category)?.questions ?? []
  }

  /** The fields are drawn before they are read. */
  private async begin() {
    this.isBegun = true
    this.requestUpdate()
    await this.updateComplete
    keepers.add(this)
    if (this.isConnected) this.dispatchEvent(new CustomEvent('intake-typed'))
  }

  private onReportedStaff({ detail }: CustomEvent<readonly Colleague[]>) {
    this.reportedStaff = detail
    void this.begin()
  }

  private readonly onCategory = (category: string) => {
    this.category = category
    this.answers = {}
  }

  private readonly onRecorded = (spoken: Brought['spoken']) => {
    this.spoken = spoken && { at: serviceInstant(), ...spoken }
    void this.begin()
  }

  private onEvidence({ detail }: CustomEvent<HeldEvidenceView[]>) {
    const at = serviceInstant()
    this.evidence = detail.map((file) => this.evidence.find(({ id }) => id === file.id) ?? { ...file, at })
    void this.begin()
  }

  private async show(step: 'who' | 'what') {
    this.step = step
    this.attempt.errors = {}
    this.dispatchEvent(new CustomEvent('intake-step', { detail: step }))
    await this.updateComplete
    const first = step === 'who' ? '[name="privacy"]:checked' : '[name="category"]'
    this.renderRoot.querySelector<HTMLElement>(first)?.focus()
  }

  protected override findMistakes(written: FormData): FieldErrors {
    const mistakes = {
      ...super.findMistakes(written),
      ...(this.picker.isBusy && { evidence: intakeWording(this.wording).stillUploading }),
    }
    if (!this.there) return mistakes
    const isWho = this.step === 'who'
    return Object.fromEntries(Object.entries(mistakes).filter(([name]) => isOfReporter(name) === isWho))
  }

  protected async send(written: FormData) {
    if (this.there && this.step === 'who') return this.show('what')
    const { channels, reportedStaff, channel, place } = this
    const kept = this.files.filter(({ id }) => !this.leftOut.includes(id))
    const evidence = [...kept, ...this.evidence]
    const draft = readDraft(written, {
      ...{ channel: this.message?.channel ?? channel, place: this.there ? place : '' },
      ...{ evidence, spoken: this.spoken, channels, reportedStaff },
      answered: officersAnswers(this.questions, this.answers),
    })
    const answersSender = Boolean(this.message?.from) && this.answersSender
    const detail: WrittenIntake = { draft, evidence, reportedStaff, answersSender }
    this.dispatchEvent(new CustomEvent('intake-written', { detail }))
  }
}
