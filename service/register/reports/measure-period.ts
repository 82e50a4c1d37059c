import type { Complaint } from '../../case/shape/complaint.ts'
import { placeOf } from '../../case/shape/story-fields.ts'
import type { OfficeCalendar } from '../../offices/calendar/office-calendar.ts'
import { localDayOf } from '../../offices/calendar/working-days.ts'
import { type IntakeChannel, intakeChannels } from '../../offices/vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'
import { type EvaluationFigures, measureEvaluation, type Share } from './measure-evaluation.ts'

/** Figures that tell how it went for those for whom it went worst. */
export interface PeriodFigures extends EvaluationFigures {
  /** In nine of ten answered cases the answer took at most so many calendar days; `null` if none was answered. */
  readonly nineOfTen: number | null
  /** Answered cases that were taken up again, because an objection was upheld or the reporter came back. */
  readonly reopened: Share
  readonly averageStars: number | null
  readonly byChannel: readonly { readonly channel: IntakeChannel; readonly cases: number }[]
  /** Places with at least three cases of one category, the most frequent first. */
  readonly recurring: readonly { readonly place: string; readonly category: string; readonly cases: number }[]
}

const MOST_RECURRING = 10

/** A place is in the words of reporters, so a report names it only when so many cases name it alike. */
const NAMED_BY = 3

/** It reads the cases once, and keeps counts and places only. */
export async function measurePeriod(
  cases: AsyncIterable<Complaint>,
  calendar: OfficeCalendar,
  now: Instant,
): Promise<PeriodFigures> {
  const days: number[] = []
  const stars: number[] = []
  const channels = new Map<IntakeChannel, number>()
  const places = new Map<string, { readonly place: string; readonly category: string; cases: number }>()
  let reopened = 0

  async function* counted() {
    for await (const complaint of cases) {
      const { dossier, receivedAt, channel, category } = complaint
      channels.set(channel, (channels.get(channel) ?? 0) + 1)
      if (dossier.answer) days.push(localDayOf(dossier.answer.at, calendar) - localDayOf(receivedAt, calendar))
      if (dossier.answer && wasTakenUpAgain(complaint)) reopened++
      if (dossier.rating) stars.push(dossier.rating.stars)
      const place = placeOf(dossier)?.trim()
      if (place) {
        const key = `${place.toLowerCase().replace(/\s+/g, ' ')}\n${category}`
        const known = places.get(key)
        if (known) known.cases++
        else places.set(key, { place, category, cases: 1 })
      }
      yield complaint
    }
  }

  const figures = await measureEvaluation(counted(), calendar, now)
  return {
    ...figures,
    nineOfTen: nineOfTen(days),
    reopened: { part: reopened, of: days.length },
    averageStars: stars.length === 0 ? null : Math.round((10 * sum(stars)) / stars.length) / 10,
    byChannel: intakeChannels.flatMap((channel) => {
      const count = channels.get(channel)
      return count ? [{ channel, cases: count }] : []
    }),
    recurring: [...places.values()]
      .filter((one) => one.cases >= NAMED_BY)
      .sort((one, other) => other.cases - one.cases)
      .slice(0, MOST_RECURRING),
  }
}

/** The nearest rank, so the figure is one that some reporter really waited. */
export const nineOfTen = (days: readonly number[]): number | null =>
  days.toSorted((one, other) => one - other)[Math.ceil(0.9 * days.length) - 1] ?? null

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

/** Each time that handling begins, it starts a clock of its own. */
const wasTakenUpAgain = ({ clocks }: Complaint): boolean =>
  clocks.filter(({ clock }) => clock.startsWith('handling')).length > 1
