export const clockNames = [
  'verification',
  'first_response',
  'handling_non_oversight',
  'handling_oversight',
  'completion',
  'objection_window',
  'objection_decision',
  'personal_data',
] as const
export type ClockName = (typeof clockNames)[number]

export type ClockUnit = 'working_days' | 'calendar_days' | 'hours'

export interface ClockRule {
  readonly amount: number
  readonly unit: ClockUnit
  /** The article that sets the amount, as it is cited; `null` for a service target of the office's own. */
  readonly legalBasis: string | null
}

/** How long each step may take. A case keeps the pack it began with. */
export interface RulePack {
  readonly id: string
  readonly clocks: Readonly<Record<ClockName, ClockRule>>
}

const target = (amount: number, unit: ClockUnit): ClockRule => ({ amount, unit, legalBasis: null })

/** The first pack. Its numbers were not read in a law's own text, so each is called a service target. */
export const firstRulePack: RulePack = {
  id: 'id-2026-1',
  clocks: {
    verification: target(3, 'working_days'),
    first_response: target(5, 'working_days'),
    handling_non_oversight: target(14, 'working_days'),
    handling_oversight: target(60, 'working_days'),
    completion: target(30, 'calendar_days'),
    objection_window: target(10, 'working_days'),
    objection_decision: target(14, 'working_days'),
    personal_data: target(72, 'hours'),
  },
}

/** A unit's own pack: the same rules but for those it changes, under an id of its own. */
export function editedPack(
  pack: RulePack,
  id: string,
  changes: Readonly<Partial<Record<ClockName, Partial<ClockRule>>>>,
): RulePack {
  const clocks = { ...pack.clocks }
  for (const name of clockNames) clocks[name] = { ...clocks[name], ...changes[name] }
  return { id, clocks }
}
