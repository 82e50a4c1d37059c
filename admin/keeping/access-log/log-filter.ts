import { html } from 'lit'
import type { LogView } from '../../../service/contract/log-view.ts'
import type { LogFilter } from '../../api/office-client.ts'
import { selectField, textField } from '../../ui/field.ts'
import { formIn, textIn } from '../../ui/form.ts'
import { accessLogWording } from '../../wording/access-log-wording.ts'
import type { Wording } from '../../wording/wording.ts'

export const everything: LogFilter = { by: '', act: '', number: '', from: '', to: '' }

/** Asks who, what, which case and when; a word finds the acts that are named so. */
export function filterForm({
  wording,
  filter,
  people,
  chosen,
}: {
  readonly wording: Wording
  readonly filter: LogFilter
  readonly people: LogView['people']
  readonly chosen: (filter: LogFilter) => void
}) {
  const accessLog = accessLogWording(wording)
  const { filters, acts } = accessLog
  const search = (event: SubmitEvent) => {
    event.preventDefault()
    const written = new FormData(formIn(event))
    const [text, from, to] = [textIn(written, 'search'), textIn(written, 'from'), textIn(written, 'to')]
    const act = /\d/.test(text) ? '' : actsNamed(text, acts)
    chosen({ ...filter, from, to, ...(text && act ? { number: '', act } : { number: text }) })
  }
  return html`<form role="search" class="filter screen-only" @submit=${search}>
    ${selectField({
      ...{ name: 'by', label: filters.by, value: filter.by },
      options: [
        { value: '', label: filters.everybody },
        ...people.map(({ id, name }) => ({ value: id, label: name })),
        { value: 'system', label: accessLog.system },
      ],
      chosen: (by) => chosen({ ...filter, by }),
    })}
    ${selectField({
      ...{ name: 'act', label: filters.act, value: filter.act },
      options: [
        { value: '', label: filters.everything },
        ...(filter.act.includes(',') ? [{ value: filter.act, label: filters.found }] : []),
        ...Object.entries(acts).map(([value, label]) => ({ value, label })),
      ],
      chosen: (act) => chosen({ ...filter, act }),
    })}
    ${textField({ name: 'from', label: filters.from, type: 'date', value: filter.from, optional: '' })}
    ${textField({ name: 'to', label: filters.to, type: 'date', value: filter.to, optional: '' })}
    ${textField({ name: 'search', label: filters.search, hint: filters.searchHint, value: filter.number, optional: '' })}
    <div class="press">
      <button>${filters.show}</button>
      <button type="reset" class="quiet" @click=${() => chosen(everything)}>${filters.clear}</button>
    </div>
  </form>`
}

/** The acts whose name has the text; a text that names none is looked for as a number, and finds nothing. */
function actsNamed(text: string, acts: Readonly<Record<string, string>>): string {
  const wanted = text.toLowerCase()
  const named = Object.entries(acts).filter(([, name]) => name.toLowerCase().includes(wanted))
  return named.map(([act]) => act).join(',')
}
