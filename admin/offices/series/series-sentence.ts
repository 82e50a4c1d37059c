import type { SeriesList } from '../../../service/contract/series.ts'
import { markOwnName } from '../../page/own-words.ts'
import { seriesWording } from '../../wording/series-wording.ts'
import type { Wording } from '../../wording/wording.ts'

export type ShownSeries = SeriesList['series'][number]
export type WrittenSeries = Pick<ShownSeries, 'name' | 'does'> & { readonly id?: string }
export type SeriesChoices = Pick<SeriesList, 'people' | 'labels' | 'templates'>

const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Says what a series does: “Verifikasi, disposisikan kepada Sari, lalu tulis catatan.” Names of the unit are set off. */
export function saySeries(
  { verify, assign, labels, labelsOff, note, message }: WrittenSeries['does'],
  choices: SeriesChoices,
  wording: Wording,
): string {
  const { says, and, gone, goneLabel, nothingYet } = seriesWording(wording)
  const nameIn = (list: SeriesChoices['people'], id: string) => list.find((one) => one.id === id)?.name
  const own = (list: SeriesChoices['people'], id: string, gone: string) => {
    const name = nameIn(list, id)
    return name === undefined ? gone : markOwnName(name)
  }
  const names = (ids: readonly string[]) => ids.map((id) => own(choices.labels, id, goneLabel)).join(', ')
  const parts = [
    ...(verify ? [says.verify] : []),
    ...(assign ? [says.assign(nameIn(choices.people, assign) ?? gone)] : []),
    ...(labelsOff.length > 0 ? [says.unlabel(names(labelsOff))] : []),
    ...(labels.length > 0 ? [says.label(names(labels))] : []),
    ...(note ? [says.note] : []),
    ...(message ? [says.message(own(choices.templates, message, '…'))] : []),
  ]
  if (parts.length === 0) return nothingYet
  const joined = parts.length === 1 ? parts.join('') : `${parts.slice(0, -1).join(', ')}, ${and} ${parts.at(-1)}`
  return `${capitalize(joined)}.`
}
