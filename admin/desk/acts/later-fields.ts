import { css, html } from 'lit'
import type { CaseView } from '../../../service/contract/case-view.ts'
import type { OfficeTime } from '../../api/wire.ts'
import timedWording from '../../texts/timed.json'
import { radioField, textField } from '../../ui/field.ts'
import { textIn } from '../../ui/form.ts'
import type { Wording } from '../../wording/wording.ts'

export const laterLooks = css`
  .later {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
  }
  .later:not(:has(input[value='own']:checked)) .own {
    display: none;
  }
`

/** The day and time of day alone, as the office's clock shows them. */
const spoken = ({ day, time }: OfficeTime, { formats }: Wording): string => `${formats.day(day)}, ${time}`

/** When it is sent: at once, at the next opening, or at a time of one's own. */
export function laterFields(
  { nextOpening }: Pick<CaseView, 'nextOpening'>,
  wording: Wording,
  written: FormData | null,
) {
  const words = timedWording(wording)
  const chosen = String(written?.get('later') ?? '')
  return html`<details ?open=${chosen !== ''}><summary>${words.later}</summary><div class="later">
    ${radioField({
      name: 'later',
      label: words.when,
      optional: '',
      value: chosen,
      options: [
        { value: '', label: words.now },
        { value: 'opening', label: spoken(nextOpening, wording) },
        { value: 'own', label: words.own },
      ],
    })}
    <div class="later own">${timeFields(wording, nextOpening, written)}</div>
  </div></details>`
}

export function timeFields(wording: Wording, usual: OfficeTime, written: FormData | null) {
  const words = timedWording(wording)
  const fill = (name: string, otherwise: string) => String(written?.get(name) ?? otherwise)
  return html`
    ${textField({ name: 'laterDay', label: words.day, type: 'date', optional: '', value: fill('laterDay', usual.day) })}
    ${textField({ name: 'laterTime', label: words.time, type: 'time', optional: '', value: fill('laterTime', usual.time) })}
  `
}

export const timeIn = (written: FormData): OfficeTime => ({
  day: textIn(written, 'laterDay'),
  time: textIn(written, 'laterTime'),
})

/** `undefined`: as soon as it cannot be taken back any more. */
export function laterIn(written: FormData, { nextOpening }: Pick<CaseView, 'nextOpening'>): OfficeTime | undefined {
  const chosen = written.get('later')
  if (chosen === 'opening') return nextOpening
  return chosen === 'own' ? timeIn(written) : undefined
}
