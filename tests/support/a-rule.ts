import type { Rule } from '../../service/offices/rules.ts'

/** A rule that is switched on; a test names only what it is about. */
export const aRule = ({
  when,
  does,
  ...rest
}: Partial<Omit<Rule, 'when' | 'does'>> & {
  readonly when?: Partial<Rule['when']>
  readonly does?: Partial<Rule['does']>
} = {}): Rule => ({
  id: 'aturan',
  name: 'Aturan contoh',
  isOn: true,
  off: null,
  ...rest,
  when: { event: 'filed', categories: [], channels: [], class: null, words: [], places: [], ...when },
  does: {
    assign: null,
    alert: [],
    alertHeads: false,
    note: '',
    template: null,
    workingDays: null,
    label: null,
    ...does,
  },
})
