import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { isSpokenWith, isThere } from '../../../service/case/shape/spoken-channels.ts'
import { mapFields, optionalFields } from '../../../service/case/shape/story-fields.ts'
import { keepAnswers } from '../../../service/offices/questions/kept-answers.ts'
import { relaxForOfficer } from '../../../service/offices/questions/questions.ts'
import { sayAnswer } from '../../../service/offices/questions/say-answer.ts'
import { categoryLabel } from '../../page/category-label.ts'
import { LeakCheck } from '../../page/leak-check.ts'
import { ownWords } from '../../page/own-words.ts'
import { PageElement } from '../../page/page-element.ts'
import factsWording from '../../texts/facts.json'
import inboundWording from '../../texts/inbound.json'
import intakeWording from '../../texts/intake.json'
import { fields, formGrid } from '../../ui/fields.ts'
import { icons } from '../../ui/icons.ts'
import type { WrittenIntake } from './intake-draft.ts'

const statements = ['readBack', 'procedureExplained'] as const

export interface Confirmed {
  readonly statements: readonly (typeof statements)[number][]
  readonly leakReason: string | undefined
  readonly areFilesRenamed: boolean
}

/**
 * The complaint in sentences: an officer reads them out to who is there, and checks by them what came on paper.
 * @fires read-back-confirmed - `detail` is a `Confirmed`
 */
@customElement('read-back')
export class ReadBack extends PageElement {
  static override styles = [
    PageElement.styles,
    fields,
    formGrid,
    css`
      .spoken {
        display: grid;
        gap: 10px;
        padding: 20px 24px;
        border-inline-start: 4px solid var(--accent);
        background: var(--paper);
        font-size: var(--size-large);
        line-height: 1.6;
      }
      :host([bounded]) .spoken {
        gap: 6px;
        padding-block: 12px;
        max-block-size: calc(100dvh - 416px);
        min-block-size: 160px;
        overflow-y: auto;
      }
      h2:focus-visible {
        outline: none;
      }
    `,
  ]

  @property({ attribute: false }) written!: WrittenIntake
  @property() refusal = ''
  @property() next = ''
  /** Long words scroll in their own frame, so that the page need not. */
  @property({ type: Boolean, reflect: true }) bounded = false
  @property({ attribute: false }) naming: unknown = null
  @property({ type: Boolean }) sending = false
  @state() private error = ''
  @query('form') private readonly form!: HTMLFormElement

  private readonly leaks = new LeakCheck(this, () => this.correct())

  protected override willUpdate(changed: PropertyValues) {
    if (changed.has('naming')) this.leaks.takes(this.naming)
  }

  protected override firstUpdated() {
    this.renderRoot.querySelector('h2')?.focus()
  }

  override render() {
    const intake = intakeWording(this.wording)
    return html`<section class="card" aria-labelledby="heading">
      <div>
        <h2 id="heading" tabindex="-1">${this.isThere ? intake.readBackHeading : intake.checkHeading}</h2>
        ${this.isThere ? html`<p class="soft">${intake.readBackIntro}</p>` : nothing}
      </div>
      <div class="spoken" role="group" aria-label=${intake.spokenLabel} tabindex=${this.bounded ? 0 : nothing}>${this.sentences().map((sentence) => html`<p class="prose">${sentence}</p>`)}</div>
      <form novalidate @submit=${this.confirm}>
        ${isSpokenWith(this.written.draft.channel) ? this.renderStatements() : nothing}
        ${
          this.refusal
            ? html`<div class="banner danger" role="alert">
                ${icons.alert}
                <div><p>${this.refusal}</p><p class="small">${intake.keptForRetry}</p></div>
              </div>`
            : nothing
        }
        ${this.leaks.render(this.wording, this.unit.view.form.limits.reason)}
        ${this.naming && this.written.evidence.length > 0 ? this.renderRenaming() : nothing}
        <div class="actions">
          <button class="primary" ?disabled=${this.sending}>${this.sending ? intake.sending : this.next}</button>
          <button type="button" @click=${this.correct}>${icons.edit}${intake.correct}</button>
        </div>
      </form>
    </section>`
  }

  /** They are owed to who is there; on the telephone what happened is ticked. */
  private renderStatements() {
    const intake = intakeWording(this.wording)
    const { procedure } = this.unit.view
    return html`<fieldset class="field">
        <legend>${this.isThere ? intake.statements : intake.onTheTelephone}</legend>
        ${statements.map(
          (statement) => html`<label class="choice">
            <input type="checkbox" name=${statement} ?required=${this.isThere} aria-invalid=${this.error ? 'true' : nothing}>
            <span>${intake[statement]}</span>
          </label>`,
        )}
        ${this.error ? html`<span class="error" role="alert">${icons.alert}${this.error}</span>` : nothing}
      </fieldset>
      <details>
        <summary>${ownWords(this.unit.view, procedure.title)}</summary>
        <ol class="small">${procedure.rules.map((rule) => html`<li>${ownWords(this.unit.view, rule)}</li>`)}</ol>
      </details>`
  }

  private renderRenaming() {
    const { renameFiles, renameFilesHint } = intakeWording(this.wording)
    return html`<label class="choice">
      <input type="checkbox" name="renamed">
      <span>${renameFiles}<span class="hint">${renameFilesHint}</span></span>
    </label>`
  }

  private get isThere(): boolean {
    return isThere(this.written.draft.channel)
  }

  private sentences(): string[] {
    const { formats } = this.wording
    const facts = factsWording(this.wording)
    const intake = intakeWording(this.wording)
    const { spoken } = intake
    const { draft, evidence, reportedStaff } = this.written
    const kept = reportedStaff.map(({ name, position }) => `${name} (${position})`).join(', ')
    const values = mapFields(optionalFields, ({ name, kind }) => {
      const value = draft[name] ?? ''
      return value && kind === 'day' ? formats.longDay(`${value}T12:00:00Z`) : value
    })
    const given = mapFields(optionalFields, ({ name }) => values[name] || 'none')
    // A fact without a sentence stands in that of another one.
    const readFact = (name: keyof typeof facts) => {
      const fact = facts[name]
      return 'readBack' in fact ? fact.readBack({ ...given, value: given[name] }) : ''
    }
    const sentences = [
      spoken.category({
        category: categoryLabel(this.unit.view, draft.category),
        channel: intake.spokenChannels[draft.channel],
      }),
      draft.subject && spoken.subject({ subject: draft.subject }),
      draft.chronology,
      ...optionalFields.flatMap(({ name, kind }) => [
        readFact(name),
        ...(kind === 'person' && kept ? [spoken.keptFrom({ names: kept })] : []),
      ]),
      ...this.answerSentences(),
      spoken.evidence({ names: evidence.map(({ name }) => name).join(', ') || 'none' }),
      ...this.identitySentences(),
      this.isThere ? spoken.isItSo : '',
    ]
    return sentences.filter(Boolean)
  }

  private answerSentences(): string[] {
    const { category, answers = {} } = this.written.draft
    const { questions = [] } = this.unit.view.categories.find(({ code }) => code === category) ?? {}
    return keepAnswers(relaxForOfficer(questions), answers).map(
      (one) => `${one.question} ${sayAnswer(one, this.wording.language)}.`,
    )
  }

  private identitySentences(): string[] {
    const { vocabulary } = this.wording
    const intake = intakeWording(this.wording)
    const { reporter, privacy } = this.written.draft
    const meaning = this.unit.view.privacyChoices.find(({ choice }) => choice === privacy)?.meaning ?? ''
    const chosen = `${vocabulary.privacy[privacy]}: ${meaning}`
    const sender = this.written.answersSender ? [inboundWording(this.wording).spokenSender] : []
    if (!reporter) return [chosen, ...sender]
    const contact = [reporter.address, reporter.phone, reporter.email].filter(Boolean).join(', ')
    const reached = (reporter.channels ?? []).map((channel) => vocabulary.noticeChannels[channel]).join(', ')
    return [
      chosen,
      intake.spoken.identity({ name: reporter.name ?? '–', contact: contact || 'none' }),
      ...(reporter.onBehalfOf ? [intake.spoken.onBehalfOf({ person: reporter.onBehalfOf })] : []),
      ...sender,
      ...(this.written.answersSender
        ? []
        : [reached ? intake.spoken.reached({ channels: reached }) : intake.spoken.noContact]),
    ]
  }

  private confirm(event: Event) {
    event.preventDefault()
    const areTicked = this.form.checkValidity()
    this.error = areTicked ? '' : intakeWording(this.wording).statementsMissing
    if (!areTicked || this.sending) return
    const written = new FormData(this.form)
    const detail: Confirmed = {
      ...this.leaks.reasonIn(written),
      areFilesRenamed: written.has('renamed'),
      statements: statements.filter((one) => written.has(one)),
    }
    this.dispatchEvent(new CustomEvent('read-back-confirmed', { detail }))
  }

  private correct() {
    this.dispatchEvent(new CustomEvent('read-back-corrected'))
  }
}
