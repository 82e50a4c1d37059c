import { html, nothing } from 'lit'
import type { SettingPart } from '../../api/wire.ts'
import { icons } from '../../ui/icons.ts'
import type { Wording } from '../../wording/wording.ts'
import type { MergedSettings } from './merge-settings.ts'

/** Says that somebody else saved meanwhile, what, and where both changed the same. */
export function mergedBanner({ settings }: Wording, { theirs, both }: Pick<MergedSettings, 'theirs' | 'both'>) {
  const named = (parts: readonly SettingPart[]) => parts.map((part) => settings.parts[part]).join(', ')
  return html`<div class="banner warn" role="alert">
    ${icons.alert}
    <div>
      <strong>${settings.changedHeading}</strong>
      <p>${settings.changedParts(named(theirs))}</p>
      ${both.length > 0 ? html`<p>${settings.changedBoth(named(both))}</p>` : nothing}
      <p>${settings.changedText}</p>
    </div>
  </div>`
}
