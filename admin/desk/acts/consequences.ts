import type { CaseView } from '../../../service/contract/case-view.ts'
import type { Status } from '../../api/wire.ts'
import { wordFor } from '../../wording/wording.ts'
import type { Consequence, Scene } from './act-form.ts'

type SceneParts = Pick<Scene, 'case' | 'unit' | 'wording'>

export const becomes = (status: Status, { wording }: SceneParts): Consequence => ({
  icon: 'flag',
  text: wording.consequences.status({ status: wording.vocabulary.statuses[status] }),
})

export const statusStays = ({ wording }: SceneParts): Consequence => ({
  icon: 'flag',
  text: wording.consequences.statusStays,
})

export const reporterIsNotified = ({ case: { reach }, wording }: SceneParts): Consequence => ({
  icon: reach === 'sent' ? 'send' : reach === 'letter' ? 'mail' : 'eye',
  text: wording.consequences.told[reach],
})

export const reporterIsNotNotified = ({ wording }: SceneParts): Consequence => ({
  icon: 'hidden',
  text: wording.consequences.notTold,
})

export const reporterSees = (text: string): Consequence => ({ icon: 'eye', text })

/** The clock by which a case of this class is handled. */
export const handlingClock = ({ class: kind }: CaseView): string =>
  kind === 'oversight' ? 'handling_oversight' : 'handling_non_oversight'

export function clockStarts(name: string, { unit, wording }: SceneParts): Consequence {
  const rule = unit.clocks.find(({ clock }) => clock === name)
  const length = rule ? (wordFor(wording.consequences.lengths, rule.unit)?.({ amount: rule.amount }) ?? '') : ''
  return {
    icon: 'clock',
    text: wording.consequences.clockStarts({ clock: rule?.label ?? name, length: length || 'none' }),
  }
}

/** Returns those of the named clocks that run now. */
const running = (names: readonly string[], { case: { clocks } }: SceneParts) =>
  clocks.filter(({ clock, stoppedAt }) => stoppedAt === null && names.includes(clock))

export const clocksStop = (names: readonly string[], scene: SceneParts): Consequence[] =>
  running(names, scene).map(({ label }) => ({
    icon: 'clock',
    text: scene.wording.consequences.clockStops({ clock: label }),
  }))

export const clocksGoOn = (names: readonly string[], scene: SceneParts): Consequence[] =>
  running(names, scene).map(({ label }) => ({
    icon: 'clock',
    text: scene.wording.consequences.clockGoesOn({ clock: label }),
  }))
