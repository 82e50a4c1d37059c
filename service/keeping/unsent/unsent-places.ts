import { notPermitted, type Permission } from '../../offices/staff/permissions.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
import { DAY } from '../../shared/instant.ts'
import type { UnsentPlace } from './unsent-store.ts'

/** Words wait this long, in milliseconds. */
export const UNSENT_FOR = 30 * DAY
/** Those of an intake say who somebody is. */
export const UNSENT_INTAKE_FOR = 7 * DAY
/** A person who stood at the counter may have gone for good. */
export const UNSENT_COUNTER_FOR = DAY

interface Form {
  /** One of them lets somebody write there, and read what they wrote. */
  readonly by: readonly [Permission, ...Permission[]]
  readonly keptFor: number
}

/** A text for many cases tells of none; whether they may send it is asked when they do. */
const bulk: Form = { by: ['cases.read', 'templates.manage'], keptFor: UNSENT_FOR }

/** Forms that belong to no case, by the beginning of their names. In any other a complaint is entered. */
const desk: ReadonlyMap<string, Form> = new Map(
  Object.entries({
    arrival: { by: ['cases.enter'], keptFor: UNSENT_INTAKE_FOR },
    bulk,
    evaluation: { by: ['cases.approve'], keptFor: UNSENT_FOR },
    incident: { by: ['incidents.handle'], keptFor: UNSENT_FOR },
    template: { by: ['templates.manage'], keptFor: UNSENT_FOR },
    transfer: { by: ['cases.decline'], keptFor: UNSENT_INTAKE_FOR },
  } satisfies Readonly<Record<string, Form>>),
)

/** Everybody who may write in one of the forms that belong to no case. */
export const deskWriters: Form['by'] = [
  ...bulk.by,
  ...new Set([...desk.values()].flatMap((form) => form.by.filter((one) => !bulk.by.includes(one)))),
]

const deskForm = ({ number, kind }: UnsentPlace): Form | undefined =>
  number === null ? desk.get(kind.split('-')[0] ?? '') : undefined

/** Whether a complaint is entered there, which has no number yet. */
export const isIntake = (place: UnsentPlace): boolean => place.number === null && !deskForm(place)

/** How long words wait there, in milliseconds. */
export function keptFor(place: UnsentPlace): number {
  const form = deskForm(place)
  if (form) return form.keptFor
  if (place.number !== null) return UNSENT_FOR
  return place.kind.startsWith('counter-') ? UNSENT_COUNTER_FOR : UNSENT_INTAKE_FOR
}

/** Lets somebody write in a form that belongs to no case. @throws Refusal `staff/not-permitted` */
export function requireForm(staff: StaffMember, place: UnsentPlace): void {
  const by: readonly Permission[] = deskForm(place)?.by ?? ['cases.enter']
  if (!by.some((permission) => staff.permissions.has(permission))) throw notPermitted(by[0] ?? 'cases.enter')
}
