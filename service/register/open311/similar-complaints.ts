import type { Complaint } from '../../case/shape/complaint.ts'
import { dayNumberOf } from '../../offices/calendar/office-calendar.ts'
import { localDateOf } from '../../offices/calendar/working-days.ts'
import type { Category, Tenant } from '../../offices/tenants/tenant.ts'
import { DAY, type Day, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import { SMALLEST_SHOWN } from '../reports/suppress-small.ts'
import { listOpened, type OpenRecordPorts } from './open-records.ts'

/** The month in which a complaint came, and the days until its reporter had the answer. */
export interface AnsweredAlike {
  readonly month: string
  readonly days: number
}

/**
 * How recent complaints in a category went. It is coarser than the category's open records, and independent of what a
 * visitor writes: otherwise it would reveal whose words are already here.
 */
export interface SimilarComplaints {
  /** A lower bound, in steps of five; `null` means too few to say. */
  readonly received: number | null
  /** A lower bound of those answered, in steps of five; `null` means too few to say. */
  readonly answered: number | null
  /** Half of the answers came within this many days. */
  readonly usualDays: number | null
  /** The latest answered, three at most. */
  readonly latest: readonly AnsweredAlike[]
}

/** The period ends yesterday, so that nobody sees a complaint come or be answered today. */
const LOOKED_BACK = 90
const MOST_SHOWN = 3
const STEP = SMALLEST_SHOWN

/** It is shown only where records are public anyway. */
export const tellsSimilar = ({ active, published, similarTold, class: kind }: Category): boolean =>
  active && published === true && similarTold === true && kind === 'non_oversight'

/** @throws Refusal `similar/not-told` if the tenant has not switched it on, or has no such category */
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
    found.map(daysOf).map((one) => (one.answeredOn && to && one.answeredOn > to ? withoutAnswer(one) : one)),
  )
}

interface Went {
  readonly receivedOn: Day
  readonly answeredOn: Day | null
}

const withoutAnswer = (one: Went): Went => ({ ...one, answeredOn: null })

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

/** An answer on the same day counts as one day. */
const daysBetween = (from: Day, to: Day): number => Math.max(1, dayNumberOf(to) - dayNumberOf(from))

const atLeast = (count: number): number | null => (count < SMALLEST_SHOWN ? null : Math.floor(count / STEP) * STEP)
