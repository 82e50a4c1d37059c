import { pageWithoutHoles } from '../../case/access/case-access.ts'
import type { RecordAccess } from '../../offices/log/access-log.ts'
import type { ArrivalState } from '../../offices/notice-vocabulary.ts'
import { requirePermission, type StaffMember } from '../../offices/staff/permissions.ts'
import { isOneOf } from '../../shared/records.ts'
import type { Page } from '../../storage/collection.ts'
import { type Arrival, unknownArrival } from '../arrivals/arrival.ts'
import type { ArrivalStore } from '../arrivals/arrival-store.ts'

export interface ArrivalPorts {
  readonly arrivals: ArrivalStore
  readonly record: RecordAccess
}

/** What an officer can list: messages that wait, those the service ignored, those an officer discarded. */
export const shownStates = ['draft', 'ignored', 'discarded'] as const satisfies readonly ArrivalState[]
export type ShownState = (typeof shownStates)[number]

/** The message names this person, or somebody above them, so it does not exist for them. */
export const isKeptFrom = ({ guardMarks }: StaffMember, { marks }: Arrival): boolean =>
  marks.some((mark) => guardMarks.has(mark))

/** Newest first. @throws Refusal `staff/not-permitted` */
export async function listArrivals(
  { arrivals, record }: ArrivalPorts,
  staff: StaffMember,
  state: ShownState,
  paging: { readonly after?: string | undefined; readonly limit: number },
): Promise<Page<Arrival>> {
  requirePermission(staff, 'cases.enter')
  await record(staff.tenant, { by: staff.id, act: 'inbound.listed', subject: null, detail: state })
  const ask = (page: { readonly limit: number; readonly after?: string }) => arrivals.list(staff.tenant, state, page)
  return pageWithoutHoles(paging, ask, (arrival) => !isKeptFrom(staff, arrival))
}

/** Counts, up to `most`, the messages that wait for an officer. */
export async function countDrafts(
  { arrivals }: Pick<ArrivalPorts, 'arrivals'>,
  staff: StaffMember,
  most: number,
): Promise<number> {
  const ask = (page: { readonly limit: number; readonly after?: string }) => arrivals.list(staff.tenant, 'draft', page)
  const { items } = await pageWithoutHoles({ limit: most }, ask, (arrival) => !isKeptFrom(staff, arrival))
  return items.length
}

/**
 * A message that is on a case is read there.
 * @throws Refusal `staff/not-permitted`, `inbound/unknown`
 */
export async function arrivalFor({ arrivals }: ArrivalPorts, staff: StaffMember, id: string): Promise<Arrival> {
  requirePermission(staff, 'cases.enter')
  const arrival = await arrivals.get(staff.tenant, id)
  const isShown = isOneOf(shownStates, arrival.state)
  if (!isShown || isKeptFrom(staff, arrival)) throw unknownArrival()
  return arrival
}

/** Reading is logged first. @throws Refusal `staff/not-permitted`, `inbound/unknown` */
export async function openArrival(ports: ArrivalPorts, staff: StaffMember, id: string): Promise<Arrival> {
  const arrival = await arrivalFor(ports, staff, id)
  await ports.record(staff.tenant, { by: staff.id, act: 'inbound.read', subject: id, detail: null })
  return arrival
}
