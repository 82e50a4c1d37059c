import { html, nothing, type TemplateResult } from 'lit'
import { ifDefined } from 'lit/directives/if-defined.js'
import { isTicked, valueIn } from './form.ts'
import { icons } from './icons.ts'

interface Labelled {
  /** Name in the form, and id in the shadow root. */
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  /** The word that marks a field which may stay empty; without it the field is required. */
  readonly optional?: string | undefined
}

export interface TextField extends Labelled {
  readonly value?: string | undefined
  readonly type?: 'text' | 'email' | 'password' | 'tel' | 'date' | 'datetime-local' | 'time' | 'number' | 'url'
  /** Lines of a text area; without it one line. */
  readonly rows?: number
  readonly limit?: number | undefined
  readonly autocomplete?: 'username' | 'current-password' | 'new-password' | 'one-time-code' | 'off'
  readonly written?: (value: string) => void
  readonly focusFirst?: boolean
}

export interface Option {
  readonly value: string
  readonly label: string
  readonly hint?: string | undefined
  /** The language of the label, where it is not that of the page. */
  readonly lang?: string | undefined
  /** Shown below a choice while it is chosen. */
  readonly more?: TemplateResult | undefined
  /** It cannot be chosen; the hint says why. */
  readonly isClosed?: boolean
}

const marks = ({ name, hint, error, optional }: Labelled) => ({
  describedBy: [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ') || undefined,
  invalid: error ? 'true' : undefined,
  required: optional === undefined,
})

const below = ({ name, hint, error }: Labelled) => html`
  ${hint ? html`<span class="hint" id="${name}-hint">${hint}</span>` : nothing}
  ${error ? html`<span class="error" id="${name}-error">${icons.alert}${error}</span>` : nothing}
`

const optionalMark = ({ optional }: Labelled) =>
  optional ? html` <span class="optional">(${optional})</span>` : nothing

export function textField(field: TextField): TemplateResult {
  const { describedBy, invalid, required } = marks(field)
  const written = (event: Event) => field.written?.(valueIn(event))
  const control = field.rows
    ? html`<textarea id=${field.name} name=${field.name} rows=${field.rows} .value=${field.value ?? ''}
        maxlength=${ifDefined(field.limit)} ?required=${required} ?autofocus=${field.focusFirst}
        aria-describedby=${ifDefined(describedBy)} aria-invalid=${ifDefined(invalid)} @input=${written}></textarea>`
    : html`<input id=${field.name} name=${field.name} type=${field.type ?? 'text'} .value=${field.value ?? ''}
        maxlength=${ifDefined(field.limit)} ?required=${required} ?autofocus=${field.focusFirst}
        autocomplete=${field.autocomplete ?? 'off'}
        aria-describedby=${ifDefined(describedBy)} aria-invalid=${ifDefined(invalid)} @input=${written}>`
  return html`<div class="field">
    <label for=${field.name}>${field.label}${optionalMark(field)}</label>
    ${control}${below(field)}
  </div>`
}

export interface ChoiceField extends Labelled {
  readonly options: readonly Option[]
  readonly value?: string | undefined
  readonly chosen?: (value: string) => void
}

export function selectField(field: ChoiceField): TemplateResult {
  const { describedBy, invalid, required } = marks(field)
  return html`<div class="field">
    <label for=${field.name}>${field.label}${optionalMark(field)}</label>
    <select id=${field.name} name=${field.name} ?required=${required} aria-describedby=${ifDefined(describedBy)}
      aria-invalid=${ifDefined(invalid)} @change=${(event: Event) => field.chosen?.(valueIn(event))}>
      ${field.options.map(
        ({ value, label, lang }) =>
          html`<option value=${value} lang=${ifDefined(lang)} ?selected=${value === (field.value ?? '')}>${label}</option>`,
      )}
    </select>
    ${below(field)}
  </div>`
}

interface TickField {
  readonly name?: string | undefined
  readonly label: string
  readonly hint?: string | undefined
  readonly value: boolean
  readonly isClosed?: boolean
  readonly isWrong?: boolean
  readonly ticked: (on: boolean) => void
}

export const tickField = ({ name, label, hint, value, isClosed, isWrong, ticked }: TickField): TemplateResult =>
  html`<label class="choice">
    <input type="checkbox" name=${ifDefined(name)} .checked=${value} ?disabled=${isClosed ?? false}
      aria-invalid=${ifDefined(isWrong ? 'true' : undefined)} @change=${(event: Event) => ticked(isTicked(event))}>
    <span>${label}${hint ? html`<span class="hint">${hint}</span>` : nothing}</span>
  </label>`

/** One of several, each with a sentence of its own. */
export function radioField(field: ChoiceField): TemplateResult {
  const { describedBy, invalid, required } = marks(field)
  return html`<fieldset class="field" aria-describedby=${ifDefined(describedBy)}>
    <legend>${field.label}${optionalMark(field)}</legend>
    ${field.options.map(
      ({ value, label, hint }) => html`<label class="choice">
        <input type="radio" name=${field.name} value=${value} ?required=${required} .checked=${value === field.value}
          aria-invalid=${ifDefined(invalid)} @change=${() => field.chosen?.(value)}>
        <span>${label}${hint ? html`<span class="hint">${hint}</span>` : nothing}</span>
      </label>`,
    )}
    ${below(field)}
  </fieldset>`
}

export interface ChecksField extends Labelled {
  readonly options: readonly Option[]
  readonly values: readonly string[]
  readonly chosen?: (values: string[]) => void
}

export function checksField(field: ChecksField): TemplateResult {
  const { describedBy, invalid } = marks(field)
  const toggle = (value: string, on: boolean) =>
    field.chosen?.(on ? [...field.values, value] : field.values.filter((held) => held !== value))
  return html`<fieldset class="field" aria-describedby=${ifDefined(describedBy)}>
    <legend>${field.label}${optionalMark(field)}</legend>
    ${field.options.map(
      ({ value, label, lang, hint, more, isClosed }) => html`<label class="choice">
        <input type="checkbox" name=${field.name} value=${value} ?disabled=${isClosed ?? false} .checked=${field.values.includes(value)}
          aria-invalid=${ifDefined(invalid)}
          @change=${(event: Event) => toggle(value, isTicked(event))}>
        <span><span lang=${ifDefined(lang)}>${label}</span>${hint ? html`<span class="hint">${hint}</span>` : nothing}</span>
      </label>${more ?? nothing}`,
    )}
    ${below(field)}
  </fieldset>`
}
