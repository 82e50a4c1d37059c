import type { Complaint } from '../case/shape/complaint.ts'
import type { Correction, Moment } from '../case/shape/history.ts'
import { type MatterFieldName, mapFields, matterFields } from '../case/shape/story-fields.ts'
import { localDateOf } from '../offices/calendar/working-days.ts'
import { chooseCategory } from '../offices/tenants/configuration.ts'
import type { Category } from '../offices/tenants/tenant.ts'
import type { ComplaintClass, IntakeChannel } from '../offices/vocabulary.ts'
import { type Instant, instantOf, MINUTE } from '../shared/instant.ts'
import { keysOf } from '../shared/records.ts'
import { refuseField } from '../shared/refusal.ts'

/** Facts of a case that the office may put right. */
type Facts = Pick<Complaint, 'category' | 'class' | 'channel' | 'receivedAt'> &
  Pick<Complaint['dossier'], MatterFieldName>

type GivenMatter = { readonly [Name in MatterFieldName]?: string | null | undefined }

/** The facts as they should stand. What is left out stays as it is; `null` says that nothing is known. */
export interface GivenFacts extends GivenMatter {
  readonly category?: string | undefined
  readonly class?: ComplaintClass | undefined
  readonly channel?: IntakeChannel | undefined
  readonly receivedAt?: string | undefined
}

export const factsOf = ({ category, class: kind, channel, receivedAt, dossier }: Complaint): Facts => ({
  ...{ category, class: kind, channel, receivedAt },
  ...mapFields(matterFields, ({ name }) => dossier[name]),
})

/**
 * Returns the facts as they stand after a correction. A new category brings its class, unless one is given.
 * @throws Refusal `category/unknown`, `request/invalid`
 */
export function correctFacts(
  complaint: Complaint,
  given: GivenFacts,
  categories: readonly Category[],
  moment: Moment,
): Facts {
  const before = factsOf(complaint)
  const { category = before.category, channel = before.channel } = given
  const usual = category === before.category ? before : chooseCategory(categories, category)
  const after: Facts = {
    ...{ category, channel, class: given.class ?? usual.class },
    receivedAt: given.receivedAt ? readReceipt(complaint, given.receivedAt, moment) : before.receivedAt,
    ...mapFields(matterFields, ({ name }) => (given[name] === undefined ? before[name] : given[name] || null)),
  }
  refuseFutureDays(before, after, moment)
  return after
}

/** Lists the facts in which two versions differ, in the order in which they are kept. */
export const listCorrections = (before: Facts, after: Facts): readonly Correction[] =>
  keysOf(before)
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, from: before[field], to: after[field] }))

/** A form gives minutes, so the same minute is the same moment. The complaint came before anybody wrote on the case. */
function readReceipt({ receivedAt, dossier }: Complaint, given: string, { at }: Moment): Instant {
  const moment = instantOf(new Date(given))
  if (minuteOf(moment) === minuteOf(receivedAt)) return receivedAt
  if (moment > at) throw refuseField('request/invalid', 'receivedAt', 'in-future')
  const first = dossier.older ? receivedAt : (dossier.history[0]?.at ?? receivedAt)
  if (moment > first) throw refuseField('request/invalid', 'receivedAt', 'after-entry')
  return moment
}

const minuteOf = (at: Instant): number => Math.floor(Date.parse(at) / MINUTE)

function refuseFutureDays(before: Facts, after: Facts, { at, calendar }: Moment): void {
  const today = localDateOf(at, calendar)
  const isInFuture = (day: string | null) => day !== null && day > today
  const refused = matterFields.find(
    ({ name, kind }) => kind === 'day' && after[name] !== before[name] && isInFuture(after[name]),
  )
  if (refused) throw refuseField('request/invalid', refused.name, 'in-future')
}
