import { html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { type OptionalField, optionalFields } from '../../../service/case/shape/story-fields.ts'
import { selectField, type TextField, textField } from '../../ui/field.ts'
import type { FieldErrors } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import { identityFields, readDraft } from '../intake/intake-draft.ts'
import { IntakeElement } from '../intake/intake-element.ts'
import type { WrittenIntake } from '../intake/intake-form.ts'
import { officersAnswers } from '../intake/question-fields.ts'
import { counterLooks } from './counter-looks.ts'
import { daysAgo, firstSentence } from './spoken-wording.ts'

const ofWho = (name: string) => name === 'privacy' || name.startsWith('reporter.')

/**
 * Who is there and what happened, one after the other.
 * @fires counter-step - `detail` is the step that shows now
 * @fires counter-written - `detail` is a `WrittenIntake`
 */
@customElement('counter-form')
export class CounterForm extends IntakeElement {
  static override styles = [IntakeElement.styles, counterLooks]

  @property() place = ''
  @state() private step: 'who' | 'what' = 'who'
  @state() private story = ''
  /** `null` until somebody writes another one than the first sentence. */
  @state() private subject: string | null = null
  @state() private day = ''

  /** Whether anybody has written in the form. */
  get isBegun(): boolean {
    return this.privacy !== '' || this.story !== '' || this.evidence.length > 0
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    super.willUpdate(changed)
    if (changed.has('refused') && Object.keys(this.refused).some(ofWho)) this.step = 'who'
  }

  override render() {
    return html`<form novalidate @submit=${this.onSubmit}>
      ${this.renderWho()} ${this.renderWhat()}
    </form>`
  }

  private text(field: TextField, limit: string = field.name) {
    return textField({ limit: this.unit.view.form.limits[limit], error: this.attempt.errors[field.name], ...field })
  }

  private renderWho() {
    const { counter, intake } = this.wording
    const error = this.attempt.errors.privacy
    return html`<section class="card" aria-labelledby="who" ?hidden=${this.step !== 'who'}>
      <div>
        <h2 id="who" tabindex="-1">${counter.who}</h2>
        <p class="soft">${counter.readChoices}</p>
      </div>
      <fieldset class="choices">
        <legend class="unseen">${intake.privacy}</legend>
        ${this.unit.view.privacyChoices.map(
          ({ choice, label, meaning }) => html`<label>
            <span class="row"><input type="radio" name="privacy" value=${choice} required .checked=${this.privacy === choice}
              aria-invalid=${error ? 'true' : nothing} @change=${() => this.onPrivacy(choice)}><strong>${label}</strong></span>
            <span class="aloud">“${meaning}”</span>
          </label>`,
        )}
      </fieldset>
      ${error ? html`<span class="error" role="alert">${icons.alert}${error}</span>` : nothing}
      ${this.privacy === '' || this.privacy === 'anonymous' ? nothing : this.renderIdentity()}
      <div class="actions"><button class="primary">${counter.next}${icons.right}</button></div>
    </section>`
  }

  private renderIdentity() {
    const { intake, common } = this.wording
    const { form, sealing } = this.unit.view
    const { identity } = form
    const types = { name: 'text', address: 'text', phone: 'tel', email: 'email' } as const
    return html`${sealing ? html`<div class="banner warn">${icons.lock}<p>${intake.unsealed}</p></div>` : nothing}
    <div class="pair">
      ${identityFields
        .filter((field) => identity[field] !== 'hidden')
        .map((field) =>
          this.text(
            {
              name: `reporter.${field}`,
              label: intake[field],
              type: types[field],
              optional: field === 'name' ? undefined : common.optional,
            },
            field,
          ),
        )}
      ${this.text({ name: 'reporter.onBehalfOf', label: intake.onBehalfOf, optional: common.optional }, 'name')}
    </div>`
  }

  private renderWhat() {
    const { counter, intake, common } = this.wording
    const { limits } = this.unit.view.form
    const subject = this.subject ?? firstSentence(this.story, Math.min(limits.subject ?? 80, 80))
    return html`<section class="card" aria-labelledby="what" ?hidden=${this.step !== 'what'}>
      <h2 id="what" tabindex="-1">${counter.what}</h2>
      <div class="halves">
        <div class="stack">
          ${selectField({
            name: 'category',
            label: intake.category,
            error: this.attempt.errors.category,
            options: [
              { value: '', label: common.choose },
              ...this.unit.view.categories.map(({ code, label }) => ({ value: code, label })),
            ],
            value: this.category,
            chosen: this.onCategory,
          })}
          ${this.renderQuestions()}
          ${this.text({
            name: 'chronology',
            label: intake.chronology,
            hint: counter.storyHint,
            rows: 6,
            value: this.story,
            written: (story) => {
              this.story = story
            },
          })}
          ${this.text({
            name: 'subject',
            label: intake.subject,
            value: subject,
            written: (written) => {
              this.subject = written
            },
          })}
        </div>
        <div class="stack">
          ${optionalFields.map((field) => this.renderFact(field))}
        </div>
      </div>
      <evidence-picker bare error=${this.attempt.errors.evidence ?? ''} @evidence-changed=${this.onEvidence}></evidence-picker>
      <div class="actions">
        <button class="primary">${intake.next}${icons.right}</button>
        <button type="button" class="quiet" @click=${() => this.show('who')}>${icons.left}${counter.back}</button>
      </div>
    </section>`
  }

  private renderFact({ name, kind, limit }: OptionalField) {
    const { common, facts } = this.wording
    const field = { name, label: facts[name].question, optional: common.optional }
    if (kind === 'day') return this.renderDay(field)
    return html`${this.text(field, limit)}
    ${kind === 'person' ? html`<reported-staff @reported-staff-changed=${this.onReportedStaff}></reported-staff>` : nothing}`
  }

  private renderDay(field: TextField) {
    const { counter } = this.wording
    const { timeZone } = this.unit.view
    const pick = (days: number) => () => {
      this.day = daysAgo(days, timeZone)
    }
    return html`<div class="day">
      ${this.text({
        ...field,
        type: 'date',
        value: this.day,
        written: (day) => {
          this.day = day
        },
      })}
      <button type="button" @click=${pick(0)}>${counter.today}</button>
      <button type="button" @click=${pick(1)}>${counter.yesterday}</button>
    </div>`
  }

  private onPrivacy(choice: string) {
    this.privacy = choice
  }

  private async show(step: 'who' | 'what') {
    this.step = step
    this.attempt.errors = {}
    this.dispatchEvent(new CustomEvent('counter-step', { detail: step }))
    await this.updateComplete
    const first = step === 'who' ? '[name="privacy"]:checked' : '[name="category"]'
    this.renderRoot.querySelector<HTMLElement>(first)?.focus()
  }

  protected override findMistakes(written: FormData): FieldErrors {
    const isWho = this.step === 'who'
    return Object.fromEntries(Object.entries(super.findMistakes(written)).filter(([name]) => ofWho(name) === isWho))
  }

  protected async send(written: FormData) {
    if (this.step === 'who') return this.show('what')
    written.set('channel', 'walk_in_oral')
    written.set('place', this.place)
    const { evidence, reportedStaff } = this
    const draft = readDraft(written, evidence, [], reportedStaff, officersAnswers(this.questions, this.answers))
    const detail: WrittenIntake = { draft, evidence, reportedStaff, answersSender: false }
    this.dispatchEvent(new CustomEvent('counter-written', { detail }))
  }
}
