import type { DutiesView } from '../../contract/duties.ts'
import {
  awaitsStaff,
  type DutyGap,
  dutyTable,
  findGaps,
  gapsByDuty,
  type UnitSettings,
  unheldDuties,
  whoCan,
} from '../../offices/duties/duties.ts'
import { absenceOf, isAccepted, type Membership } from '../../offices/staff/account.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import { substituteFor } from '../../offices/staff/posts.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import { readIn } from '../../offices/translated.ts'
import { duties, type Language } from '../../offices/vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'

interface Room {
  readonly tenant: Tenant
  readonly members: readonly Membership[]
  readonly working: readonly StaffMember[]
  readonly viewer: StaffMember
  readonly now: Instant
  readonly language: Language
}

export function dutiesView({ tenant, members, working, viewer, now, language }: Room): DutiesView {
  const { settings } = tenant
  const accepted = members.filter(isAccepted)
  const byId = new Map(accepted.map((one) => [one.id, one]))
  const named = (id: string) => byId.get(id)?.name ?? ''
  const categories = settings.categories.filter(({ active }) => active)
  const gaps = gapsByDuty(findGaps(working, settings))
  return {
    awaitsStaff: awaitsStaff(tenant, unheldDuties(members, settings)),
    duties: duties.map((duty) => {
      const gap = gaps.find((one) => one.duty === duty)
      const able = categories.flatMap(({ code }) => whoCan(duty, code, null, working, settings))
      return {
        duty,
        needed: dutyTable[duty].isNeeded(settings),
        who: [...new Set(able.map(({ name }) => name))],
        gap: gap
          ? {
              categories: categoryNames(gap, settings, language),
              besides: gap.besides.map(named),
              until: gap.until,
              away: gap.away.map((id) => ({ id, name: named(id) })),
            }
          : null,
      }
    }),
    people: accepted.map((one) => {
      const substitute = substituteFor(one, byId, now)
      return {
        ...{ id: one.id, name: one.name, position: one.position, own: one.id === viewer.id },
        absences: (one.absences ?? [])
          .filter(({ until }) => until > now)
          .map(({ firstDay, lastDay, deputy, title }) => ({ firstDay, lastDay, deputy, title })),
        away: absenceOf(one, now) !== null,
        standIn: substitute && named(substitute.id),
      }
    }),
  }
}

/** Returns the names of a gap's categories, or none where it is in all of them. */
export function categoryNames(
  gap: DutyGap,
  { categories }: Pick<UnitSettings, 'categories'>,
  language: Language,
): string[] {
  const active = categories.filter((one) => one.active)
  if (gap.categories.length === active.length) return []
  return active.filter(({ code }) => gap.categories.includes(code)).map(({ label }) => readIn(label, language))
}
