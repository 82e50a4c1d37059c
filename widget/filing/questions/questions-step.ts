import { html, nothing } from 'lit/html.js'
import type { QuestionView } from '../../../service/contract/questions.ts'
import type { TenantView } from '../../../service/contract/tenant-view.ts'
import {
  type Answer,
  type Answers,
  answerPath,
  answerProblems,
  type Coordinates,
  chosenIn,
  findReferrals,
  isPlace,
  type Question,
  questionLimits,
  selectQuestions,
} from '../../../service/offices/questions/questions.ts'
import { parseAnswers, type WrittenAnswer } from '../../../service/offices/questions/read-answers.ts'
import { base } from '../../element/base-styles.ts'
import { formatDate } from '../../element/dates.ts'
import type { FieldEvent } from '../../element/events.ts'
import { css } from '../../element/theme.ts'
import { reactive, WidgetElement } from '../../element/widget-element.ts'
import type { PartWording } from '../../texts/languages.ts'
import { readPartWording } from '../../texts/languages.ts'
import { type Draft, toggle } from '../draft/draft.ts'
import type { Problems } from '../draft/problems.ts'
import { type Form, idOf, listDescriptions, renderProblem } from '../form/form.ts'

export interface AskedHere {
  readonly questions: readonly QuestionView[]
  readonly asked: ReturnType<typeof selectQuestions<string>>['asked']
  readonly answers: Answers
}

export function findAsked({ category, answers: written = {} }: Draft, { categories }: TenantView): AskedHere {
  const { questions = [] } = categories.find(({ code }) => code === category) ?? {}
  const answers = parseAnswers(questions, (code) => written[code])
  return { questions, answers, asked: selectQuestions(questions, answers).asked }
}

/** Reads the answers to send. The same draft gives the same ones in the same order. */
export const readAnswers = (draft: Draft, unit: TenantView): Answers => findAsked(draft, unit).answers

type Speaking = Pick<TenantView, 'language'>

export const formatAmount = (rupiah: number, { language }: Speaking): string => `Rp ${rupiah.toLocaleString(language)}`

/** Five decimals of a degree are about a metre. */
export function formatCoordinates({ latitude, longitude, accuracy }: Coordinates, { language }: Speaking): string {
  const metres = Math.round(accuracy).toLocaleString(language)
  return `${latitude.toFixed(5)}, ${longitude.toFixed(5)} (${readPartWording(language).questions.accuracy({ metres })})`
}

function formatAnswer({ kind, choices }: QuestionView, answer: Answer, unit: TenantView): string {
  if (kind === 'choice' || kind === 'choices') {
    const chosen = chosenIn(answer)
    return choices
      .filter(({ code }) => chosen.includes(code))
      .map(({ label }) => label)
      .join('; ')
  }
  if (kind === 'amount') return formatAmount(Number(answer), unit)
  if (kind === 'date') return formatDate(String(answer), { ...unit, timeZone: 'UTC' })
  if (!isPlace(answer)) return String(answer)
  return [answer.text, answer.at && formatCoordinates(answer.at, unit)].filter(Boolean).join('\n')
}

export function listAnswers(draft: Draft, unit: TenantView): (readonly [question: string, answer: string])[] {
  const { questions, asked, answers } = findAsked(draft, unit)
  return questions
    .filter(({ code }) => asked.some((one) => one.code === code))
    .map((question) => {
      const answer = answers[question.code]
      return [question.label, answer === undefined ? '' : formatAnswer(question, answer, unit)]
    })
}

const spaced = css`
  :host {
    display: grid;
    gap: 0.5rem;
    justify-items: start;
    margin-top: 0.6rem;
  }
`

/** Milliseconds for which a phone may look for satellites. */
const PATIENCE = 20_000

/** A location was read or removed. `detail` holds the coordinates. */
export class LocationChanged extends CustomEvent<Coordinates | undefined> {
  constructor(detail: Coordinates | undefined) {
    super('location-changed', { detail })
  }
}

/**
 * Reads the location once, when the person presses the button, and shows it in numbers.
 *
 * @fires location-changed - The coordinates to send; none when they were removed.
 */
export class AduanLocation extends WidgetElement {
  static override styles = [base, spaced]

  @reactive unit!: TenantView
  @reactive at: Coordinates | undefined
  @reactive private state: 'locating' | 'denied' | 'lost' | 'forgotten' | undefined

  protected override render() {
    const { at, state, unit } = this
    const wording = readPartWording(unit.language).questions
    // Without https, or where the page forbids it, a browser gives no location.
    if (!at && !(window.isSecureContext && navigator.geolocation)) return nothing
    return html`
      <p class="hint">${wording.locateMeaning}</p>
      <p role="status">${at ? wording.located({ where: formatCoordinates(at, unit) }) : state ? wording[state] : nothing}</p>
      ${
        at
          ? html`<button type="button" class="plain" @click=${this.#forget}>${wording.forget}</button>`
          : html`<button type="button" aria-disabled=${state === 'locating' ? 'true' : nothing} @click=${this.#locate}>
              ${wording.locate}
            </button>`
      }
    `
  }

  #locate() {
    if (this.state === 'locating') return
    this.state = 'locating'
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => {
        this.state = undefined
        this.#change({ latitude, longitude, accuracy: Math.min(accuracy, 1_000_000) })
      },
      ({ code, PERMISSION_DENIED }) => {
        this.state = code === PERMISSION_DENIED ? 'denied' : 'lost'
      },
      { enableHighAccuracy: true, timeout: PATIENCE },
    )
  }

  #forget() {
    this.state = 'forgotten'
    this.#change(undefined)
    void this.focusOn('button')
  }

  #change(at: Coordinates | undefined) {
    this.at = at
    this.dispatchEvent(new LocationChanged(at))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aduan-location': AduanLocation
  }
}

/** Finds what is wrong with the answers, by the service's rules, in sentences of the form. */
export function findAnswerProblems(draft: Draft, unit: TenantView): Problems {
  const { questions, answers } = findAsked(draft, unit)
  const wording = readPartWording(unit.language).questions
  return Object.fromEntries(
    answerProblems(questions, answers).map(({ path, code }) => {
      const question = questions.find((one) => answerPath(one.code) === path)
      return [path, question ? writeSentence(question, code, wording, unit) : wording.changed]
    }),
  )
}

function writeSentence(
  { kind, label }: Question<string>,
  code: ReturnType<typeof answerProblems>[number]['code'],
  wording: PartWording['questions'],
  { language }: TenantView,
): string {
  if (code === 'elsewhere') return wording.stops
  if (code === 'required') return wording.required({ question: label })
  if (code === 'too-long' && (kind === 'text' || kind === 'person' || kind === 'place')) {
    return wording.tooLong({ limit: questionLimits[kind].toLocaleString(language) })
  }
  if (kind === 'amount') return wording.amount
  return kind === 'date' ? wording.date : wording.invalid
}

/** Asks what the chosen category wants besides the story, as far as the answers lead. */
export function renderQuestions(form: Form) {
  const { draft, unit, problems } = form
  const { questions, asked, answers } = findAsked(draft, unit)
  const wording = readPartWording(unit.language).questions
  const unknown = Object.keys(problems).some((path) => questions.every(({ code }) => answerPath(code) !== path))
  return html`
    <p class="lead">${wording.lead}</p>
    ${unknown ? html`<p class="note">${wording.changed}</p>` : nothing}
    ${questions
      .filter(({ code }) => asked.some((one) => one.code === code))
      .map((question) =>
        question.choices.length > 0 ? choices(form, question, answers) : written(form, question, answers),
      )}
  `
}

function change(form: Form, code: string, changes: Partial<WrittenAnswer>): void {
  const { draft } = form
  const before: WrittenAnswer = draft.answers?.[code] ?? { texts: [] }
  form.change({ ...draft, answers: { ...draft.answers, [code]: { ...before, ...changes } } })
}

const renderOptional = ({ wording }: Form, { required }: QuestionView) =>
  required ? nothing : html`<span class="optional">(${wording.optional})</span>`

function choices(form: Form, question: QuestionView, answers: Answers) {
  const { code, kind, label, hint } = question
  const path = answerPath(code)
  const id = idOf(path)
  const problem = form.problems[path]
  const chosen = form.draft.answers?.[code]?.texts ?? []
  return html`
    <fieldset aria-describedby=${listDescriptions(path, hint ?? '', problem)}>
      <legend>${label} ${renderOptional(form, question)}</legend>
      ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing} ${renderProblem(path, problem)}
      ${question.choices.map(
        (choice, at) => html`
          <label class="card" part="card">
            <input
              type=${kind === 'choice' ? 'radio' : 'checkbox'}
              id=${at === 0 ? id : `${id}-${choice.code}`}
              name=${path}
              .checked=${chosen.includes(choice.code)}
              @change=${() =>
                change(form, code, { texts: kind === 'choice' ? [choice.code] : toggle(chosen, choice.code) })}
            />
            <span>${choice.label}</span>
          </label>
        `,
      )}
    </fieldset>
    <div role="status">${findReferrals(question, answers).map(({ elsewhere }) => renderPointer(form, elsewhere))}</div>
  `
}

function renderPointer({ unit }: Form, elsewhere: QuestionView['choices'][number]['elsewhere']) {
  if (!elsewhere) return nothing
  const { text, phone, link, mayFile } = elsewhere
  const wording = readPartWording(unit.language).questions
  return html`
    <div class="note">
      <p class="written">${text}</p>
      ${phone ? html`<p class="actions"><a class="button" href="tel:${phone.replace(/[^+\d]/g, '')}">${phone}</a></p>` : nothing}
      ${link ? html`<p><a href=${link} target="_blank" rel="noreferrer">${link}</a></p>` : nothing}
      <p><strong>${mayFile ? wording.mayFile : wording.stops}</strong></p>
    </div>
  `
}

function written(form: Form, question: QuestionView, answers: Answers) {
  const { unit, draft, problems } = form
  const { code, kind, label } = question
  const path = answerPath(code)
  const id = idOf(path)
  const problem = problems[path]
  const wording = readPartWording(unit.language).questions
  const own: Readonly<Record<string, string>> = {
    amount: wording.amountHint,
    person: wording.person,
    place: wording.placeHint,
  }
  const hint = [question.hint, own[kind]].filter(Boolean).join(' ')
  const { texts: [text = ''] = [], at } = draft.answers?.[code] ?? {}
  const write = ({ target }: FieldEvent) => change(form, code, { texts: [target.value] })
  const amount = answers[code]
  return html`
    <div class="field">
      <label for=${id}>${label} ${renderOptional(form, question)}</label>
      ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing} ${renderProblem(path, problem)}
      ${
        kind === 'text'
          ? html`<textarea
              id=${id}
              rows="3"
              aria-required=${question.required ? 'true' : nothing}
              aria-invalid=${problem ? 'true' : nothing}
              aria-describedby=${listDescriptions(path, hint, problem)}
              .value=${text}
              @input=${write}
            ></textarea>`
          : html`<input
              id=${id}
              type=${kind === 'date' ? 'date' : 'text'}
              inputmode=${kind === 'amount' ? 'numeric' : nothing}
              autocomplete="off"
              aria-required=${question.required ? 'true' : nothing}
              aria-invalid=${problem ? 'true' : nothing}
              aria-describedby=${listDescriptions(path, hint, problem)}
              .value=${text}
              @input=${write}
            />`
      }
      ${kind === 'date' && text ? html`<p class="counter">${formatDate(text, { ...unit, timeZone: 'UTC' })}</p>` : nothing}
      ${kind === 'amount' && typeof amount === 'number' ? html`<p class="counter">${formatAmount(amount, unit)}</p>` : nothing}
      ${
        kind === 'place'
          ? html`<aduan-location
              .unit=${unit}
              .at=${at}
              @location-changed=${({ detail }: LocationChanged) => change(form, code, { at: detail })}
            ></aduan-location>`
          : nothing
      }
    </div>
  `
}
