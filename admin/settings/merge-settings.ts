import type { TenantSettingsView } from '../../service/contract/tenant-settings.ts'

/** What a unit sets; the rest the service tells. */
const told = ['revision', 'malwareScanner', 'rulePacks', 'decreedYears'] as const
export type Part = Exclude<keyof TenantSettingsView, (typeof told)[number]>

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** Parts of the settings in which two versions differ. */
export const changedParts = (before: TenantSettingsView, after: TenantSettingsView): Part[] =>
  (Object.keys(after) as (keyof TenantSettingsView)[])
    .filter((part): part is Part => !(told as readonly string[]).includes(part))
    .filter((part) => !isSame(before[part], after[part]))

export interface MergedSettings {
  readonly merged: TenantSettingsView
  /** Parts that the other person changed. */
  readonly theirs: readonly Part[]
  /** Parts that both changed: mine stand in the merged settings. */
  readonly both: readonly Part[]
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
