import type { SessionView } from '../../../service/contract/account.ts'
import type { TodayView } from '../../../service/contract/register.ts'
import type { Unit } from '../../api/context.ts'
import { type KeptItem, keepToday } from '../../api/offline/kept-today.ts'
import {
  approvalsAddress,
  caseAddress,
  casesAddress,
  inboundAddress,
  transfersAddress,
  unitAddress,
} from '../../page/addresses.ts'
import { isLocked } from '../../page/lock-state.ts'
import { unitOf } from '../../page/practice.ts'
import en from '../../texts/en/today.json'
import id from '../../texts/id/today.json'
import type { Wording } from '../../wording/wording.ts'
import { type RegisterQuery, searchOf, unfiltered } from '../register-query.ts'

const MINUTE = 60_000

/** Keeps the list for when there is no network, as long as the session lasts. Practice is not kept, and nothing behind a lock. */
export function keepFor(session: SessionView, { tenant, shortName }: Unit, items: readonly KeptItem[]): void {
  if (isLocked() || unitOf(tenant) !== tenant) return
  const { expiresAt, idleMinutes, lockAfterMinutes } = session
  const takenAt = Date.now()
  const until = Math.min(Date.parse(expiresAt), takenAt + idleMinutes * MINUTE)
  keepToday({ until, takenAt, lockAfter: lockAfterMinutes * MINUTE, unit: shortName, items })
}

/** Returns what the list of the day says, in the language of the reader. It is fetched with the page alone. */
export const todayWording = ({ language }: Pick<Wording, 'language'>): typeof id => ({ id, en })[language]

type CaseKind = TodayView['cases'][number]['kind']
type PageKind = TodayView['pages'][number]['kind']

const letters = (state: string) => (tenant: string) => `${unitAddress(tenant)}/letters?state=${state}`

const pages: Readonly<Record<PageKind, (tenant: string) => string>> = {
  late: (tenant) => `${unitAddress(tenant)}/late`,
  letter_draft: letters('draft'),
  letter_approval: letters('awaiting_approval'),
  letter_print: letters('approved'),
  transfer: transfersAddress,
  inbound: inboundAddress,
  second_person: approvalsAddress,
  broken_rule: (tenant) => `${unitAddress(tenant)}/rules`,
  broken_series: (tenant) => `${unitAddress(tenant)}/series`,
}

export const pageOf = (kind: PageKind, tenant: string): string => pages[kind](tenant)

/** Returns where the row's button leads: to the case with the act begun, or to where the request is decided. */
export function actAddress(
  { kind, act, number }: Pick<TodayView['items'][number], 'kind' | 'act' | 'number'>,
  tenant: string,
): string {
  if (kind === 'identity') return `${unitAddress(tenant)}/identity-requests`
  const begun = kind === 'reply' ? 'message' : act
  return `${caseAddress(tenant, number)}${begun ? `?act=${begun}` : ''}`
}

const filters: Readonly<Partial<Record<CaseKind, Partial<RegisterQuery>>>> = {
  verification: { view: 'received' },
  dispatch: { view: 'in_progress', assignee: 'none' },
  approval: { view: 'awaiting_approval' },
  objection: { view: 'objected' },
  handling: { view: 'in_progress', assignee: 'me' },
}

/** Returns the register with all work of one kind; `null` where it has no such filter. */
export function registerOf(kind: CaseKind, tenant: string): string | null {
  if (kind === 'undelivered') return `${unitAddress(tenant)}/undelivered`
  const filter = filters[kind]
  return filter
    ? casesAddress(tenant) + searchOf({ ...unfiltered, view: 'todo', cursor: '', sort: 'due_asc', ...filter })
    : null
}
