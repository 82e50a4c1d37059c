import { mayOn } from '../case/access/case-access.ts'
import { guardCase, updateGuard } from '../case/access/guarding.ts'
import { movedBy, recountCorrected } from '../case/case-clocks.ts'
import { applyDecision, madeConfidential } from '../case/complaint.ts'
import { type GuardPlan, isAboutMore, planGuard, planGuardByName, whomOf } from '../case/guard.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Actor, Correction, Moment } from '../case/shape/history.ts'
import { type MatterFieldName, mapFields, matterFields } from '../case/shape/story-fields.ts'
import { packAt } from '../offices/calendar/rule-pack.ts'
import { localDateOf } from '../offices/calendar/working-days.ts'
import type { StaffDirectory } from '../offices/staff/staff-directory.ts'
import { chooseCategory } from '../offices/tenants/configuration.ts'
import { type Category, privacyIn } from '../offices/tenants/tenant.ts'
import type { ComplaintClass, IntakeChannel } from '../offices/vocabulary.ts'
import { type Instant, instantOf, MINUTE } from '../shared/instant.ts'
import { keysOf } from '../shared/records.ts'
import { Refusal, refuseField } from '../shared/refusal.ts'
import type { ActSteps } from './case-act.ts'

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

/** Returns the facts as they stand after a correction. A new category brings its class, unless one is given. */
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

/**
 * Keeps a corrected case from staff whom it now names, and takes it from a handler who may not have such cases. That
 * belongs to the correction, so the case has one new revision.
 */
export async function guardCorrected(
  staff: StaffDirectory,
  before: Complaint,
  after: Complaint,
  reason: string,
  by: Actor,
  moment: Moment,
): Promise<Complaint> {
  const plan = await planAnew(staff, before, after)
  const follow = (one: GuardPlan) =>
    isAboutMore(before, one) ? guardCase(after, one, reason, by, moment) : updateGuard(after, one, moment)
  const guarded = plan?.guard ? follow(plan) : after
  const keepsHandler = await mayKeep(staff, guarded)
  return { ...guarded, handler: keepsHandler ? guarded.handler : null, revision: after.revision }
}

/** @returns `null` if neither the category of a guarded case nor a person whom it names was corrected */
async function planAnew(staff: StaffDirectory, before: Complaint, after: Complaint): Promise<GuardPlan | null> {
  const { tenant, category, dossier } = after
  const known = whomOf(after)
  const who = matterFields
    .filter(({ name, kind }) => kind === 'person' && dossier[name] !== before.dossier[name])
    .flatMap(({ name }) => dossier[name] || [])
  if (who.length > 0) return planGuardByName(staff, tenant, { known, texts: { who, story: [] } }, category)
  return before.guard && category !== before.category ? planGuard(staff, tenant, known, category) : null
}

/** The steward of a guarded case has it whatever their roles are. */
async function mayKeep(staff: StaffDirectory, complaint: Complaint): Promise<boolean> {
  const { tenant, handler, guard } = complaint
  if (handler === null || handler === guard?.steward) return true
  const member = await staff.findMember(tenant, handler)
  return member !== null && mayOn(member, 'cases.handle', complaint)
}

interface CorrectionRequest extends GivenFacts {
  readonly reason: string
}

/**
 * Puts facts right. The reporter's own words stay as they are, the old facts stay in the history, and the dates are
 * counted as if the complaint had come with the right facts.
 */
export function correct(
  complaint: Complaint,
  { reason, ...given }: CorrectionRequest,
  categories: readonly Category[],
  by: Actor,
  moment: Moment,
): Complaint {
  const facts = correctFacts(complaint, given, categories, moment)
  const corrected = listCorrections(factsOf(complaint), facts)
  if (corrected.length === 0) throw new Refusal('invalid', 'correction/nothing')
  const { category, class: kind, channel, receivedAt, ...matter } = facts
  const isSameTime = receivedAt === complaint.receivedAt
  const rulePack = isSameTime ? complaint.rulePack : packAt(moment.rulePacks, receivedAt).id
  const outside = { category, class: kind, channel, receivedAt, rulePack }
  const clocks = recountCorrected(complaint.clocks, complaint, outside, moment, moment.at)
  const confidence = becomesConfidential(complaint, category, categories) ? madeConfidential : null
  return applyDecision(
    complaint,
    moment,
    {
      ...{ ...outside, receivedDay: localDateOf(receivedAt, moment.calendar), clocks, ...confidence },
      dossier: { ...matter, asFiled: complaint.dossier.asFiled ?? pickFiled(complaint), ...confidence?.dossier },
    },
    {
      ...{ event: 'corrected', by, text: reason, notice: 'message' },
      ...{ corrected, moved: movedBy(complaint.clocks, clocks) },
    },
  )
}

function becomesConfidential({ privacy }: Complaint, code: string, categories: readonly Category[]): boolean {
  const category = categories.find((one) => one.code === code)
  return category !== undefined && privacyIn(category, privacy) !== privacy
}

const pickFiled = ({ category, channel, receivedAt }: Complaint) => ({ category, channel, receivedAt })

export const correctAct: ActSteps<CorrectionRequest> = {
  words: ({ reason, ...given }) => [
    reason,
    ...matterFields.filter(({ kind }) => kind === 'line').map(({ name }) => given[name] ?? undefined),
  ],
  prepare:
    (request, { staff }) =>
    (complaint, by, moment, { categories }) => {
      const after = correct(complaint, request, categories, by, moment)
      return guardCorrected(staff, complaint, after, request.reason, by, moment)
    },
}
