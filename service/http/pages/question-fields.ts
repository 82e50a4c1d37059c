import { html } from 'hono/html'
import type { QuestionView } from '../../contract/questions.ts'
import type { WholeTenantView } from '../../contract/tenant-view.ts'
import { answerPath, questionLimits } from '../../offices/questions/questions.ts'
import { boxesField, choiceField, type FormState, ownText, textField } from './form-fields.ts'
import type { Page } from './page.ts'
import { type FormFields, fieldText } from './read-form.ts'

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
