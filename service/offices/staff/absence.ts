import type { Day, Instant } from '../../shared/instant.ts'
import type { DeputyTitle } from '../vocabulary.ts'

/** A member is away from the first of these days to the last one, in the tenant's time zone. */
export interface Absence {
  readonly firstDay: Day
  readonly lastDay: Day
  readonly from: Instant
  /** The absence is over at this moment. */
  readonly until: Instant
  /** The account of the member who has their roles meanwhile. */
  readonly deputy: string | null
  readonly title: DeputyTitle
  readonly setAt: Instant
}

const runsAt = ({ from, until }: Absence, now: Instant): boolean => from <= now && now < until

/** Returns the absence that runs now. Of several the one that lasts longest counts, and of those the one with a deputy. */
export const absenceOf = (
  { absences = [] }: { readonly absences?: readonly Absence[] },
  now: Instant,
): Absence | null => absences.filter((one) => runsAt(one, now)).sort(byWeight)[0] ?? null

const byWeight = (one: Absence, other: Absence): number =>
  one.until === other.until
    ? Number(other.deputy !== null) - Number(one.deputy !== null)
    : one.until < other.until
      ? 1
      : -1
