import { html } from 'hono/html'
import type { WholeTenantView } from '../../contract/tenant-view.ts'
import type { Page } from './page.ts'
import type { PageTexts } from './page-texts.ts'
import type { FormFields } from './read-form.ts'

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
