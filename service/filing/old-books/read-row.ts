import { laporIdIn } from '../../case/lapor-id.ts'
import { dayNumberOf } from '../../offices/calendar/day-number.ts'
import type { OfficeCalendar } from '../../offices/calendar/office-calendar.ts'
import { localDateOf, momentAt } from '../../offices/calendar/working-days.ts'
import { findLeaks } from '../../offices/names/find-leaks.ts'
import type { BookField, BookStatus, RowRefusal, RowWarning } from '../../offices/old-book-vocabulary.ts'
import type { Category } from '../../offices/tenants/tenant.ts'
import type { IntakeChannel } from '../../offices/vocabulary.ts'
import type { Day, Instant } from '../../shared/instant.ts'
import type { GivenIdentity } from '../reporter-identity.ts'
import { readIdentity } from '../reporter-identity.ts'
import type { Columns } from './guess-layout.ts'
import { asCompared, knownChannel, knownStatus } from './known-words.ts'
import { readDay } from './read-day.ts'

export interface Reading {
  /** The sheet's index, counted from 0. */
  readonly sheet: number
  /** It is 0 if there are none. */
  readonly headingRow: number
  readonly columns: Columns
  /** Meanings that the office gave for words of the book, in compared form. */
  readonly meanings: {
    readonly category: Readonly<Record<string, string>>
    readonly status: Readonly<Record<string, BookStatus>>
    readonly channel: Readonly<Record<string, IntakeChannel>>
  }
  /** Values for cells that are empty or have no known meaning. */
  readonly otherwise: { readonly category: string; readonly status: BookStatus; readonly channel: IntakeChannel }
}

export interface OldCase {
  readonly row: number
  readonly oldNumber: string | null
  readonly receivedAt: Instant
  readonly receivedDay: Day
  readonly category: string
  readonly channel: IntakeChannel
  readonly status: BookStatus
  /** As the book words it. */
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

/** The parts of a tenant that reading a row needs. */
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

/**
 * Returns the case, or why there is none. Only invisible characters are removed from cells.
 * @param row as a spreadsheet counts, from 1
 */
export function readRow(
  cells: readonly string[],
  row: number,
  { columns, meanings, otherwise }: Reading,
  { categories, calendar }: BookUnit,
  now: Instant,
): ReadRow {
  const at = (field: BookField): string => seen(cells[columns[field] ?? -1] ?? '')
  const warnings: RowWarning[] = []
  const unknown: { category?: string; status?: string; channel?: string } = {}
  const refused = (code: RowRefusal): ReadRow => ({ row, refused: code, warnings: [], unknown: {}, found: null })
  const today = localDateOf(now, calendar)

  const writtenDay = at('receivedOn')
  if (writtenDay === '') return refused('no-date')
  const received = readDay(writtenDay, Number(today.slice(0, 4)))
  if (!received) return refused('date-unreadable')
  if (received.day > today) return refused('date-in-future')
  if (received.day.slice(0, 4) < EARLIEST_YEAR) return refused('date-too-old')
  const [written, story] = [at('subject'), at('story')]
  if (written === '' && story === '') return refused('no-words')
  const oldNumber = at('oldNumber')
  const person = at('reportedPerson')
  const tooLong =
    Object.values(columns).some((column) => (cells[column] ?? '').length > LONGEST_CELL) ||
    oldNumber.length > LONGEST.oldNumber ||
    at('place').length > LONGEST.place ||
    person.length > LONGEST.person
  if (tooLong) return refused('cell-too-long')

  /** The office's meaning comes before a known one. */
  function meaning<Value extends string>(
    field: 'category' | 'status' | 'channel',
    told: Readonly<Record<string, Value>>,
    known: (compared: string) => Value | null,
    whenEmpty: Value,
    orElse: Value,
  ): Value {
    const compared = asCompared(at(field))
    if (compared === '') return whenEmpty
    const found = (Object.hasOwn(told, compared) ? told[compared] : null) ?? known(compared)
    if (found !== null && found !== undefined) return found
    unknown[field] = compared
    warnings.push(`${field}-unknown`)
    return orElse
  }

  const closed = at('closedOn') === '' ? null : readDay(at('closedOn'), Number(today.slice(0, 4)))
  if (at('closedOn') !== '' && !closed) warnings.push('closed-unreadable')
  const isOrdered = closed !== null && closed.day >= received.day && closed.day <= today
  if (closed && !isOrdered) warnings.push('closed-before-received')
  const answer = at('answer')
  const bearsEnd = isOrdered || answer !== ''
  const category = meaning(
    'category',
    meanings.category,
    (compared) => categoryNamed(compared, categories),
    otherwise.category,
    otherwise.category,
  )
  const status = meaning(
    'status',
    meanings.status,
    knownStatus,
    bearsEnd ? 'closed' : otherwise.status,
    otherwise.status,
  )
  const channel = meaning('channel', meanings.channel, knownChannel, otherwise.channel, otherwise.channel)
  if (oldNumber === '') warnings.push('no-number')
  const { reporter, isUnclear } = reporterIn(at)
  if (isUnclear) warnings.push('contact-unclear')
  const laporId = at('laporId') === '' ? null : laporIdIn(at('laporId'))
  if (at('laporId') !== '' && !laporId) warnings.push('lapor-unreadable')
  const subject = shortened(written === '' ? firstWordsOf(story) : written)
  const isShortened = written !== '' && subject !== written
  if (isShortened) warnings.push('subject-shortened')
  const told = isShortened ? [written, story].filter(Boolean).join('\n\n') : story || written
  if (findLeaks([written, story, answer, at('place')].join('\n'), readIdentity(reporter)).length > 0) {
    warnings.push('names-reporter')
  }
  const momentOn = ({ day, time }: { readonly day: Day; readonly time: string | null }) =>
    momentAt(dayNumberOf(day), time ?? NOON, calendar)
  const moment = momentOn(received)
  return {
    row,
    refused: null,
    warnings,
    unknown,
    found: {
      row,
      oldNumber: oldNumber || null,
      // Noon replaces a missing time, but today's noon may still be ahead.
      receivedAt: moment > now ? now : moment,
      receivedDay: received.day,
      category,
      channel,
      status,
      statusWritten: at('status') || null,
      subject,
      story: told,
      place: at('place') || null,
      reportedPerson: person || null,
      reporter,
      answer: answer || null,
      closedAt: closed && isOrdered ? momentOn(closed) : null,
      laporId,
    },
  }
}

const NOON = '12:00'

/** Removes control characters, except line ends. */
const seen = (cell: string): string =>
  cell
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\u2028\u2029]/gu, (character) => (character === '\n' || character === '\t' ? character : ' '))
    .trim()

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length <= LONGEST.subject ? line : `${line.slice(0, LONGEST.subject - 1).trimEnd()}…`
}

const firstWordsOf = (story: string): string => {
  const line = story.replace(/\s+/g, ' ')
  return line.length <= 100 ? line : `${line.slice(0, 100).replace(/\s\S*$/, '')}…`
}

/** Finds it by its code or by its name in either language. */
function categoryNamed(compared: string, categories: BookUnit['categories']): string | null {
  const found = categories.find(
    ({ code, label, active }) => active && [code, label.id, label.en].some((name) => asCompared(name) === compared),
  )
  return found?.code ?? null
}

/** Contact details that are no phone number and no mail address go to the postal address, so that nothing is lost. */
function reporterIn(at: (field: BookField) => string): { reporter: GivenIdentity; isUnclear: boolean } {
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
