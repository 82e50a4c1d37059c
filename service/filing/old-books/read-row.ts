import { laporIdIn } from '../../case/words/search-words.ts'
import { dayNumberOf, type OfficeCalendar } from '../../offices/calendar/office-calendar.ts'
import { localDateOf, momentAt } from '../../offices/calendar/working-days.ts'
import { findLeaks } from '../../offices/names/known-words.ts'
import type { BookField, BookStatus, RowRefusal, RowWarning } from '../../offices/old-book-vocabulary.ts'
import type { Category } from '../../offices/tenants/tenant.ts'
import { readIn } from '../../offices/translated.ts'
import type { IntakeChannel } from '../../offices/vocabulary.ts'
import type { Day, Instant } from '../../shared/instant.ts'
import { type GivenIdentity, readIdentity } from '../reporter-identity.ts'
import { asCompared, type Columns, knownChannel, knownStatus, readDay, type WrittenDay } from './book-layout.ts'

interface Meant {
  readonly category: string
  readonly status: BookStatus
  readonly channel: IntakeChannel
}

export interface Reading {
  /** The sheet's index, counted from 0. */
  readonly sheet: number
  /** It is 0 if there are none. */
  readonly headingRow: number
  readonly columns: Columns
  /** Meanings that the office gave for words of the book, in compared form. */
  readonly meanings: { readonly [F in keyof Meant]: Readonly<Record<string, Meant[F]>> }
  /** Values for cells that are empty or have no known meaning. */
  readonly otherwise: Meant
}

export interface OldCase {
  readonly row: number
  readonly oldNumber: string | null
  readonly receivedAt: Instant
  readonly receivedDay: Day
  readonly category: string
  readonly channel: IntakeChannel
  readonly status: BookStatus
  readonly statusWritten: string | null
  readonly subject: string
  readonly story: string
  readonly place: string | null
  readonly reportedPerson: string | null
  readonly reporter: GivenIdentity
  readonly answer: string | null
  readonly closedAt: Instant | null
  readonly laporId: string | null
}

export interface ReadRow {
  readonly row: number
  readonly refused: RowRefusal | null
  readonly warnings: readonly RowWarning[]
  /** Words without a known meaning, in compared form. */
  readonly unknown: Readonly<Partial<Record<'category' | 'status' | 'channel', string>>>
  readonly found: OldCase | null
}

export interface BookUnit {
  readonly categories: readonly Pick<Category, 'code' | 'label' | 'active'>[]
  readonly calendar: OfficeCalendar
}

/** A cell of Excel is no longer. */
const LONGEST_CELL = 32_767
const LONGEST = {
  oldNumber: 100,
  subject: 160,
  name: 120,
  address: 300,
  phone: 25,
  email: 160,
  place: 200,
  person: 200,
}
/** Before the Republic there was no office to complain to. */
const EARLIEST_YEAR = '1945'

type Cells = (field: BookField) => string

interface Oddities {
  readonly warnings: RowWarning[]
  readonly unknown: { category?: string; status?: string; channel?: string }
}

/**
 * Returns the case, or why there is none. Only invisible characters are removed from cells.
 * @param row as a spreadsheet counts, from 1
 */
export function readRow(
  cells: readonly string[],
  row: number,
  reading: Reading,
  { categories, calendar }: BookUnit,
  now: Instant,
): ReadRow {
  const { columns } = reading
  const at: Cells = (field) => withoutControls(cells[columns[field] ?? -1] ?? '')
  const today = localDateOf(now, calendar)
  const received = readReceived(at, today)
  const refused = typeof received === 'string' ? received : refusalOf(cells, columns, at)
  if (typeof received === 'string' || refused) return { row, refused, warnings: [], unknown: {}, found: null }

  const oddities: Oddities = { warnings: [], unknown: {} }
  const { warnings, unknown } = oddities
  const closed = readClosed(at, received.day, today, warnings)
  const answer = at('answer')
  const meanings = readMeanings(at, reading, categories, closed !== null || answer !== '', oddities)
  if (at('oldNumber') === '') warnings.push('no-number')
  const { reporter, isUnclear } = reporterIn(at)
  if (isUnclear) warnings.push('contact-unclear')
  const laporId = at('laporId') === '' ? null : laporIdIn(at('laporId'))
  if (at('laporId') !== '' && !laporId) warnings.push('lapor-unreadable')
  const words = readStory(at, warnings)
  if (findLeaks([at('subject'), at('story'), answer, at('place')].join('\n'), readIdentity(reporter)).length > 0) {
    warnings.push('names-reporter')
  }
  const momentOn = ({ day, time }: WrittenDay) => momentAt(dayNumberOf(day), time ?? NOON, calendar)
  const moment = momentOn(received)
  return {
    row,
    refused: null,
    warnings,
    unknown,
    found: {
      row,
      oldNumber: at('oldNumber') || null,
      // Noon replaces a missing time, but today's noon may still be ahead.
      receivedAt: moment > now ? now : moment,
      receivedDay: received.day,
      ...meanings,
      statusWritten: at('status') || null,
      ...words,
      place: at('place') || null,
      reportedPerson: at('reportedPerson') || null,
      reporter,
      answer: answer || null,
      closedAt: closed && momentOn(closed),
      laporId,
    },
  }
}

function readReceived(at: Cells, today: Day): WrittenDay | RowRefusal {
  if (at('receivedOn') === '') return 'no-date'
  const received = readDay(at('receivedOn'), yearOf(today))
  if (!received) return 'date-unreadable'
  if (received.day > today) return 'date-in-future'
  return received.day.slice(0, 4) < EARLIEST_YEAR ? 'date-too-old' : received
}

function refusalOf(cells: readonly string[], columns: Columns, at: Cells): RowRefusal | null {
  if (at('subject') === '' && at('story') === '') return 'no-words'
  const isTooLong =
    Object.values(columns).some((column) => (cells[column] ?? '').length > LONGEST_CELL) ||
    at('oldNumber').length > LONGEST.oldNumber ||
    at('place').length > LONGEST.place ||
    at('reportedPerson').length > LONGEST.person
  return isTooLong ? 'cell-too-long' : null
}

/** Returns `null` also for a day on which the case cannot have ended. */
function readClosed(at: Cells, received: Day, today: Day, warnings: RowWarning[]): WrittenDay | null {
  if (at('closedOn') === '') return null
  const closed = readDay(at('closedOn'), yearOf(today))
  if (closed && closed.day >= received && closed.day <= today) return closed
  warnings.push(closed ? 'closed-before-received' : 'closed-unreadable')
  return null
}

/** The office's meaning of a word comes before a known one. */
function readMeanings(
  at: Cells,
  { meanings, otherwise }: Reading,
  categories: BookUnit['categories'],
  bearsEnd: boolean,
  { warnings, unknown }: Oddities,
) {
  function meaning<F extends keyof Meant>(
    field: F,
    known: (compared: string) => Meant[F] | null,
    whenEmpty = otherwise[field],
  ): Meant[F] {
    const compared = asCompared(at(field))
    if (compared === '') return whenEmpty
    const found = Object.hasOwn(meanings[field], compared) ? meanings[field][compared] : known(compared)
    if (found !== null && found !== undefined) return found
    unknown[field] = compared
    warnings.push(`${field}-unknown`)
    return otherwise[field]
  }

  return {
    category: meaning('category', (compared) => categoryNamed(compared, categories)),
    status: meaning('status', knownStatus, bearsEnd ? 'closed' : otherwise.status),
    channel: meaning('channel', knownChannel),
  }
}

/** What does not fit into the subject begins the story, so that nothing is lost. */
function readStory(at: Cells, warnings: RowWarning[]): Pick<OldCase, 'subject' | 'story'> {
  const [written, story] = [at('subject'), at('story')]
  const subject = shorten(written === '' ? firstWordsOf(story) : written)
  if (written === '' || subject === written) return { subject, story: story || written }
  warnings.push('subject-shortened')
  return { subject, story: [written, story].filter(Boolean).join('\n\n') }
}

const yearOf = (day: Day): number => Number(day.slice(0, 4))

const NOON = '12:00'

const withoutControls = (cell: string): string =>
  cell
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\u2028\u2029]/gu, (character) => (character === '\n' || character === '\t' ? character : ' '))
    .trim()

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length <= LONGEST.subject ? line : `${line.slice(0, LONGEST.subject - 1).trimEnd()}…`
}

const firstWordsOf = (story: string): string => {
  const line = story.replace(/\s+/g, ' ')
  return line.length <= 100 ? line : `${line.slice(0, 100).replace(/\s\S*$/, '')}…`
}

function categoryNamed(compared: string, categories: BookUnit['categories']): string | null {
  const found = categories.find(
    ({ code, label, active }) =>
      active && [code, label.id, readIn(label, 'en')].some((name) => asCompared(name) === compared),
  )
  return found?.code ?? null
}

/** Contact details that are no phone number and no mail address go to the postal address, so that nothing is lost. */
function reporterIn(at: Cells): { reporter: GivenIdentity; isUnclear: boolean } {
  const name = at('name')
  const isNobody = /^(-+|anonim|anonymous|n\.?n\.?|tanpa nama|hamba allah|tidak (diketahui|disebutkan)|\?)$/i.test(name)
  const contacts = [at('contact'), at('phone'), at('email')].flatMap((cell) => cell.split(/[;/\n]|,\s/))
  const given = contacts.map((contact) => contact.trim()).filter((contact) => contact !== '' && contact !== '-')
  const email = given.find((contact) => contact.length <= LONGEST.email && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(contact))
  const phone = given.find((contact) => contact.length <= LONGEST.phone && /^\+?[\d\s().-]{6,}$/.test(contact))
  const others = given.filter((contact) => contact !== email && contact !== phone)
  const address = [at('address'), ...others].filter((part) => part !== '' && part !== '-').join(' · ')
  const reporter = {
    ...(name !== '' && !isNobody && { name: name.slice(0, LONGEST.name) }),
    ...(address !== '' && { address: address.slice(0, LONGEST.address) }),
    ...(phone && { phone }),
    ...(email && { email: email.toLowerCase() }),
  }
  const isCut = name.length > LONGEST.name || address.length > LONGEST.address
  return { reporter, isUnclear: others.length > 0 || isCut }
}
