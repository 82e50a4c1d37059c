import type { CaseView } from '../../../service/contract/case-view.ts'
import type { Status } from '../../api/wire.ts'
import type { Consequence, Scene } from './act-form.ts'

type Told = Pick<Scene, 'case' | 'unit' | 'words'>

export const becomes = (status: Status, { words }: Told): Consequence => ({
  icon: 'flag',
  text: words.consequences.status(words.vocabulary.statuses[status]),
})

export const statusStays = ({ words }: Told): Consequence => ({ icon: 'flag', text: words.consequences.statusStays })

export const reporterIsTold = ({ case: { identity }, words }: Told): Consequence => ({
  icon: 'send',
  text: identity.given ? words.consequences.told : words.consequences.toldOnPage,
})

export const reporterIsNotTold = ({ words }: Told): Consequence => ({
  icon: 'hidden',
  text: words.consequences.notTold,
})

export const reporterSees = (text: string): Consequence => ({ icon: 'eye', text })

/** The clock by which a case of this class is handled. */
export const handlingClock = ({ class: kind }: CaseView): string =>
  kind === 'oversight' ? 'handling_oversight' : 'handling_non_oversight'

export function clockStarts(name: string, { unit, words }: Told): Consequence {
  const rule = unit.clocks.find(({ clock }) => clock === name)
  const length = rule ? (words.consequences.lengths[rule.unit]?.(rule.amount) ?? '') : ''
  return { icon: 'clock', text: words.consequences.clockStarts(rule?.label ?? name, length) }
}

/** Of the named clocks, those that run now. */
const running = (names: readonly string[], { case: { clocks } }: Told) =>
  clocks.filter(({ clock, stoppedAt }) => stoppedAt === null && names.includes(clock))

export const clocksStop = (names: readonly string[], scene: Told): Consequence[] =>
  running(names, scene).map(({ label }) => ({ icon: 'clock', text: scene.words.consequences.clockStops(label) }))

export const clocksGoOn = (names: readonly string[], scene: Told): Consequence[] =>
  running(names, scene).map(({ label }) => ({ icon: 'clock', text: scene.words.consequences.clockGoesOn(label) }))
