import { html, nothing, type TemplateResult } from 'lit'
import { hasChoices, type QuestionKind, questionKinds } from '../../../service/offices/questions/questions.ts'
import type { CategorySettings, QuestionSettings, Translated } from '../../api/wire.ts'
import questionWording from '../../texts/question.json'
import { checksField, selectField, tickField } from '../../ui/field.ts'
import './previews.ts'
import stepsWording from '../../texts/steps.json'
import {
  addButton,
  fieldsOf,
  itemList,
  moveButtons,
  moveItem,
  nameOn,
  removeAt,
  removeButton,
  replaceAt,
  type SectionScene,
  settingField,
  translatedField,
} from './setting-fields.ts'

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
  const { tick, translated } = fieldsOf(scene, path, question, change)
  return html`<li class="item nested">
    <div class="stack">
      ${translated('label', texts.label)}
      <div class="pair">
        ${selectField({
          name: `${path}.kind`,
          label: texts.kind,
          value: question.kind,
          options: questionKinds.map((value) => ({ value, label: texts.kinds[value] })),
          chosen: (kind) => change(ofKind(question, kind as QuestionKind)),
        })}
        ${tick('required', texts.required)}
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
  const nameOfChoice = ({ label }: Choice, at: number) =>
    nameOn(label, scene.wording, wording.choiceItem({ position: at + 1 }))
  return html`<fieldset class="field">
    <legend>${wording.choices}</legend>
    ${error ? html`<p class="error">${error}</p>` : nothing}
    ${itemList(scene.wording, {
      items: choices,
      write,
      render: (choice, at, changed) => html`<div class="stack">
        ${fieldsOf(scene, `${path}.choices.${at}`, choice, changed).translated('label', wording.choice)}
        ${elsewhereFields(scene, `${path}.choices.${at}.elsewhere`, choice, changed)}
      </div>`,
      name: nameOfChoice,
      remove: (choice, at) => wording.removeChoice({ label: nameOfChoice(choice, at) }),
      ...{ isNested: true, keepsOne: true },
    })}
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
  const write = (written: Choice['elsewhere']) => change({ ...choice, elsewhere: written })
  const { text, tick, translated } = fieldsOf(scene, path, elsewhere ?? nowhere, write)
  return html`
    ${tickField({ name: path, label: wording.elsewhere, value: elsewhere !== null, ticked: (on) => write(on ? nowhere : null) })}
    ${
      elsewhere
        ? html`
            ${translated('text', wording.elsewhereText, 2)}
            <div class="pair">
              ${text('phone', wording.phone, { type: 'tel', optional, empty: null })}
              ${text('link', wording.link, { type: 'url', optional, empty: null })}
            </div>
            ${tick('mayFile', wording.mayFile)}`
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
      ${itemList(wording, {
        items: steps,
        write: written,
        render: (value, at, changed) =>
          translatedField(scene, {
            ...{ path: `${path}.steps.${at}`, label: words.step({ position: at + 1 }), value, written: changed },
          }),
        name: (step, at) => nameOn(step, wording, String(at + 1)),
        remove: (step, at) => words.remove({ name: nameOn(step, wording, String(at + 1)) }),
        isNested: true,
      })}
      ${steps.length < MOST_STEPS ? addButton(words.add, () => written([...steps, { id: '', en: '' }])) : ''}
    </div>
  </details>`
}
