import type { TenantSettingsView } from '../../../service/contract/tenant-settings.ts'
import { changedParts, type MergedSettings, mergeSettings } from './merge-settings.ts'

/** The settings as the service holds them, and as they stand in the form. */
export interface SettingsDraft {
  readonly saved: TenantSettingsView
  readonly written: TenantSettingsView
  /** What was laid together because somebody else saved meanwhile; `null` if nobody did. */
  readonly merged: MergedSettings | null
}

export const startDraft = (saved: TenantSettingsView): SettingsDraft => ({ saved, written: saved, merged: null })

export const isUnsaved = ({ saved, written }: SettingsDraft): boolean => changedParts(saved, written).length > 0

/** Returns what to send. The privacy notice that reporters agree to gets a version of its own when its text changes. */
export function settingsToSave({ saved, written }: SettingsDraft): TenantSettingsView {
  if (!changedParts(saved, written).includes('privacyNotice')) return written
  return { ...written, privacyNotice: { ...written.privacyNotice, version: saved.privacyNotice.version + 1 } }
}

/** Lays what is written on top of what somebody else saved meanwhile, to be looked at before anything is saved. */
export function mergeLatest({ saved, written }: SettingsDraft, latest: TenantSettingsView): SettingsDraft {
  const merged = mergeSettings(saved, written, latest)
  return { saved: latest, written: merged.merged, merged }
}

/** Takes over what was saved by itself, such as the logo. What is written elsewhere in the form stays. */
export function takeSavedPart(draft: SettingsDraft, latest: TenantSettingsView): SettingsDraft {
  const { merged } = mergeSettings(draft.saved, draft.written, latest)
  const { logo = null } = latest.letters.letterhead
  const { letters } = merged
  const written = { ...merged, letters: { ...letters, letterhead: { ...letters.letterhead, logo } } }
  return { ...draft, saved: latest, written }
}
