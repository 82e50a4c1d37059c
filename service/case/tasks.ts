import type { StaffMember } from '../offices/staff/permissions.ts'
import type { TenantSettings } from '../offices/tenants/tenant.ts'
import type { Translated } from '../offices/translated.ts'
import type { Outcome } from '../offices/vocabulary.ts'
import type { Instant } from '../shared/instant.ts'
import { Refusal } from '../shared/refusal.ts'
import type { StaffId } from '../storage/place.ts'
import { applyDecision } from './complaint.ts'
import type { Complaint } from './shape/complaint.ts'
import type { Assignment, Disposition, ImprovementDue, Tick } from './shape/handling.ts'
import type { Actor, Moment } from './shape/history.ts'

export const MOST_SLIPS = 20

export function withSlip(complaint: Complaint, slip: Disposition): readonly Disposition[] {
  const { dispositions } = complaint.dossier
  if (dispositions.length >= MOST_SLIPS) throw new Refusal('conflict', 'disposition/too-many', { most: MOST_SLIPS })
  return [...dispositions, slip]
}

export function slipOf({ dossier }: Complaint, id: string): Disposition {
  const slip = dossier.dispositions.find((one) => one.id === id)
  if (!slip) throw new Refusal('not-found', 'disposition/unknown')
  return slip
}

/** Returns who still has to carry out an instruction beside the handlers, and since when; `null` if nobody has. */
export function openTasksOf({ dispositions }: Pick<Complaint['dossier'], 'dispositions'>) {
  const slips = dispositions.map(({ at, assignments: [, ...assistants] }) => ({
    at,
    people: assistants.flatMap(({ to, done }) => (done ? [] : [to])),
  }))
  const open = slips.filter(({ people }) => people.length > 0)
  const [first] = open
  return first ? { since: first.at, people: [...new Set(open.flatMap(({ people }) => people))].sort() } : null
}

/**
 * Tells whether somebody says what came of an instruction to this person: themselves, who stands in for them, and who
 * dispatches cases while they are away with nobody in their place.
 */
export const mayTellFor = ({ id, standsInFor, unattended, permissions }: StaffMember, to: string): boolean =>
  [id, ...(standsInFor ?? []), ...(permissions.has('cases.dispatch') ? (unattended ?? []) : [])].some(
    (one) => one === to,
  )

export function carryOut(
  complaint: Complaint,
  { id, text }: { readonly id: string; readonly text: string },
  staff: StaffMember,
  by: Actor & { readonly kind: 'staff' },
  moment: Moment,
): Complaint {
  const slip = slipOf(complaint, id)
  const theirs = slip.assignments.filter(({ to }) => mayTellFor(staff, to))
  const own = theirs.find(({ to }) => to === by.id) ?? theirs.find(({ done }) => !done) ?? theirs[0]
  if (!own) throw new Refusal('not-found', 'disposition/unknown')
  if (own.done) throw new Refusal('conflict', 'disposition/already-done')
  const [lead, ...assistants] = slip.assignments
  const done = { at: moment.at, text, ...(own.to !== by.id && { by: by.name }) }
  const after = (one: Assignment): Assignment => (one === own ? { ...one, done } : one)
  const carried: Disposition = { ...slip, assignments: [after(lead), ...assistants.map(after)] }
  const dispositions = complaint.dossier.dispositions.map((one) => (one === slip ? carried : one))
  return applyDecision(
    complaint,
    moment,
    { dossier: { dispositions } },
    { event: 'assignment_done', by, text, public: false },
  )
}

type Settings = Pick<TenantSettings, 'categories'>

/** A category has few steps, but a case may change its category and a unit its steps, and ticks stay. */
const MOST_TICKS = 60

/** A line of the checklist of a case. */
export interface StepOnCase {
  readonly text: Translated
  /** `null` while it is open. */
  readonly tick: Tick | null
  /** It was ticked, and belongs to the case's category no longer. */
  readonly isFormer: boolean
}

const stepsIn = ({ categories }: Settings, category: string): readonly Translated[] =>
  categories.find(({ code }) => code === category)?.steps ?? []

/** The steps of the category, then what joined cases brought. */
function stepsFor({ category, dossier }: Pick<Complaint, 'category' | 'dossier'>, settings: Settings) {
  const own = stepsIn(settings, category)
  const brought = new Set(dossier.joined.flatMap((one) => one.brought?.steps ?? []))
  for (const { id } of own) brought.delete(id)
  const known = settings.categories.flatMap(({ steps }) => steps ?? [])
  return [...own, ...[...brought].map((step) => known.find(({ id }) => id === step) ?? { id: step, en: '' })]
}

/** What is open on a joined case, and that the leading one does not have. */
export const openStepsOf = (joined: Complaint, leading: Complaint, settings: Settings): readonly string[] => {
  const there = stepsFor(leading, settings).map(({ id }) => id)
  return stepsOf(joined, settings).flatMap(({ text: { id }, tick }) => (tick || there.includes(id) ? [] : [id]))
}

/** The steps of the category in its order and of joined cases, then those that were ticked while they belonged to the case. */
export function stepsOf(complaint: Complaint, settings: Settings): readonly StepOnCase[] {
  const { ticks } = complaint.dossier
  const texts = stepsFor(complaint, settings)
  const now = texts.map((text) => ({
    text,
    tick: ticks.find(({ step }) => step === text.id) ?? null,
    isFormer: false,
  }))
  const former = ticks.filter(({ step }) => !texts.some(({ id }) => id === step))
  return [...now, ...former.map((tick) => ({ text: { id: tick.step, en: '' }, tick, isFormer: true }))]
}

/**
 * Ticks a step, or takes the tick off. A step that somebody ticked before keeps that tick, so that two people may tick
 * the same. No act on the case grows old by it.
 * @param step its Indonesian text
 * @throws Refusal `step/unknown` for one that the category does not have now, `step/too-many`
 */
export function tickStep(
  complaint: Complaint,
  { step, on }: { readonly step: string; readonly on: boolean },
  by: Actor,
  at: Instant,
  settings: Settings,
): Complaint {
  const { ticks } = complaint.dossier
  if (!stepsFor(complaint, settings).some(({ id }) => id === step)) throw new Refusal('conflict', 'step/unknown')
  if (ticks.some((tick) => tick.step === step) === on) return complaint
  if (on && ticks.length >= MOST_TICKS) throw new Refusal('conflict', 'step/too-many', { most: MOST_TICKS })
  const changed = on ? [...ticks, { step, by, at }] : ticks.filter((tick) => tick.step !== step)
  return { ...complaint, dossier: { ...complaint.dossier, ticks: changed } }
}

export const isProven = (outcome: Outcome | undefined): boolean =>
  outcome === 'substantiated' || outcome === 'partly_substantiated'

/** The answer says that the complaint is proven, and nobody has named since what was changed. */
export const owesImprovement = ({ improvementDue }: Pick<Complaint, 'improvementDue'>): boolean =>
  improvementDue?.what === 'name'

/** Returns whose turn it is; `null` if it is that of all who sign. */
export const improvementOwner = ({
  improvementDue,
  handler,
}: Pick<Complaint, 'improvementDue' | 'handler'>): StaffId | null =>
  improvementDue && (improvementDue.owner ?? (improvementDue.what === 'name' ? handler : null))

/** While a case is open its answer may still change, so only a closed one waits for its improvement. */
export const waitingImprovement = ({
  status,
  improvementDue,
  destroyed,
}: Pick<Complaint, 'status' | 'improvementDue' | 'destroyed'>): ImprovementDue | null =>
  status === 'closed' && !destroyed ? (improvementDue ?? null) : null
