import { describe, expect, it } from 'vitest'
import { readIcs } from '../../../service/offices/calendar/read-ics.ts'
import { refusalOf } from '../../support/refused.ts'

const file = (...events: string[]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...events.flatMap((event) => ['BEGIN:VEVENT', event, 'END:VEVENT']),
    'END:VCALENDAR',
  ].join('\r\n')
const whole = (day: string, name: string, more = '') =>
  `DTSTART;VALUE=DATE:${day}\r\nSUMMARY:${name}${more && `\r\n${more}`}`
const named = (text: string) => readIcs(text).days.map(({ day, name }) => `${day} ${name}`)

describe('a calendar file', () => {
  it('gives the holidays of whole days, in order, and tells collective leave apart', () => {
    const read = readIcs(file(whole('20270311', 'Cuti bersama Idulfitri'), whole('20270101', 'Tahun Baru Masehi')))

    expect(read).toEqual({
      days: [
        { day: '2027-01-01', name: 'Tahun Baru Masehi', kind: 'national' },
        { day: '2027-03-11', name: 'Cuti bersama Idulfitri', kind: 'collective_leave' },
      ],
      leftOut: [],
    })
  })

  it('gives each day of an event that lasts several: the end is the day after', () => {
    expect(named(file(whole('20270310', 'Idulfitri', 'DTEND;VALUE=DATE:20270312')))).toEqual([
      '2027-03-10 Idulfitri',
      '2027-03-11 Idulfitri',
    ])
  })

  it('is read with folded lines, escapes, lone line feeds and a mark of its encoding', () => {
    const text = `\uFEFF${file(whole('20270514', 'Kenaikan\\, Yesus Kri\r\n stus\\nlibur'))}`.replaceAll('\r\n', '\n')

    expect(named(text)).toEqual(['2027-05-14 Kenaikan, Yesus Kristus libur'])
  })

  it('keeps the first of two names for a day', () => {
    expect(named(file(whole('20270101', 'Satu'), whole('20270101', 'Dua')))).toEqual(['2027-01-01 Satu'])
  })

  it('keeps alarms inside an event from being read as the event', () => {
    const alarm = 'BEGIN:VALARM\r\nSUMMARY:Bukan ini\r\nDTSTART;VALUE=DATE:20300101\r\nEND:VALARM'

    expect(named(file(`${alarm}\r\n${whole('20270101', 'Tahun Baru')}`))).toEqual(['2027-01-01 Tahun Baru'])
  })

  it.each([
    ['that repeats', whole('20270101', 'Tiap tahun', 'RRULE:FREQ=YEARLY;COUNT=100000'), 'repeats'],
    ['at an hour', 'DTSTART:20270101T080000Z\r\nSUMMARY:Rapat', 'has-time'],
    ['that lasts for months', whole('20270101', 'Lama', 'DTEND;VALUE=DATE:20280101'), 'too-long'],
    ['without a date', 'SUMMARY:Kapan?', 'no-date'],
    ['on a day that does not exist', whole('20270230', 'Palsu'), 'no-date'],
    ['of another age', whole('19000101', 'Dahulu'), 'out-of-range'],
    ['that was called off', whole('20270101', 'Batal', 'STATUS:CANCELLED'), 'cancelled'],
  ])('leaves out an event %s, and says so', (_, event, reason) => {
    expect(readIcs(file(event))).toMatchObject({ days: [], leftOut: [{ reason }] })
  })

  it.each([
    ['no calendar', '<html><script>alert(1)</script></html>'],
    ['empty', ''],
    ['in another encoding', file(whole('20270101', 'Tahun \uFFFDBaru'))],
    ['of two bytes a letter', [...file(whole('20270101', 'Tahun Baru'))].join('\0')],
  ])('that is %s is refused', (_, text) => {
    expect(refusalOf(() => readIcs(text))).toBe('calendar/not-ics')
  })

  it('that is huge is refused, by its letters or by its events', () => {
    expect(refusalOf(() => readIcs('B'.repeat(100_001)))).toBe('calendar/too-large')
    expect(refusalOf(() => readIcs(file(...Array<string>(601).fill('X:1'))))).toBe('calendar/too-large')
  })

  it('does no harm by its names: control and direction marks are gone, and none is longer than a line', () => {
    const [holiday] = readIcs(file(whole('20270101', `=HYPERLINK("x")\u202E\u0007${'A'.repeat(500)}`))).days

    expect(holiday?.name.length).toBeLessThanOrEqual(120)
    expect(holiday?.name).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  })

  it('made to be slow is read at once all the same', () => {
    const quotes = `DTSTART;A="${'x"y"'.repeat(10_000)}:20270101`
    const before = process.cpuUsage()
    readIcs(file(quotes, `SUMMARY;${'='.repeat(30_000)}`))
    expect(process.cpuUsage(before).user).toBeLessThan(1_000_000)
  })
})
