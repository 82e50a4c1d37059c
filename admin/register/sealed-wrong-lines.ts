import { html, nothing } from 'lit'
import type { SealedWrongLine } from '../../service/contract/case-view.ts'
import { icons } from '../ui/icons.ts'
import type { Wording } from '../wording/wording.ts'

/** Shows the cases of a page that cannot be opened. */
export const sealedWrongLines = (lines: readonly SealedWrongLine[], { vocabulary }: Wording) =>
  lines.length === 0
    ? nothing
    : html`<ul class="plain">
        ${lines.map(
          ({ number, status, detail }) => html`<li class="banner danger">
            ${icons.alert}<p><strong>${number}</strong> · ${vocabulary.statuses[status]}<br />${detail}</p>
          </li>`,
        )}
      </ul>`
