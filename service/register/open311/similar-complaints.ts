import type { Complaint } from '../../case/shape/complaint.ts'
import { dayNumberOf } from '../../offices/calendar/day-number.ts'
import { localDateOf } from '../../offices/calendar/working-days.ts'
import type { Category, Tenant } from '../../offices/tenants/tenant.ts'
import { DAY, type Day, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import { SMALLEST_SHOWN } from '../reports/suppress-small.ts'
import { listOpened, type OpenRecordPorts } from './open-records.ts'

/** One that was answered: the month in which it came, and in how many days its reporter had the answer. */
export interface AnsweredAlike {
  readonly month: string
  readonly days: number
}

/**
 * How complaints in a category went lately. Each of it is coarser than what the category's open records tell anybody,
 * and none of it depends on what a visitor writes: an answer that did would tell whose words are already here.
 */
export interface SimilarComplaints {
  /** At least so many came, in steps of five; `null`: too few to say anything. */
  readonly received: number | null
  /** At least so many of them were answered, in steps of five; `null`: too few to say how soon. */
  readonly answered: number | null
  /** Half of the answers came within so many days. */
  readonly usualDays: number | null
  /** Those that were answered last, three at most. */
  readonly latest: readonly AnsweredAlike[]
}

/** Days that are looked back on, the last one yesterday: nobody sees a complaint come or be answered today. */
const LOOKED_BACK = 90
const MOST_SHOWN = 3
const STEP = SMALLEST_SHOWN

/** Where a unit tells visitors how complaints like theirs went: only where everybody may see it anyway. */
export const tellsSimilar = ({ active, published, similarTold, class: kind }: Category): boolean =>
  active && published === true && similarTold === true && kind === 'non_oversight'

/** @throws Refusal `similar/not-told` where the unit has not turned it on, or has no such category */
export async function readSimilar(
  ports: Pick<OpenRecordPorts, 'complaints' | 'now'>,
  tenant: Tenant,
  code: string,
): Promise<SimilarComplaints> {
  const category = tenant.settings.categories.find((one) => one.code === code && tellsSimilar(one))
  if (!category) throw new Refusal('not-found', 'similar/not-told')
  const { calendar } = tenant.settings
  const [from, to] = [LOOKED_BACK, 1].map((days) => localDateOf(plusMilliseconds(ports.now(), -days * DAY), calendar))
  const found = await listOpened(ports, tenant, [category], { from, to })
  const daysOf = ({ receivedAt, dossier: { answer } }: Complaint): Went => ({
    receivedOn: localDateOf(receivedAt, calendar),
    answeredOn: answer && localDateOf(answer.at, calendar),
  })
  return similarOf(
    found.map(daysOf).map((one) => (one.answeredOn && to && one.answeredOn > to ? unanswered(one) : one)),
  )
}

/** When one came, and when it was answered. */
interface Went {
  readonly receivedOn: Day
  readonly answeredOn: Day | null
}

const unanswered = (one: Went): Went => ({ ...one, answeredOn: null })

export function similarOf(cases: readonly Went[]): SimilarComplaints {
  const answered = cases
    .flatMap(({ receivedOn, answeredOn }) =>
      answeredOn ? [{ answeredOn, month: receivedOn.slice(0, 7), days: daysBetween(receivedOn, answeredOn) }] : [],
    )
    .sort((one, other) => (one.answeredOn < other.answeredOn ? 1 : -1))
  const isEnough = answered.length >= SMALLEST_SHOWN
  const inOrder = answered.map(({ days }) => days).sort((one, other) => one - other)
  return {
    received: atLeast(cases.length),
    answered: atLeast(answered.length),
    usualDays: isEnough ? (inOrder[Math.ceil(inOrder.length / 2) - 1] ?? null) : null,
    latest: isEnough ? answered.slice(0, MOST_SHOWN).map(({ month, days }) => ({ month, days })) : [],
  }
}

/** Of one that was answered on the day it came, a day. */
const daysBetween = (from: Day, to: Day): number => Math.max(1, dayNumberOf(to) - dayNumberOf(from))

const atLeast = (count: number): number | null => (count < SMALLEST_SHOWN ? null : Math.floor(count / STEP) * STEP)
