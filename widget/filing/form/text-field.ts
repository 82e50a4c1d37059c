import { html, nothing } from 'lit/html.js'
import { formatDate } from '../../element/dates.ts'
import type { FieldEvent } from '../../element/events.ts'
import type { AskedField } from '../draft/asked-fields.ts'
import type { TextFieldName } from '../draft/draft.ts'
import { type Form, idOf, listDescriptions, renderProblem, writeText } from './form.ts'

interface Kind {
  readonly type?: 'tel' | 'email'
  readonly rows?: number | false
  readonly autocomplete?: 'name' | 'street-address' | 'tel' | 'email'
}

const kinds: Readonly<Partial<Record<TextFieldName, Kind>>> = {
  'reporter.name': { autocomplete: 'name' },
  'reporter.address': { rows: 2, autocomplete: 'street-address' },
  'reporter.phone': { type: 'tel', autocomplete: 'tel' },
  'reporter.email': { type: 'email', autocomplete: 'email' },
}

/**
 * Shows a labelled text field with its hint, its problem and its counter. A browser writes a picked day its own way, so
 * it is read back; its midnight of UTC is the same day in every zone of Indonesia.
 */
export function renderTextField(form: Form, { name, required, kind, limit }: AskedField) {
  const { wording, problems, draft } = form
  const { type, autocomplete, rows = kind === 'text' && (required ? 9 : 3) }: Kind = kinds[name] ?? {}
  const { label, hint } = wording.fields[name]
  const id = idOf(name)
  const text = draft.texts[name] ?? ''
  const problem = problems[name]
  const described = listDescriptions(name, hint, problem)
  const write = ({ target }: FieldEvent) => {
    form.change(writeText(form.draft, name, target.value))
  }
  return html`
    <div class="field">
      <label for=${id}>
        ${label} ${required ? nothing : html`<span class="optional">(${wording.optional})</span>`}
      </label>
      ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing} ${renderProblem(name, problem)}
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
              type=${kind === 'day' ? 'date' : (type ?? 'text')}
              max=${kind === 'day' ? form.today : nothing}
              autocomplete=${autocomplete ?? 'off'}
              aria-required=${required ? 'true' : nothing}
              aria-invalid=${problem ? 'true' : nothing}
              aria-describedby=${described}
              .value=${text}
              @input=${write}
            />`
      }
      ${
        kind === 'day'
          ? text && html`<p class="counter">${formatDate(text, form.unit)}</p>`
          : limit && limit >= 1_000
            ? renderCounter(form, text.length, limit)
            : nothing
      }
    </div>
  `
}

/**
 * The counter is always visible, but read aloud only near the end: a number after every key would disturb the writing.
 */
function renderCounter({ wording, unit }: Form, used: number, limit: number) {
  const number = (value: number) => value.toLocaleString(unit.language)
  const left = limit - used
  return html`
    <p class=${left < 0 ? 'counter over' : 'counter'} aria-hidden="true">
      ${wording.counter({ used: number(used), limit: number(limit) })}
    </p>
    <p class="unseen" role="status">${left < limit / 20 ? wording.remaining({ left: number(left) }) : nothing}</p>
  `
}
