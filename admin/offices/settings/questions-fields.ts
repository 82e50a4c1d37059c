import { html, nothing } from 'lit'
import { hasChoices, type QuestionKind, questionKinds } from '../../../service/offices/questions/question.ts'
import type { CategorySettings, QuestionSettings, Translated } from '../../api/wire.ts'
import { questionWords } from '../../filing/intake/question-wording.ts'
import { checksField, selectField } from '../../ui/field.ts'
import { moved, replaced, without } from '../../ui/lists.ts'
import { newChoice, newQuestion, ofKind, withoutDangling } from './edit-questions.ts'
import './question-preview.ts'
import { addButton, moveButtons, removeButton, type SectionScene, settingField, translatedField } from './section.ts'

type Choice = QuestionSettings['choices'][number]

interface Editing {
  readonly scene: SectionScene
  readonly path: string
  readonly questions: readonly QuestionSettings[]
  write(questions: readonly QuestionSettings[]): void
}

const ALWAYS = ''

const isTicked = (event: Event) => (event.target as HTMLInputElement).checked

/** What a category asks besides the story: set, ordered, made to hang on answers, and tried as a reporter would. */
export function questionsFields(
  scene: SectionScene,
  path: string,
  { questions = [] }: CategorySettings,
  written: (questions: QuestionSettings[]) => void,
) {
  const said = questionWords(scene.words)
  const editing: Editing = {
    ...{ scene, path: `${path}.questions`, questions },
    write: (changed) => written(withoutDangling(changed)),
  }
  return html`<details ?open=${Object.keys(scene.errors).some((name) => name.startsWith(editing.path))}>
    <summary>${said.heading(questions.length)}</summary>
    <div class="stack">
      <p class="soft">${said.intro}</p>
      <ol class="plain items">${questions.map((_, at) => renderQuestion(editing, at))}</ol>
      ${addButton(said.add, () => editing.write([...questions, newQuestion(questions)]))}
      ${questions.length > 0 ? html`<question-preview .questions=${questions}></question-preview>` : nothing}
    </div>
  </details>`
}

function renderQuestion(editing: Editing, at: number) {
  const { scene, questions } = editing
  const question = questions[at]
  if (!question) return nothing
  const { words, errors } = scene
  const said = questionWords(words)
  const path = `${editing.path}.${at}`
  const name = question.label[words.language] || said.item(at + 1)
  const change = (changed: QuestionSettings) => editing.write(replaced(questions, at, changed))
  return html`<li class="item nested">
    <div class="stack">
      ${translatedField(scene, { path: `${path}.label`, label: said.label, value: question.label, written: (label) => change({ ...question, label }) })}
      <div class="pair">
        ${selectField({
          name: `${path}.kind`,
          label: said.kind,
          value: question.kind,
          options: questionKinds.map((value) => ({ value, label: said.kinds[value] })),
          chosen: (kind) => change(ofKind(question, kind as QuestionKind)),
        })}
        <label class="choice">
          <input type="checkbox" name="${path}.required" .checked=${question.required}
            @change=${(event: Event) => change({ ...question, required: isTicked(event) })}>
          <span>${said.required}</span>
        </label>
      </div>
      ${hintFields(scene, path, question, change)}
      ${hasChoices(question) ? renderChoices(scene, path, question, change) : nothing}
      ${errors[path] ? html`<p class="error">${errors[path]}</p>` : nothing}
      ${renderCondition(editing, at, question, change)}
    </div>
    <div class="tools">
      ${moveButtons({ position: at, length: questions.length, name, words, move: (step) => editing.write(moved(questions, at, step)) })}
      ${removeButton(said.remove(name), () => editing.write(without(questions, at)))}
    </div>
  </li>`
}

type ChangeQuestion = (changed: QuestionSettings) => void

/** A hint may be missing; one that is there is in both languages. */
function hintFields(scene: SectionScene, path: string, question: QuestionSettings, change: ChangeQuestion) {
  const { settings, common } = scene.words
  const { hint } = question
  const side = (language: keyof Translated, name: string) =>
    settingField(scene, {
      path: `${path}.hint.${language}`,
      label: `${questionWords(scene.words).hint} (${name})`,
      value: hint?.[language] ?? '',
      ...(hint ? {} : { optional: common.optional }),
      written: (text) => {
        const written = { ...(hint ?? { id: '', en: '' }), [language]: text }
        change({ ...question, hint: written.id || written.en ? written : null })
      },
    })
  return html`<div class="pair">${side('id', settings.inIndonesian)}${side('en', settings.inEnglish)}</div>`
}

function renderChoices(scene: SectionScene, path: string, question: QuestionSettings, change: ChangeQuestion) {
  const said = questionWords(scene.words)
  const { choices } = question
  const write = (changed: readonly Choice[]) => change({ ...question, choices: changed })
  const error = scene.errors[`${path}.choices`]
  return html`<fieldset class="field">
    <legend>${said.choices}</legend>
    ${error ? html`<p class="error">${error}</p>` : nothing}
    <ol class="plain items">
      ${choices.map((choice, at) => {
        const name = choice.label[scene.words.language] || said.choiceItem(at + 1)
        return html`<li class="item nested">
          <div class="stack">
            ${translatedField(scene, {
              path: `${path}.choices.${at}.label`,
              label: said.choice,
              value: choice.label,
              written: (label) => write(replaced(choices, at, { ...choice, label })),
            })}
            ${elsewhereFields(scene, `${path}.choices.${at}.elsewhere`, choice, (changed) => write(replaced(choices, at, changed)))}
          </div>
          <div class="tools">
            ${moveButtons({ position: at, length: choices.length, name, words: scene.words, move: (step) => write(moved(choices, at, step)) })}
            ${removeButton(said.removeChoice(name), () => write(without(choices, at)), choices.length === 1)}
          </div>
        </li>`
      })}
    </ol>
    ${addButton(said.addChoice, () => write([...choices, newChoice(choices)]))}
  </fieldset>`
}

const nowhere: NonNullable<Choice['elsewhere']> = {
  text: { id: '', en: '' },
  phone: null,
  link: null,
  mayFile: true,
}

function elsewhereFields(scene: SectionScene, path: string, choice: Choice, change: (choice: Choice) => void) {
  const said = questionWords(scene.words)
  const { optional } = scene.words.common
  const { elsewhere } = choice
  const write = (changes: Partial<NonNullable<Choice['elsewhere']>>) =>
    change({ ...choice, elsewhere: { ...(elsewhere ?? nowhere), ...changes } })
  return html`
    <label class="choice">
      <input type="checkbox" name=${path} .checked=${elsewhere !== null}
        @change=${(event: Event) => change({ ...choice, elsewhere: isTicked(event) ? nowhere : null })}>
      <span>${said.elsewhere}</span>
    </label>
    ${
      elsewhere
        ? html`
            ${translatedField(scene, { path: `${path}.text`, label: said.elsewhereText, value: elsewhere.text, rows: 2, written: (text) => write({ text }) })}
            <div class="pair">
              ${settingField(scene, { path: `${path}.phone`, label: said.phone, value: elsewhere.phone ?? '', type: 'tel', optional, written: (phone) => write({ phone: phone || null }) })}
              ${settingField(scene, { path: `${path}.link`, label: said.link, value: elsewhere.link ?? '', type: 'url', optional, written: (link) => write({ link: link || null }) })}
            </div>
            <label class="choice">
              <input type="checkbox" name="${path}.mayFile" .checked=${elsewhere.mayFile}
                @change=${(event: Event) => write({ mayFile: isTicked(event) })}>
              <span>${said.mayFile}</span>
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
  const { words, errors } = scene
  const said = questionWords(words)
  const earlier = questions.slice(0, at).filter(hasChoices)
  if (earlier.length === 0) return nothing
  const { shownWhen } = question
  const name = `${path}.${at}.shownWhen`
  const asked = earlier.find(({ code }) => code === shownWhen?.question)
  const labelOf = ({ label }: { readonly label: Translated }) => label[words.language] || label.id
  return html`
    ${selectField({
      name: `${name}.question`,
      label: said.shownWhen,
      value: shownWhen?.question ?? ALWAYS,
      optional: '',
      error: errors[`${name}.question`],
      options: [
        { value: ALWAYS, label: said.always },
        ...earlier.map((one) => ({ value: one.code, label: labelOf(one) })),
      ],
      chosen: (code) => change({ ...question, shownWhen: code ? { question: code, answers: [] } : null }),
    })}
    ${
      shownWhen && asked
        ? checksField({
            name: `${name}.answers`,
            label: said.shownAnswers,
            error: errors[`${name}.answers`],
            values: shownWhen.answers,
            options: asked.choices.map((one) => ({ value: one.code, label: labelOf(one) })),
            chosen: (answers) => change({ ...question, shownWhen: { ...shownWhen, answers } }),
          })
        : nothing
    }
  `
}
