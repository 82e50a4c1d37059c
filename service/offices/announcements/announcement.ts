import type { Instant } from '../../shared/instant.ts'
import type { CollectionSpec, Kept } from '../../storage/collection.ts'
import type { StaffId } from '../staff-id.ts'
import type { Translated } from '../translated.ts'

export const announcementLevels = ['notice', 'warning', 'urgent'] as const
export type AnnouncementLevel = (typeof announcementLevels)[number]

/** The operator writes it to staff. */
export interface Announcement extends Kept {
  readonly text: Translated
  readonly level: AnnouncementLevel
  readonly from: Instant
  readonly until: Instant
  /** `null` addresses the staff of all tenants. */
  readonly units: readonly string[] | null
  readonly madeAt: Instant
  readonly madeBy: StaffId
}

export const announcementSpec: CollectionSpec<Announcement> = {
  name: 'announcements',
  keys: { madeAt: ({ madeAt }) => madeAt, until: ({ until }) => until },
  indexes: { made: { on: ['madeAt'] }, until: { on: ['until'] } },
}

type Shown = Pick<Announcement, 'from' | 'until' | 'units'>

export const isFor = ({ from, until, units }: Shown, ofUnits: readonly string[], now: Instant): boolean =>
  from <= now && now < until && (units === null ? ofUnits.length > 0 : ofUnits.some((unit) => units.includes(unit)))
