import { html, nothing, type TemplateResult } from 'lit'
import { hasChoices, type QuestionKind, questionKinds } from '../../../service/offices/questions/questions.ts'
import type { CategorySettings, QuestionSettings, Translated } from '../../api/wire.ts'
import { checksField, selectField } from '../../ui/field.ts'
import { isTicked } from '../../ui/form.ts'
import { questionWording } from '../../wording/question-wording.ts'
import {
  addButton,
  moveButtons,
  moveItem,
  nameOn,
  removeAt,
  removeButton,
  replaceAt,
  type SectionScene,
  settingField,
  translatedField,
} from './section.ts'
import './previews.ts'
import { stepsWording } from '../../wording/steps-wording.ts'

type Choice = QuestionSettings['choices'][number]

/** The first name that is not taken. Nobody reads it; it lasts while the words change. */
function freeCode(prefix: string, taken: readonly { readonly code: string }[]): string {
  let number = taken.length + 1
  while (taken.some(({ code }) => code === `${prefix}${number}`)) number++
  return `${prefix}${number}`
}

const blank = { id: '', en: '' }

export const newQuestion = (among: readonly QuestionSettings[]): QuestionSettings => ({
  code: freeCode('q', among),
  kind: 'text',
  label: blank,
  hint: null,
  required: false,
  choices: [],
  shownWhen: null,
})

export const newChoice = (among: readonly Choice[]): Choice => ({
  code: freeCode('a', among),
  label: blank,
  elsewhere: null,
})

/** Another kind of answer: choices come and go with the kinds that have some. */
export function ofKind(question: QuestionSettings, kind: QuestionKind): QuestionSettings {
  if (!hasChoices({ kind })) return { ...question, kind, choices: [] }
  const first = newChoice([])
  return { ...question, kind, choices: question.choices.length > 0 ? question.choices : [first, newChoice([first])] }
}

/** Without conditions that name a question or an answer which is not there before it any more. */
export const dropBrokenConditions = (questions: readonly QuestionSettings[]): QuestionSettings[] =>
  questions.map((question, at) => {
    const { shownWhen } = question
    if (!shownWhen) return question
    const earlier = questions.slice(0, at).find(({ code }) => code === shownWhen.question)
    if (!earlier || !hasChoices(earlier)) return { ...question, shownWhen: null }
    const answers = shownWhen.answers.filter((answer) => earlier.choices.some(({ code }) => code === answer))
    return { ...question, shownWhen: { ...shownWhen, answers } }
  })

interface Editing {
  readonly scene: SectionScene
  readonly path: string
  readonly questions: readonly QuestionSettings[]
  write(questions: readonly QuestionSettings[]): void
}

const ALWAYS = ''

export function questionsFields(
  scene: SectionScene,
  path: string,
  { questions = [] }: CategorySettings,
  written: (questions: QuestionSettings[]) => void,
) {
  const wording = questionWording(scene.wording)
  const editing: Editing = {
    ...{ scene, path: `${path}.questions`, questions },
    write: (changed) => written(dropBrokenConditions(changed)),
  }
  return html`<details ?open=${Object.keys(scene.errors).some((name) => name.startsWith(editing.path))}>
    <summary>${wording.heading({ count: questions.length })}</summary>
    <div class="stack">
      <p class="soft">${wording.intro}</p>
      <ol class="plain items">${questions.map((_, at) => renderQuestion(editing, at))}</ol>
      ${addButton(wording.add, () => editing.write([...questions, newQuestion(questions)]))}
      ${questions.length > 0 ? html`<question-preview .questions=${questions}></question-preview>` : nothing}
    </div>
  </details>`
}

function renderQuestion(editing: Editing, at: number) {
  const { scene, questions } = editing
  const question = questions[at]
  if (!question) return nothing
  const { wording, errors } = scene
  const texts = questionWording(wording)
  const path = `${editing.path}.${at}`
  const name = nameOn(question.label, wording, texts.item({ position: at + 1 }))
  const change = (changed: QuestionSettings) => editing.write(replaceAt(questions, at, changed))
  return html`<li class="item nested">
    <div class="stack">
      ${translatedField(scene, { path: `${path}.label`, label: texts.label, value: question.label, written: (label) => change({ ...question, label }) })}
      <div class="pair">
        ${selectField({
          name: `${path}.kind`,
          label: texts.kind,
          value: question.kind,
          options: questionKinds.map((value) => ({ value, label: texts.kinds[value] })),
          chosen: (kind) => change(ofKind(question, kind as QuestionKind)),
        })}
        <label class="choice">
          <input type="checkbox" name="${path}.required" .checked=${question.required}
            @change=${(event: Event) => change({ ...question, required: isTicked(event) })}>
          <span>${texts.required}</span>
        </label>
      </div>
      ${hintFields(scene, path, question, change)}
      ${hasChoices(question) ? renderChoices(scene, path, question, change) : nothing}
      ${errors[path] ? html`<p class="error">${errors[path]}</p>` : nothing}
      ${renderCondition(editing, at, question, change)}
    </div>
    <div class="tools">
      ${moveButtons({ position: at, length: questions.length, name, wording, move: (step) => editing.write(moveItem(questions, at, step)) })}
      ${removeButton(texts.remove({ label: name }), () => editing.write(removeAt(questions, at)))}
    </div>
  </li>`
}

type ChangeQuestion = (changed: QuestionSettings) => void

/** A hint may be missing, and so may its English. */
function hintFields(scene: SectionScene, path: string, question: QuestionSettings, change: ChangeQuestion) {
  const { settings, common } = scene.wording
  const { hint } = question
  const side = (language: keyof Translated, name: string) =>
    settingField(scene, {
      path: `${path}.hint.${language}`,
      label: `${questionWording(scene.wording).hint} (${name})`,
      value: hint?.[language] ?? '',
      ...(hint && language === 'id' ? {} : { optional: common.optional }),
      written: (text) => {
        const written = { ...(hint ?? { id: '', en: '' }), [language]: text }
        change({ ...question, hint: written.id || written.en ? written : null })
      },
    })
  return html`<div class="pair">${side('id', settings.inIndonesian)}${side('en', settings.inEnglish)}</div>`
}

function renderChoices(scene: SectionScene, path: string, question: QuestionSettings, change: ChangeQuestion) {
  const wording = questionWording(scene.wording)
  const { choices } = question
  const write = (changed: readonly Choice[]) => change({ ...question, choices: changed })
  const error = scene.errors[`${path}.choices`]
  return html`<fieldset class="field">
    <legend>${wording.choices}</legend>
    ${error ? html`<p class="error">${error}</p>` : nothing}
    <ol class="plain items">
      ${choices.map((choice, at) => {
        const name = nameOn(choice.label, scene.wording, wording.choiceItem({ position: at + 1 }))
        return html`<li class="item nested">
          <div class="stack">
            ${translatedField(scene, {
              path: `${path}.choices.${at}.label`,
              label: wording.choice,
              value: choice.label,
              written: (label) => write(replaceAt(choices, at, { ...choice, label })),
            })}
            ${elsewhereFields(scene, `${path}.choices.${at}.elsewhere`, choice, (changed) => write(replaceAt(choices, at, changed)))}
          </div>
          <div class="tools">
            ${moveButtons({ position: at, length: choices.length, name, wording: scene.wording, move: (step) => write(moveItem(choices, at, step)) })}
            ${removeButton(wording.removeChoice({ label: name }), () => write(removeAt(choices, at)), choices.length === 1)}
          </div>
        </li>`
      })}
    </ol>
    ${addButton(wording.addChoice, () => write([...choices, newChoice(choices)]))}
  </fieldset>`
}

const nowhere: NonNullable<Choice['elsewhere']> = {
  text: { id: '', en: '' },
  phone: null,
  link: null,
  mayFile: true,
}

function elsewhereFields(scene: SectionScene, path: string, choice: Choice, change: (choice: Choice) => void) {
  const wording = questionWording(scene.wording)
  const { optional } = scene.wording.common
  const { elsewhere } = choice
  const write = (changes: Partial<NonNullable<Choice['elsewhere']>>) =>
    change({ ...choice, elsewhere: { ...(elsewhere ?? nowhere), ...changes } })
  return html`
    <label class="choice">
      <input type="checkbox" name=${path} .checked=${elsewhere !== null}
        @change=${(event: Event) => change({ ...choice, elsewhere: isTicked(event) ? nowhere : null })}>
      <span>${wording.elsewhere}</span>
    </label>
    ${
      elsewhere
        ? html`
            ${translatedField(scene, { path: `${path}.text`, label: wording.elsewhereText, value: elsewhere.text, rows: 2, written: (text) => write({ text }) })}
            <div class="pair">
              ${settingField(scene, { path: `${path}.phone`, label: wording.phone, value: elsewhere.phone ?? '', type: 'tel', optional, written: (phone) => write({ phone: phone || null }) })}
              ${settingField(scene, { path: `${path}.link`, label: wording.link, value: elsewhere.link ?? '', type: 'url', optional, written: (link) => write({ link: link || null }) })}
            </div>
            <label class="choice">
              <input type="checkbox" name="${path}.mayFile" .checked=${elsewhere.mayFile}
                @change=${(event: Event) => write({ mayFile: isTicked(event) })}>
              <span>${wording.mayFile}</span>
            </label>`
        : nothing
    }
  `
}

function renderCondition(
  { scene, path, questions }: Editing,
  at: number,
  question: QuestionSettings,
  change: ChangeQuestion,
) {
  const { wording, errors } = scene
  const texts = questionWording(wording)
  const earlier = questions.slice(0, at).filter(hasChoices)
  if (earlier.length === 0) return nothing
  const { shownWhen } = question
  const name = `${path}.${at}.shownWhen`
  const asked = earlier.find(({ code }) => code === shownWhen?.question)
  const labelOf = ({ label }: { readonly label: Translated }) => label[wording.language] || label.id
  return html`
    ${selectField({
      name: `${name}.question`,
      label: texts.shownWhen,
      value: shownWhen?.question ?? ALWAYS,
      optional: '',
      error: errors[`${name}.question`],
      options: [
        { value: ALWAYS, label: texts.always },
        ...earlier.map((one) => ({ value: one.code, label: labelOf(one) })),
      ],
      chosen: (code) => change({ ...question, shownWhen: code ? { question: code, answers: [] } : null }),
    })}
    ${
      shownWhen && asked
        ? checksField({
            name: `${name}.answers`,
            label: texts.shownAnswers,
            error: errors[`${name}.answers`],
            values: shownWhen.answers,
            options: asked.choices.map((one) => ({ value: one.code, label: labelOf(one) })),
            chosen: (answers) => change({ ...question, shownWhen: { ...shownWhen, answers } }),
          })
        : nothing
    }
  `
}

const MOST_STEPS = 12

export function stepsFields(
  scene: SectionScene,
  path: string,
  { steps = [] }: CategorySettings,
  written: (steps: Translated[]) => void,
): TemplateResult {
  const { wording, errors } = scene
  const words = stepsWording(wording)
  return html`<details ?open=${Object.keys(errors).some((name) => name.startsWith(`${path}.steps`))}>
    <summary>${words.settings({ count: steps.length })}</summary>
    <div class="stack">
      <p class="soft">${words.intro}</p>
      <ol class="plain items">
        ${steps.map((step, at) => {
          const name = nameOn(step, wording, String(at + 1))
          return html`<li class="item nested">
            ${translatedField(scene, { path: `${path}.steps.${at}`, label: words.step({ position: at + 1 }), value: step, written: (text) => written(replaceAt(steps, at, text)) })}
            <div class="tools">
              ${moveButtons({ position: at, length: steps.length, name, wording, move: (by) => written(moveItem(steps, at, by)) })}
              ${removeButton(words.remove({ name }), () => written(removeAt(steps, at)))}
            </div>
          </li>`
        })}
      </ol>
      ${steps.length < MOST_STEPS ? addButton(words.add, () => written([...steps, { id: '', en: '' }])) : ''}
    </div>
  </details>`
}
