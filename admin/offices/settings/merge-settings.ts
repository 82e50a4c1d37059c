import type { TenantSettingsView } from '../../../service/contract/tenant-settings.ts'
import { keysOf } from '../../../service/shared/records.ts'
import type { SettingPart } from '../../api/wire.ts'

const readOnlyParts: readonly string[] = [
  'revision',
  'malwareScanner',
  'rulePacks',
  'decreedYears',
] satisfies readonly Exclude<keyof TenantSettingsView, SettingPart>[]

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** Parts of the settings in which two versions differ. */
export const changedParts = (before: TenantSettingsView, after: TenantSettingsView): SettingPart[] =>
  keysOf(after)
    .filter((part): part is SettingPart => !readOnlyParts.includes(part))
    .filter((part) => !isSame(before[part], after[part]))

export interface MergedSettings {
  readonly merged: TenantSettingsView
  /** Parts that the other person changed. */
  readonly theirs: readonly SettingPart[]
  /** Parts that both changed: mine stand in the merged settings. */
  readonly both: readonly SettingPart[]
}

/** My changes on top of what somebody else saved meanwhile, part by part. */
export function mergeSettings(
  base: TenantSettingsView,
  mine: TenantSettingsView,
  latest: TenantSettingsView,
): MergedSettings {
  const myParts = changedParts(base, mine)
  const theirs = changedParts(base, latest)
  const kept = Object.fromEntries(myParts.map((part) => [part, mine[part]]))
  return { merged: { ...latest, ...kept }, theirs, both: theirs.filter((part) => myParts.includes(part)) }
}
