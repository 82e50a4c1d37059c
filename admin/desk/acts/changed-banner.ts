import { html, type TemplateResult } from 'lit'
import { icons } from '../../ui/icons.ts'
import type { Wording } from '../../wording/wording.ts'
import type { ChangedMeanwhile } from './perform.ts'

/** Says who changed what while the person was writing. */
export function changedBanner({ since, stillOpen, status }: ChangedMeanwhile, wording: Wording): TemplateResult {
  const { casePage, formats, vocabulary } = wording
  return html`<div class="banner warn" role="alert">
    ${icons.alert}
    <div class="stack">
      <div>
        <strong>${casePage.changedHeading}</strong>
        ${
          since.length === 0
            ? html`<p>${casePage.changedNothing}</p>`
            : html`<ul>${since.map((line) => html`<li>${casePage.changedLine({ label: line.label, by: line.by, time: formats.time(line.at) })}</li>`)}</ul>`
        }
      </div>
      <p>${stillOpen ? casePage.changedText : casePage.noLongerOpen({ status: vocabulary.statuses[status] })}</p>
    </div>
  </div>`
}
