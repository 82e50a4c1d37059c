import type { Instant } from '../../shared/instant.ts'
import type { StaffId } from '../staff-id.ts'

/** One value of the settings: its place as keys, joined by dots, and `null` where there was or is none. */
export interface ChangedValue {
  readonly path: string
  readonly from: string | null
  readonly to: string | null
}

/** It says who changed what, and since when it holds. */
export interface SettingsChange {
  readonly revision: number
  readonly at: Instant
  readonly by: StaffId
  readonly changes: readonly ChangedValue[]
}
