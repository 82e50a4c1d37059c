import { html, nothing } from 'lit/html.js'
import type { CaseForm, FormName, OlderList, Request, TextName } from './case-form.ts'

interface TextEntry {
  readonly name: TextName
  readonly label: string
  readonly hint?: string
  readonly limit: number | undefined
  readonly required: boolean
  readonly rows?: number
}

/** A labelled text of a case's page. */
export function textEntry({ entries, enter, messages, problem, unit }: CaseForm, entry: TextEntry) {
  const { name, label, hint, limit, required, rows = 4 } = entry
  const text = entries.texts[name] ?? ''
  const refused = problem?.form === name
  const number = (value: number) => value.toLocaleString(unit.language)
  return html`
    <div class="field">
      <label for=${name}>
        ${label} ${required ? nothing : html`<span class="optional">(${messages.optional})</span>`}
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
        @input=${(event: Event) =>
          enter({ texts: { ...entries.texts, [name]: (event.target as HTMLTextAreaElement).value } })}
      ></textarea>
      ${
        limit
          ? html`<p class=${text.length > limit ? 'counter over' : 'counter'} aria-hidden="true">
              ${messages.counter(number(text.length), number(limit))}
            </p>`
          : nothing
      }
    </div>
  `
}

/** Shows more of a list; nothing where all of it stands there. */
export const olderButton = ({ view, say, askForOlder }: CaseForm, list: OlderList) =>
  view.older
    ? html`<button type="button" class="plain" @click=${() => askForOlder(list)}>${say.older}</button>`
    : nothing

interface SendButton {
  readonly form: FormName
  readonly label: string
  /** Makes the requests at the moment of sending, or the sentence that says what is missing. */
  readonly requests: () => readonly Request[] | string
  readonly isDanger?: boolean
  /** A lesser act among others. */
  readonly isQuiet?: boolean
}

/** The button of a form, the sentence when it failed, and the word that it is under way. */
export function sendButton(
  { busy, problem, say, perform }: CaseForm,
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
      ${isBusy ? say.sending : label}
    </button>
  `
}

interface Confirmed extends SendButton {
  readonly ask: string
}

/** An act that cannot be undone is asked for twice, in the page and not in a window of the browser. */
export function confirmedButton(form: CaseForm, { ask, ...button }: Confirmed) {
  if (form.confirming !== button.form) {
    return html`<button type="button" @click=${() => form.confirm(button.form)}>${ask}</button>`
  }
  return html`
    <div class="actions">
      ${sendButton(form, button)}
      <button type="button" @click=${() => form.confirm(undefined)}>${form.say.withdrawal.keep}</button>
    </div>
  `
}

/** The written text, or the sentence that says what is wrong with it. */
export function textOf({ entries, say, messages, unit }: CaseForm, entry: TextEntry): { text: string } | string {
  const text = entries.texts[entry.name]?.trim() ?? ''
  if (!text && entry.required) return say.missing(entry.label)
  if (entry.limit && text.length > entry.limit) {
    return messages.problems.tooLong(entry.label, entry.limit.toLocaleString(unit.language))
  }
  return { text }
}
