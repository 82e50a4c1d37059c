import { html, nothing } from 'lit/html.js'
import type { AskedField } from '../draft/asked-fields.ts'
import type { TextFieldName } from '../draft/draft.ts'
import { describedBy, type Form, idOf, withText } from './form.ts'
import { problemBeside } from './problem.ts'

interface Kind {
  readonly type?: 'tel' | 'email' | 'date'
  readonly rows?: number
  readonly autocomplete?: 'name' | 'street-address' | 'tel' | 'email'
}

const kinds: Readonly<Partial<Record<TextFieldName, Kind>>> = {
  chronology: { rows: 9 },
  requestedRemedy: { rows: 3 },
  occurredAt: { type: 'date' },
  'reporter.name': { autocomplete: 'name' },
  'reporter.address': { rows: 2, autocomplete: 'street-address' },
  'reporter.phone': { type: 'tel', autocomplete: 'tel' },
  'reporter.email': { type: 'email', autocomplete: 'email' },
}

/** A labelled text field with its hint, its problem and its counter. */
export function textField(form: Form, { name, required, limit }: AskedField) {
  const { messages, problems, draft } = form
  const { type, rows, autocomplete }: Kind = kinds[name] ?? {}
  const { label, hint } = messages.fields[name]
  const id = idOf(name)
  const text = draft.texts[name] ?? ''
  const problem = problems[name]
  const described = describedBy(name, hint, problem)
  const write = (event: Event) => {
    form.change(withText(form.draft, name, (event.target as HTMLInputElement | HTMLTextAreaElement).value))
  }
  return html`
    <div class="field">
      <label for=${id}>
        ${label} ${required ? nothing : html`<span class="optional">(${messages.optional})</span>`}
      </label>
      ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing} ${problemBeside(name, problem)}
      ${
        rows
          ? html`<textarea
              id=${id}
              rows=${rows}
              autocomplete=${autocomplete ?? 'off'}
              aria-required=${required ? 'true' : nothing}
              aria-invalid=${problem ? 'true' : nothing}
              aria-describedby=${described}
              .value=${text}
              @input=${write}
            ></textarea>`
          : html`<input
              id=${id}
              type=${type ?? 'text'}
              max=${type === 'date' ? form.today : nothing}
              autocomplete=${autocomplete ?? 'off'}
              aria-required=${required ? 'true' : nothing}
              aria-invalid=${problem ? 'true' : nothing}
              aria-describedby=${described}
              .value=${text}
              @input=${write}
            />`
      }
      ${limit && limit >= 1_000 ? counter(form, text.length, limit) : nothing}
    </div>
  `
}

/** Seen all the time, but spoken only near the end: a number read out at every key drowns the writing. */
function counter({ messages, unit }: Form, used: number, limit: number) {
  const number = (value: number) => value.toLocaleString(unit.language)
  const left = limit - used
  return html`
    <p class=${left < 0 ? 'counter over' : 'counter'} aria-hidden="true">
      ${messages.counter(number(used), number(limit))}
    </p>
    <p class="unseen" role="status">${left < limit / 20 ? messages.remaining(number(left)) : nothing}</p>
  `
}
