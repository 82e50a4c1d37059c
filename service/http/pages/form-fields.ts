import { html } from 'hono/html'
import type { QuestionView } from '../../contract/questions.ts'
import type { WholeTenantView } from '../../contract/tenant-view.ts'
import { answerPath, questionLimits } from '../../offices/questions/questions.ts'
import type { Page } from './page.ts'
import type { PageTexts } from './page-texts.ts'
import { type FormFields, fieldText } from './read-form.ts'

/** A refused field: its path in the request, and the sentence for a person. */
export interface FieldProblem {
  readonly path: string
  readonly message: string
}

export interface FormState {
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
  readonly words: PageTexts['form']
}

export interface FieldRules {
  readonly hint?: string | Page
  /**
   * It only marks the label; the browser enforces it with `enforced`, because hidden fields must not block a form.
   */
  readonly required: boolean
  readonly enforced?: boolean
  readonly max?: number | undefined
  readonly type?: 'text' | 'tel' | 'email' | 'date'
  readonly rows?: number
  readonly autocomplete?: string
}

export interface Option {
  readonly value: string
  readonly label: string | Page
  readonly meaning?: string | Page
}

export const idOf = (path: string): string => path.replaceAll('.', '-')

export const problemAt = ({ problems }: FormState, path: string): string | null =>
  problems.find((problem) => problem.path === path || problem.path.startsWith(`${path}.`))?.message ?? null

const sentValue = ({ fields }: FormState, path: string): string => fields[path]?.[0] ?? ''

export function textField(state: FormState, path: string, label: string | Page, rules: FieldRules): Page {
  const id = idOf(path)
  const problem = problemAt(state, path)
  const described = [rules.hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ')
  const attributes = html`id="${id}" name="${path}" ${described ? html`aria-describedby="${described}"` : ''} ${
    problem ? html`aria-invalid="true"` : ''
  } ${rules.enforced ? html`required` : ''} ${rules.max ? html`maxlength="${rules.max}"` : ''} ${
    rules.autocomplete ? html`autocomplete="${rules.autocomplete}"` : ''
  }`
  // Browsers drop a line feed right after the opening tag, so this one keeps the text's own.
  const control = rules.rows
    ? html`<textarea rows="${rules.rows}" ${attributes}>
${sentValue(state, path)}</textarea>`
    : html`<input type="${rules.type ?? 'text'}" value="${sentValue(state, path)}" ${attributes}>`
  return html`<div class="field ${problem ? 'wrong' : ''}">
<label for="${id}">${label} <span class="need">${rules.required ? state.words.required : state.words.optional}</span></label>
${rules.hint ? html`<p class="hint" id="${id}-hint">${rules.hint}</p>` : ''}
${problemLine(state, path)}
${control}
</div>`
}

export function choiceField(
  state: FormState,
  path: string,
  legend: Page,
  options: readonly Option[],
  isRequired = true,
): Page {
  const chosen = sentValue(state, path)
  const option = ({ value, label, meaning }: Option, index: number) => {
    const id = index === 0 ? idOf(path) : `${idOf(path)}-${value}`
    return html`<div class="choice"><input type="radio" id="${id}" name="${path}" value="${value}" ${
      isRequired ? html`required` : ''
    } ${value === chosen ? html`checked` : ''} ${meaning ? html`aria-describedby="${id}-meaning"` : ''}><label for="${id}">${label}</label>${
      meaning ? html`<p class="hint" id="${id}-meaning">${meaning}</p>` : ''
    }</div>`
  }
  return html`<fieldset class="section choices ${problemAt(state, path) ? 'wrong' : ''}"><legend>${legend}</legend>
${problemLine(state, path)}
${options.map(option)}
</fieldset>`
}

/** A tick without which nothing is filed. One that was set for another value, such as a text replaced since, is asked anew. */
export const consentField = (state: FormState, path: string, label: string, value: string): Page =>
  tickField(state, path, label, value, true)

export function tickField(state: FormState, path: string, label: string, value = 'yes', required = false): Page {
  const id = idOf(path)
  return html`<div class="field consent ${problemAt(state, path) ? 'wrong' : ''}">
${problemLine(state, path)}
<div class="choice"><input type="checkbox" id="${id}" name="${path}" value="${value}" ${required ? html`required` : ''} ${
    state.fields[path]?.includes(value) ? html`checked` : ''
  }><label for="${id}">${label}</label></div>
</div>`
}

export function boxesField(state: FormState, path: string, legend: string | Page, options: readonly Option[]): Page {
  const ticked = state.fields[path] ?? []
  const box = ({ value, label, meaning }: Option, index: number) => {
    const id = index === 0 ? idOf(path) : `${idOf(path)}-${value}`
    return html`<div class="choice"><input type="checkbox" id="${id}" name="${path}" value="${value}" ${
      ticked.includes(value) ? html`checked` : ''
    }><label for="${id}">${label}</label>${meaning ? html`<p class="hint">${meaning}</p>` : ''}</div>`
  }
  return html`<fieldset class="field boxes"><legend>${legend}</legend>${problemLine(state, path)}<div>${options.map(box)}</div></fieldset>`
}

/**
 * An office's own text as the page's language shows it: what stays Indonesian tells so to programs that read aloud.
 * It may stand alone, or at either end of a sentence of ours.
 */
export function ownText({ inIndonesian = [] }: Pick<WholeTenantView, 'inIndonesian'>, text: string): string | Page {
  const marked = (own: string) => html`<span lang="id">${own}</span>`
  const ending = inIndonesian.find((one) => text.endsWith(` ${one}`))
  if (ending) return html`${text.slice(0, -ending.length)}${marked(ending)}`
  const leading = inIndonesian.find((one) => text === one || text.startsWith(`${one} `))
  return leading === undefined ? text : html`${marked(leading)}${text.slice(leading.length)}`
}

/** Warns at the choice of channels, while one is down. */
export const channelNews = ({ form }: WholeTenantView): Page | '' =>
  form.channelNews ? html`<p class="channel-news">${form.channelNews}</p>` : ''

export function problemLine(state: FormState, path: string): Page | '' {
  const problem = problemAt(state, path)
  return problem
    ? html`<p class="problem" id="${idOf(path)}-problem"><strong>${state.words.problem}</strong> ${problem}</p>`
    : ''
}

/** All problems above the form, each linking to its field. */
export function problemSummary({ problems, words }: FormState, labels: Readonly<Record<string, string>>): Page | '' {
  if (problems.length === 0) return ''
  const line = ({ path, message }: FieldProblem) => {
    const field = Object.keys(labels).find((known) => path === known || path.startsWith(`${known}.`))
    const label = field && labels[field]
    return html`<li><a href="#${idOf(field ?? 'form')}">${label ? named(label, message) : message}</a></li>`
  }
  return html`<div class="problems" role="alert" tabindex="-1" autofocus>
<h2>${words.problemsHeading}</h2><p>${words.problemsLead}</p><ul>${problems.map(line)}</ul>
</div>`
}

// A label that is a question or a sentence has its own mark at the end.
const named = (label: string, message: string): string => `${label}${/[?.]$/.test(label) ? '' : ':'} ${message}`

/**
 * Questions of the chosen category. The server learns the category only when the form is sent, so it is sent twice.
 */
export function questionsAsked({ categories }: WholeTenantView, fields: FormFields): readonly QuestionView[] {
  const category = fieldText(fields, 'category')
  return categories.find(({ code }) => code === category)?.questions ?? []
}

/** Whether the form that came contained the questions of the chosen category. */
export const wasAsked = (fields: FormFields): boolean => fieldText(fields, 'asked') === fieldText(fields, 'category')

export const questionLabels = (tenant: WholeTenantView, { fields }: FormState): Readonly<Record<string, string>> =>
  Object.fromEntries(questionsAsked(tenant, fields).map(({ code, label }) => [answerPath(code), label]))

/** Says that nothing was submitted yet, because there are questions to answer. */
export function questionsLead(tenant: WholeTenantView, { fields, words }: FormState): Page | '' {
  if (questionsAsked(tenant, fields).length === 0) return ''
  return html`<div class="problems" role="status" tabindex="-1" autofocus>
<h2>${words.questionsHeading}</h2><p><a href="#questions">${words.questionsLead}</a></p>
</div>`
}

/** It shows all questions; each that depends on an answer says on which. */
export function questionFields(tenant: WholeTenantView, state: FormState): Page | '' {
  const questions = questionsAsked(tenant, state.fields)
  if (questions.length === 0) return ''
  return html`<fieldset class="section" id="questions"><legend>${state.words.questionsSection}</legend>
<input type="hidden" name="asked" value="${fieldText(state.fields, 'category') ?? ''}">
${questions.map((question) => questionField(tenant, state, question))}
</fieldset>`
}

function questionField(tenant: WholeTenantView, state: FormState, question: QuestionView): Page {
  const { code, kind, required, shownWhen } = question
  const label = ownText(tenant, question.label)
  const { words } = state
  const path = answerPath(code)
  const condition = conditionOf(question, questionsAsked(tenant, state.fields), words)
  const parts = [condition, question.hint && ownText(tenant, question.hint), kind === 'amount' && words.amountHint]
  const shown = parts.filter(Boolean)
  const hint = shown.length > 0 && html`${shown.map((part, at) => html`${at > 0 ? ' ' : ''}${part}`)}`
  // The browser must not require an answer to a question that may not apply.
  const enforced = required && shownWhen === null
  if (kind === 'choice' || kind === 'choices') {
    const options = question.choices.map((choice) => ({
      value: choice.code,
      label: ownText(tenant, choice.label),
      ...(choice.elsewhere && { meaning: elsewhereOf(tenant, choice.elsewhere, words) }),
    }))
    const legend = html`${label} <span class="need">${required ? words.required : words.optional}</span>${
      hint ? html`<span class="hint">${hint}</span>` : ''
    }`
    return kind === 'choices'
      ? boxesField(state, path, legend, options)
      : choiceField(state, path, legend, options, enforced)
  }
  return textField(state, path, label, {
    ...(hint && { hint }),
    required,
    enforced,
    ...(kind === 'date' && { type: 'date' }),
    ...(kind === 'text' && { rows: 3 }),
    ...((kind === 'text' || kind === 'person' || kind === 'place') && { max: questionLimits[kind] }),
  })
}

function conditionOf(
  { shownWhen }: QuestionView,
  questions: readonly QuestionView[],
  words: FormState['words'],
): string | null {
  const earlier = shownWhen && questions.find(({ code }) => code === shownWhen.question)
  if (!earlier) return null
  const answers = earlier.choices
    .filter(({ code }) => shownWhen.answers.includes(code))
    .map(({ label }) => `“${label}”`)
  const joined = answers.reduce((before, answer) => words.orAnswer({ answers: before, answer }))
  return words.onlyIf({ question: earlier.label, answers: joined })
}

type Elsewhere = NonNullable<QuestionView['choices'][number]['elsewhere']>

const elsewhereOf = (
  tenant: WholeTenantView,
  { text, phone, link, mayFile }: Elsewhere,
  words: FormState['words'],
): Page =>
  html`${ownText(tenant, text)}${phone ? html` <a href="tel:${phone.replace(/[^+\d]/g, '')}">${phone}</a>` : ''}${
    link ? html` <a href="${link}" rel="noreferrer">${link}</a>` : ''
  } ${mayFile ? words.mayFileHere : words.notHere}`
