import { css, html, nothing } from 'lit'
import type { CaseEvidenceView } from '../../../service/contract/case-view.ts'
import { icons } from '../../ui/icons.ts'
import type { Wording } from '../../wording/wording.ts'

/** Shows the result of the malware scan, and why a file cannot be opened. */
export function scanMark({ scan, signature, available }: CaseEvidenceView, { evidence }: Wording) {
  const tone = scan === 'infected' ? 'alarm' : scan === 'failed' || !available ? 'waiting' : ''
  return html`<div class="scan small ${tone}">
    <span>${tone ? icons.alert : nothing}${evidence.scans[scan]}</span>
    ${scan === 'infected' ? html`<span>${evidence.infected(signature ?? '')}</span>` : available ? nothing : html`<span>${evidence.held}</span>`}
  </div>`
}

export const scanLooks = css`
  .scan {
    display: grid;
    gap: 2px;
    color: var(--ink-soft);
  }
  .scan .icon {
    inline-size: 1.1em;
    block-size: 1.1em;
    margin-inline-end: 4px;
    vertical-align: text-bottom;
  }
  .scan.waiting {
    color: var(--warn);
  }
  .scan.alarm {
    color: var(--danger);
  }
`
