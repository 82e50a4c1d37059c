import { html, nothing } from 'lit/html.js'
import type { FieldEvent } from '../element/field-event.ts'
import type { CaseForm, FormName, OlderList, Request, TextName } from './case-form.ts'

interface TextEntry {
  readonly name: TextName
  readonly label: string
  readonly hint?: string
  readonly limit: number | undefined
  readonly required: boolean
  readonly rows?: number
}

export function renderTextEntry({ entries, enter, formWording, problem, unit }: CaseForm, entry: TextEntry) {
  const { name, label, hint, limit, required, rows = 4 } = entry
  const text = entries.texts[name] ?? ''
  const refused = problem?.form === name
  const number = (value: number) => value.toLocaleString(unit.language)
  return html`
    <div class="field">
      <label for=${name}>
        ${label} ${required ? nothing : html`<span class="optional">(${formWording.optional})</span>`}
      </label>
      ${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : nothing}
      <textarea
        id=${name}
        rows=${rows}
        autocomplete="off"
        aria-required=${required ? 'true' : nothing}
        aria-invalid=${refused ? 'true' : nothing}
        aria-describedby="${hint ? `${name}-hint` : ''} ${name}-problem"
        .value=${text}
        @input=${({ target }: FieldEvent) => enter({ texts: { ...entries.texts, [name]: target.value } })}
      ></textarea>
      ${
        limit
          ? html`<p class=${text.length > limit ? 'counter over' : 'counter'} aria-hidden="true">
              ${formWording.counter(number(text.length), number(limit))}
            </p>`
          : nothing
      }
    </div>
  `
}

interface Fold {
  readonly id: string
  readonly title: string
  /** What the reader learns without opening it. */
  readonly brief?: string
}

/** Shows a part of the page behind its title, because few readers need it each time. */
export const renderFold = ({ id, title, brief = '' }: Fold, content: unknown) => html`
  <section aria-labelledby="${id}-title">
    <details class="fold">
      <summary><h3 id="${id}-title">${title}</h3> <span class="hint">${brief}</span></summary>
      ${content}
    </details>
  </section>
`

/** Offers older lines of a list, if there are any. */
export const renderOlderButton = ({ view, wording, askForOlder }: CaseForm, list: OlderList) =>
  view.older
    ? html`<button type="button" class="plain" @click=${() => askForOlder(list)}>${wording.older}</button>`
    : nothing

interface SendButton {
  readonly form: FormName
  readonly label: string
  /** Makes the requests at the moment of sending, or the sentence that says what is missing. */
  readonly requests: () => readonly Request[] | string
  readonly isDanger?: boolean
  /** Makes the button less prominent. */
  readonly isQuiet?: boolean
}

/** Shows the button of a form, with its failure and whether its act is running. */
export function renderSendButton(
  { busy, problem, wording, perform }: CaseForm,
  { form, label, requests, isDanger, isQuiet }: SendButton,
) {
  const isBusy = busy === form
  return html`
    <p class="problem" id="${form}-problem" tabindex="-1" ?hidden=${problem?.form !== form}>${problem?.sentence}</p>
    <button
      type="button"
      class=${isDanger ? 'danger' : isQuiet ? '' : 'primary'}
      aria-disabled=${isBusy ? 'true' : nothing}
      @click=${() => perform(form, requests())}
    >
      ${isBusy ? wording.sending : label}
    </button>
  `
}

/** Leaves a question without an act. */
export const renderCancelButton = ({ confirm, wording }: CaseForm) =>
  html`<button type="button" @click=${() => confirm(undefined)}>${wording.withdrawal.keep}</button>`

interface Confirmed extends SendButton {
  readonly ask: string
}

/** Asks twice for an act that cannot be undone. It asks in the page, not in a dialog of the browser. */
export function renderConfirmedButton(form: CaseForm, { ask, ...button }: Confirmed) {
  if (form.confirming !== button.form) {
    return html`<button type="button" @click=${() => form.confirm(button.form)}>${ask}</button>`
  }
  return html`
    <div class="actions">
      ${renderSendButton(form, button)} ${renderCancelButton(form)}
    </div>
  `
}

/** Reads the written text, or the sentence that says what is wrong with it. */
export function readText(
  { entries, wording, formWording, unit }: CaseForm,
  entry: TextEntry,
): { text: string } | string {
  const text = entries.texts[entry.name]?.trim() ?? ''
  if (!text && entry.required) return wording.missing(entry.label)
  if (entry.limit && text.length > entry.limit) {
    return formWording.problems.tooLong(entry.label, entry.limit.toLocaleString(unit.language))
  }
  return { text }
}
