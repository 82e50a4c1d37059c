import { html, nothing, type TemplateResult } from 'lit'
import type { QuotasUsedView } from '../../../service/contract/quotas.ts'
import { keysOf } from '../../../service/shared/records.ts'
import { icons } from '../../ui/icons.ts'
import { consoleWording } from '../../wording/console-wording.ts'
import type { Wording } from '../../wording/wording.ts'

/** The share of a quota from which the page warns; the service's own alert uses the same. */
const NEAR = 0.8

/** Warns of quotas that a unit has nearly or wholly used up. */
export function quotaAlarm(used: QuotasUsedView, wording: Wording): TemplateResult | typeof nothing {
  const { quotas } = consoleWording(wording)
  const { number } = wording.formats
  const near = keysOf(used).filter((name) => used[name].used >= used[name].limit * NEAR)
  if (near.length === 0) return nothing
  return html`<div class="banner warn">
    ${icons.alert}
    <div>
      ${near.map((name) => html`<p>${quotas.near(quotas.names[name], number(Math.ceil(used[name].used)), number(used[name].limit))}</p>`)}
      <p class="small">${quotas.nearText}</p>
    </div>
  </div>`
}
