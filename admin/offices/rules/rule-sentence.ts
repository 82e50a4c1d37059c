import type { RuleList } from '../../../service/contract/rules.ts'
import type { WholeTenantView } from '../../../service/contract/tenant-view.ts'
import { markOwnName, markOwnText } from '../../page/own-words.ts'
import { rulesWording } from '../../wording/rules-wording.ts'
import type { Wording } from '../../wording/wording.ts'

export type ShownRule = RuleList['rules'][number]
export type WrittenRule = Omit<ShownRule, 'id' | 'off'> & { readonly id?: string }
type Choices = Pick<RuleList, 'people' | 'templates' | 'labels'>

const join = (parts: readonly string[], word: string): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1)}`

/** Says a rule as one sentence: “Bila pengaduan masuk dengan kategori Pungutan, tugaskan kepada Sari.” Names of the unit are set off. */
export function sayRule(
  { when, does }: Pick<WrittenRule, 'when' | 'does'>,
  { people, templates, labels }: Choices,
  view: Pick<WholeTenantView, 'categories' | 'inIndonesian'>,
  wording: Wording,
): string {
  const words = rulesWording(wording)
  const { vocabulary } = wording
  const nameOf = (id: string) => people.find((one) => one.id === id)?.name ?? words.gone
  const anyOf = (list: readonly string[]) => join(list, words.or)
  const quoted = (list: readonly string[]) => anyOf(list.map((one) => `“${one}”`))
  const kinds = when.categories.map((code) =>
    markOwnText(view, view.categories.find((one) => one.code === code)?.label ?? code),
  )
  const conditions = [
    ...(kinds.length > 0 ? [words.conditions.categories(anyOf(kinds))] : []),
    ...(when.channels.length > 0
      ? [words.conditions.channels(anyOf(when.channels.map((one) => vocabulary.channels[one])))]
      : []),
    ...(when.class ? [words.conditions.class(vocabulary.classes[when.class])] : []),
    ...(when.words.length > 0 ? [words.conditions.words(quoted(when.words))] : []),
    ...(when.places.length > 0 ? [words.conditions.places(quoted(when.places))] : []),
  ]
  const alerted = [...does.alert.map(nameOf), ...(does.alertHeads ? [words.theHeads] : [])]
  const template = does.template && markOwnName(templates.find(({ id }) => id === does.template)?.name ?? '…')
  const label = does.label && markOwnName(labels.find(({ id }) => id === does.label)?.name ?? '…')
  const effects = [
    ...(does.assign ? [words.effects.assign(nameOf(does.assign))] : []),
    ...(alerted.length > 0 ? [words.effects.alert(join(alerted, words.and))] : []),
    ...(label ? [words.effects.label(label)] : []),
    ...(does.note ? [words.effects.note()] : []),
    ...(template ? [words.effects.template(template)] : []),
    ...(does.workingDays ? [words.effects.deadline(does.workingDays)] : []),
  ]
  return words.sentence(words.events[when.event], conditions, join(effects, words.and))
}
