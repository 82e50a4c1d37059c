import { html, nothing, type TemplateResult } from 'lit'
import type { TenantList } from '../../api/wire.ts'
import { icons } from '../../ui/icons.ts'
import { dutiesWording } from '../../wording/duties-wording.ts'
import { unitHealth as en } from '../../wording/en/unit-health.ts'
import { unitHealth as id } from '../../wording/id/unit-health.ts'
import type { Wording } from '../../wording/wording.ts'

const wordings: Readonly<Record<Wording['language'], typeof id>> = { id, en }

type Unit = TenantList['items'][number]

/** Says in one line how a unit is doing. */
export function healthLine({ lastCaseAt, unseenSince, openCases, overdueCases }: Unit, wording: Wording): string {
  const { lastCase, noCase, unseen, open } = wordings[wording.language]
  if (!lastCaseAt) return noCase
  const { day, number } = wording.formats
  const facts = [lastCase(day(lastCaseAt)), open(number(openCases), overdueCases > 0 ? number(overdueCases) : null)]
  return [...facts, ...(unseenSince ? [unseen(day(unseenSince))] : [])].join(' · ')
}

/** Says what somebody should look into. */
export function healthAlarm(
  { undeliveredCases, channelsDown, gaps, awaitsStaff }: Unit,
  { language }: Wording,
): TemplateResult | typeof nothing {
  const { undelivered, down, channels } = wordings[language]
  if (undeliveredCases === 0 && channelsDown.length === 0 && gaps.length === 0) return nothing
  const { names, operatorGaps, operatorClosed } = dutiesWording({ language })
  return html`<div class="banner">
    ${icons.alert}
    <div>
      ${channelsDown.length > 0 ? html`<p>${down(channelsDown.map((channel) => channels[channel]).join(', '))}</p>` : nothing}
      ${awaitsStaff ? html`<p>${operatorClosed}</p>` : nothing}
      ${gaps.length > 0 ? html`<p>${operatorGaps(gaps.map((duty) => names[duty]).join(', '))}</p>` : nothing}
      ${undeliveredCases > 0 ? html`<p>${undelivered(undeliveredCases)}</p>` : nothing}
    </div>
  </div>`
}

/** Orders the units by how urgently they need somebody. */
export const sortByNeed = (units: readonly Unit[]): Unit[] =>
  [...units].sort(
    (one, other) =>
      other.unreadCases - one.unreadCases ||
      other.channelsDown.length - one.channelsDown.length ||
      other.undeliveredCases - one.undeliveredCases ||
      other.gaps.length - one.gaps.length ||
      other.overdueCases - one.overdueCases,
  )
