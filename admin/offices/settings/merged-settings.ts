import { html, nothing } from 'lit'
import type { TenantSettingsView } from '../../../service/contract/tenant-settings.ts'
import { keysOf } from '../../../service/shared/records.ts'
import type { SettingPart } from '../../api/wire.ts'
import { icons } from '../../ui/icons.ts'
import type { Wording } from '../../wording/wording.ts'

const readOnlyParts: readonly string[] = [
  'revision',
  'malwareScanner',
  'rulePacks',
  'decreedYears',
] satisfies readonly Exclude<keyof TenantSettingsView, SettingPart>[]

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

export const changedParts = (before: TenantSettingsView, after: TenantSettingsView): SettingPart[] =>
  keysOf(after)
    .filter((part): part is SettingPart => !readOnlyParts.includes(part))
    .filter((part) => !isSame(before[part], after[part]))

export interface MergedSettings {
  readonly merged: TenantSettingsView
  readonly theirs: readonly SettingPart[]
  /** Parts that both changed: mine stand in the merged settings. */
  readonly both: readonly SettingPart[]
}

/**
 * My changes on top of what somebody else saved meanwhile, part by part; inside a part entry by entry, so that an
 * address of theirs and a telephone of mine both stand.
 */
export function mergeSettings(
  base: TenantSettingsView,
  mine: TenantSettingsView,
  latest: TenantSettingsView,
): MergedSettings {
  const theirs = changedParts(base, latest)
  const merging = changedParts(base, mine).map(
    (part) => [part, mergePart(base[part], mine[part], latest[part])] as const,
  )
  const kept = Object.fromEntries(merging.map(([part, { value }]) => [part, value]))
  return {
    merged: { ...latest, ...kept },
    theirs,
    both: merging.filter(([, { clashes }]) => clashes).map(([part]) => part),
  }
}

interface MergedPart {
  readonly value: unknown
  /** Both changed the same, and otherwise: mine stands. */
  readonly clashes: boolean
}

function mergePart(base: unknown, mine: unknown, latest: unknown): MergedPart {
  if (isSame(base, latest) || isSame(mine, latest)) return { value: mine, clashes: false }
  if (!isPlain(base) || !isPlain(mine) || !isPlain(latest)) return { value: mine, clashes: true }
  const names = [...new Set([...Object.keys(latest), ...Object.keys(mine)])]
  const changed = names.filter((name) => !isSame(base[name], mine[name]))
  const value = Object.fromEntries(
    names
      .map((name) => [name, changed.includes(name) ? mine[name] : latest[name]])
      .filter(([, one]) => one !== undefined),
  )
  const clashes = changed.some((name) => !isSame(base[name], latest[name]) && !isSame(mine[name], latest[name]))
  return { value, clashes }
}

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export function mergedBanner({ settings }: Wording, { theirs, both }: Pick<MergedSettings, 'theirs' | 'both'>) {
  const named = (parts: readonly SettingPart[]) => parts.map((part) => settings.parts[part]).join(', ')
  return html`<div class="banner warn" role="alert">
    ${icons.alert}
    <div>
      <strong>${settings.changedHeading}</strong>
      <p>${settings.changedParts({ names: named(theirs) })}</p>
      ${both.length > 0 ? html`<p>${settings.changedBoth({ names: named(both) })}</p>` : nothing}
      <p>${settings.changedText}</p>
    </div>
  </div>`
}
