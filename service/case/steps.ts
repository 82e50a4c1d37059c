import type { TenantSettings } from '../offices/tenants/tenant.ts'
import type { Translated } from '../offices/translated.ts'
import type { Instant } from '../shared/instant.ts'
import { Refusal } from '../shared/refusal.ts'
import type { Complaint } from './shape/complaint.ts'
import type { Actor } from './shape/history.ts'
import type { Tick } from './shape/tick.ts'

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
