import { type Absence, absenceOf, type Membership } from '../../service/offices/staff/account.ts'
import type { StaffMember } from '../../service/offices/staff/permissions.ts'
import { postsOf, rightsOf } from '../../service/offices/staff/posts.ts'
import type { DeputyTitle, Role } from '../../service/offices/vocabulary.ts'
import { DAY, type Day, type Instant, plusMilliseconds } from '../../service/shared/instant.ts'
import type { StaffId } from '../../service/storage/place.ts'
import { mondayAtTen } from './a-complaint.ts'
import { organisasi } from './two-units.ts'

/** Days away from the Monday of the tests on; the deputy has the roles meanwhile. */
export const away = (
  deputy: string | null = null,
  { days = 5, from = 0, title = 'plh' }: { days?: number; from?: number; title?: DeputyTitle } = {},
): Absence => {
  const begins = plusMilliseconds(mondayAtTen, (from - 0.5) * DAY)
  const until = plusMilliseconds(begins, days * DAY)
  return {
    ...{ firstDay: begins.slice(0, 10) as Day, lastDay: until.slice(0, 10) as Day },
    ...{ from: begins, until, deputy, title, setAt: begins },
  }
}

export const aMembership = (id: string, roles: readonly Role[], more: Partial<Membership> = {}): Membership => ({
  ...{
    tenant: organisasi,
    id,
    version: 1,
    name: `Nama ${id}`,
    email: `${id}@contoh.example`,
    position: `Jabatan ${id}`,
  },
  roles,
  ...more,
})

/** Everybody of a unit with what they may do at that moment. Nothing is hidden from anybody. */
export const atWork = (members: readonly Membership[], now: Instant = mondayAtTen): readonly StaffMember[] =>
  members.map((member) => {
    const posts = postsOf(member, members, now)
    const { borrowed, ...rights } = rightsOf(posts)
    const absence = absenceOf(member, now)
    return {
      ...{ id: member.id as StaffId, tenant: organisasi, name: member.name, position: member.position },
      ...rights,
      guardMarks: new Set(),
      isInSmallUnit: true,
      asDeputy: new Map(
        [...borrowed].flatMap(([permission, { as, position }]) =>
          as ? [[permission, { title: as.title, position, marks: new Set(), byOther: as.byOther }] as const] : [],
        ),
      ),
      standsInFor: posts.slice(1).map(({ of }) => of as StaffId),
      ...(absence && { awayUntil: absence.until }),
    }
  })
