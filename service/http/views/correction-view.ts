import type { Correction, HistoryLine, RuleRun } from '../../case/shape/history.ts'
import { optionalFields } from '../../case/shape/story-fields.ts'
import { labelOfCategory, labelsOf, labelTextOf, type TenantSettings } from '../../offices/tenants/tenant.ts'
import { indonesianIn } from '../../offices/translated.ts'
import { complaintClasses, intakeChannels, type Language } from '../../offices/vocabulary.ts'
import { instantOf } from '../../shared/instant.ts'
import { isOneOf, keysOf } from '../../shared/records.ts'
import { sayText } from '../../shared/texts/texts.ts'
import { sayDate } from '../../shared/time-in-words.ts'
import { sentenceFor } from '../problem.ts'
import type { ViewWording } from '../view-wording.ts'
import { historyTexts, nameField, printTexts, seriesTexts } from './view-texts.ts'

/** What a line of the history tells: its text, the dates that moved, what the office put right, or what a rule did. */
export function sayLine(
  { text, moved = [], corrected, ran, series, refused }: HistoryLine,
  settings: TenantSettings,
  wording: ViewWording,
): string | null {
  if (ran) return sayRun(ran, settings, wording)
  if (refused) return [sayUndone(series ?? '', refused, wording.language), text].filter(Boolean).join(' ')
  const dates = moved.map((one) => wording.clocks.explainMove(one, settings.calendar))
  if (!corrected) return dates.length > 0 ? dates.join(' ') : text
  const words = historyTexts[wording.language].corrections
  const facts = corrected.map((one) => sayCorrection(one, settings, wording))
  return [...facts, ...(text ? [words.because({ reason: text })] : []), ...dates].join(' ')
}

/** The unit's own names in a line that are Indonesian in this language: of labels, rules, templates, series and categories. */
export function ownNamesIn(line: HistoryLine, settings: TenantSettings, language: Language): string[] {
  if (language === 'id') return []
  const { text, ran, series, corrected = [] } = line
  const effects = ran?.effects.filter(({ effect }) => effect === 'label' || effect === 'template') ?? []
  const codes = corrected.flatMap(({ field, from, to }) => (field === 'category' ? [from, to] : []))
  const categories = codes.map((code) => (code === null ? null : labelTextOf(settings, code)))
  const label = labelsOf(settings).find(({ name }) => name === text)?.name
  const names = [label, series, ran?.rule, ...effects.map(({ who }) => who), ...indonesianIn(categories, language)]
  return [...new Set(names.filter((name) => typeof name === 'string'))]
}

function sayUndone(series: string, { act, code }: NonNullable<HistoryLine['refused']>, language: Language): string {
  const words = seriesTexts[language]
  if (!act) return sentenceFor(code, language)
  return words.undone({ series, act: words.acts[act], because: sentenceFor(code, language) })
}

/** “Pungutan: menugaskan kepada Sari Contoh; memberi tahu pimpinan.” */
function sayRun({ rule, effects }: RuleRun, { calendar }: TenantSettings, { language, clocks }: ViewWording): string {
  const { rules: words } = historyTexts[language]
  const done = effects.map(({ effect, outcome, who, until }) => {
    const what = sayText(words.effects[effect], {
      who: who ?? words.heads,
      until: until ? clocks.formatDayTime(until, calendar) : '',
    })
    return outcome === 'done' ? what : words.notDone({ what, because: words.because[outcome] })
  })
  return `${rule}: ${done.join('; ')}.`
}

function sayCorrection({ field, from, to }: Correction, settings: TenantSettings, wording: ViewWording): string {
  const words = historyTexts[wording.language].corrections
  const what = nameOf(field, wording.language)
  const say = (value: string) => sayValue(field, value, settings, wording)
  if (from === null) return words.added({ what, to: say(to ?? '') })
  return to === null ? words.removed({ what, from: say(from) }) : words.changed({ what, from: say(from), to: say(to) })
}

function nameOf(field: Correction['field'], language: Language): string {
  const { fields } = historyTexts[language].corrections
  return isOneOf(keysOf(fields), field) ? fields[field] : nameField(field, language).onPaper
}

function sayValue(
  field: Correction['field'],
  value: string,
  settings: TenantSettings,
  { language, labels, clocks }: ViewWording,
): string {
  if (field === 'category') return labelOfCategory(settings, value, language)
  if (field === 'class') return isOneOf(complaintClasses, value) ? printTexts[language].classes[value] : value
  if (field === 'channel') return isOneOf(intakeChannels, value) ? labels.channel[value] : value
  if (field === 'receivedAt') return clocks.formatDayTime(instantOf(new Date(value)), settings.calendar)
  const isDay = optionalFields.some(({ name, kind }) => name === field && kind === 'day')
  return isDay ? sayDate(value, language) : value
}
