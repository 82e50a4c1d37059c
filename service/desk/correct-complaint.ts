import { mayOn } from '../case/access/case-access.ts'
import { guardCase, updateGuard } from '../case/access/guard-case.ts'
import { applyDecision } from '../case/complaint.ts'
import { type GuardPlan, isAboutMore, planGuard, planGuardByName, whomOf } from '../case/guard.ts'
import { movedBy, recountCorrected } from '../case/recount-corrected.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { CorrectedField, Correction } from '../case/shape/correction.ts'
import type { Actor } from '../case/shape/history.ts'
import type { Moment } from '../case/shape/moment.ts'
import { type MatterFieldName, mapFields, matterFields } from '../case/shape/story-fields.ts'
import { packAt } from '../offices/calendar/rule-pack.ts'
import { localDateOf } from '../offices/calendar/working-days.ts'
import type { StaffMember } from '../offices/staff/staff-member.ts'
import { type Category, privacyIn } from '../offices/tenants/tenant.ts'
import type { ComplaintClass, IntakeChannel } from '../offices/vocabulary.ts'
import { type Instant, instantOf, MINUTE } from '../shared/instant.ts'
import { Refusal } from '../shared/refusal.ts'
import type { ActPorts, ActSteps } from './case-act.ts'
import { madeConfidential } from './keep-confidential.ts'

type GivenMatter = { readonly [Name in MatterFieldName]?: string | null | undefined }

/** The facts as they should stand. What is left out stays as it is; `null` says that nothing is known. */
interface Corrected extends GivenMatter {
  readonly category?: string | undefined
  readonly class?: ComplaintClass | undefined
  readonly channel?: IntakeChannel | undefined
  readonly receivedAt?: string | undefined
  readonly reason: string
}

type Facts = Pick<Complaint, 'category' | 'class' | 'channel' | 'receivedAt'> &
  Pick<Complaint['dossier'], MatterFieldName>

const correctable: readonly CorrectedField[] = [
  'category',
  'class',
  'channel',
  'receivedAt',
  ...matterFields.map(({ name }) => name),
]

/** The facts of a case that the office may put right. */
const factsOf = ({ category, class: kind, channel, receivedAt, dossier }: Complaint): Facts => ({
  ...{ category, class: kind, channel, receivedAt },
  ...mapFields(matterFields, ({ name }) => dossier[name]),
})

/**
 * Puts facts right. The reporter's own words stay as they are, the old facts stay in the history, and the dates are
 * counted as if the complaint had come with the right facts.
 * @throws Refusal `category/unknown`, `request/invalid`, `correction/nothing`
 */
export function correct(
  complaint: Complaint,
  corrected: Corrected,
  categories: readonly Category[],
  by: Actor,
  moment: Moment,
): Complaint {
  const before = factsOf(complaint)
  const after = correctFacts(complaint, before, corrected, categories, moment)
  const corrections = listCorrections(before, after)
  if (corrections.length === 0) throw new Refusal('invalid', 'correction/nothing')
  const { category, class: kind, channel, receivedAt, ...matter } = after
  const rulePack = receivedAt === before.receivedAt ? complaint.rulePack : packAt(moment.rulePacks, receivedAt).id
  const facts = { category, class: kind, channel, receivedAt, rulePack }
  const kept = categories.find(({ code }) => code === category)
  const becomesConfidential = kept !== undefined && privacyIn(kept, complaint.privacy) !== complaint.privacy
  const clocks = recountCorrected(complaint.clocks, complaint, facts, moment, moment.at)
  return applyDecision(
    complaint,
    moment,
    {
      ...facts,
      receivedDay: localDateOf(receivedAt, moment.calendar),
      clocks,
      ...(becomesConfidential && madeConfidential),
      dossier: {
        ...matter,
        asFiled: complaint.dossier.asFiled ?? pickFiled(complaint),
        ...(becomesConfidential && madeConfidential.dossier),
      },
    },
    {
      event: 'corrected',
      by,
      text: corrected.reason,
      corrected: corrections,
      moved: movedBy(complaint.clocks, clocks),
      notice: 'message',
    },
  )
}

const pickFiled = ({ category, channel, receivedAt }: Complaint) => ({ category, channel, receivedAt })

const listCorrections = (before: Facts, after: Facts): Correction[] =>
  correctable.flatMap((field) =>
    before[field] === after[field] ? [] : [{ field, from: before[field], to: after[field] }],
  )

function correctFacts(
  complaint: Complaint,
  before: Facts,
  corrected: Corrected,
  categories: readonly Category[],
  moment: Moment,
): Facts {
  const { category = before.category, channel = before.channel } = corrected
  const chosen =
    category === before.category ? null : categories.find(({ code, active }) => active && code === category)
  if (chosen === undefined) throw refuseField('category/unknown', 'category', 'unknown')
  const receivedAt = corrected.receivedAt ? receivedAtFrom(complaint, corrected.receivedAt, moment) : before.receivedAt
  const matter = mapFields(matterFields, ({ name }) => {
    const given = corrected[name]
    return given === undefined ? before[name] : given || null
  })
  const [happened] = matterFields.filter(({ kind }) => kind === 'day').map(({ name }) => [name, matter[name]] as const)
  if (happened?.[1] && happened[1] !== before[happened[0]] && happened[1] > localDateOf(moment.at, moment.calendar)) {
    throw refuseField('request/invalid', happened[0], 'in-future')
  }
  return { category, class: corrected.class ?? chosen?.class ?? before.class, channel, receivedAt, ...matter }
}

/** A form gives minutes, so the same minute is the same moment. Entering it is the first act on a case, so it came before. */
function receivedAtFrom(complaint: Complaint, given: string, { at }: Moment): Instant {
  const { receivedAt, dossier } = complaint
  const moment = instantOf(new Date(given))
  if (Math.floor(Date.parse(moment) / MINUTE) === Math.floor(Date.parse(receivedAt) / MINUTE)) return receivedAt
  if (moment > at) throw refuseField('request/invalid', 'receivedAt', 'in-future')
  const first = dossier.older ? receivedAt : (dossier.history[0]?.at ?? receivedAt)
  if (moment > first) throw refuseField('request/invalid', 'receivedAt', 'after-entry')
  return moment
}

const refuseField = (code: 'category/unknown' | 'request/invalid', path: string, problem: string) =>
  new Refusal('invalid', code, {}, [{ path, code: problem }])

/** The guard is asked again where the category or the reported person changed; `null` if neither did. */
async function planAgain(
  { staff }: Pick<ActPorts, 'staff'>,
  before: Complaint,
  after: Complaint,
): Promise<GuardPlan | null> {
  const { tenant, category, dossier } = after
  const known = whomOf(after)
  const [person = null] = matterFields.filter(({ kind }) => kind === 'person').map(({ name }) => name)
  const named = person && dossier[person]
  if (person && named && named !== before.dossier[person]) {
    return planGuardByName(staff, tenant, { known, texts: { who: [named], story: [] } }, category)
  }
  return before.guard && category !== before.category ? planGuard(staff, tenant, known, category) : null
}

/** Somebody newly named is kept from the case, and a handler who may not have such cases no longer has it. */
function askAgain(
  before: Complaint,
  after: Complaint,
  plan: GuardPlan | null,
  handler: StaffMember | null,
  reason: string,
  by: Actor,
  moment: Moment,
): Complaint {
  const guarded = !plan?.guard
    ? after
    : isAboutMore(before, plan)
      ? guardCase(after, plan, reason, by, moment)
      : updateGuard(after, plan, moment)
  const keeps = guarded.handler === null || (handler?.id === guarded.handler && mayOn(handler, 'cases.handle', guarded))
  const isStewards = guarded.guard?.steward !== null && guarded.guard?.steward === guarded.handler
  // It is one act of one person.
  return { ...guarded, handler: keeps || isStewards ? guarded.handler : null, revision: after.revision }
}

export const correctAct: ActSteps<Corrected> = {
  words: ({ reason, ...given }) => [
    reason,
    ...matterFields.filter(({ kind }) => kind === 'line').map(({ name }) => given[name] ?? undefined),
  ],
  prepare: (request, ports) => async (complaint, by, moment, settings) => {
    const after = correct(complaint, request, settings.categories, by, moment)
    const plan = await planAgain(ports, complaint, after)
    const handler = after.handler && (await ports.staff.findMember(after.tenant, after.handler))
    return askAgain(complaint, after, plan, handler || null, request.reason, by, moment)
  },
}
