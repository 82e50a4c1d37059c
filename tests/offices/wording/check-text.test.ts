import { describe, expect, it } from 'vitest'
import { linksFrom } from '../../../service/http/links.ts'
import { noticeChannels, noticeEvents } from '../../../service/offices/notice-vocabulary.ts'
import { languages } from '../../../service/offices/vocabulary.ts'
import { tidyText } from '../../../service/offices/wording/check-text.ts'
import { defaultText } from '../../../service/offices/wording/default-text.ts'
import { type Judging, previewText } from '../../../service/offices/wording/preview-text.ts'
import { listWording } from '../../../service/offices/wording/read-wording.ts'
import { setNoticeLevel } from '../../../service/offices/wording/set-notice-level.ts'
import { smsParts } from '../../../service/offices/wording/sms-parts.ts'
import { standardLevels } from '../../../service/offices/wording/text-for.ts'
import {
  slotNamed,
  type WordingSlot,
  withVersion,
  wordingSlots,
} from '../../../service/offices/wording/unit-wording.ts'
import { openWordingStore } from '../../../service/offices/wording/wording-store.ts'
import { bagianOrganisasi } from '../../../service/running/demo/bagian-organisasi.ts'
import { type Instant, MINUTE, plusMilliseconds } from '../../../service/shared/instant.ts'
import type { StaffId } from '../../../service/storage/place.ts'
import { aDesk, staffWith } from '../../support/a-desk.ts'
import { anOpenHouse } from '../../support/a-vault.ts'
import { itInEach } from '../../support/in-each.ts'
import { laterRefusalOf } from '../../support/refused.ts'

const now = '2026-11-26T03:00:00.000Z' as Instant
const link = 'https://aduan.example/t/bagian-organisasi/follow'
const email: WordingSlot = { event: 'completion_asked', channel: 'email', language: 'id' }
const sms: WordingSlot = { ...email, channel: 'sms' }
const good = 'Pengaduan {nomor}: {tautan}'

const judging = (details: Partial<Judging> = {}): Judging => ({
  settings: bagianOrganisasi,
  level: 'with_content',
  link,
  now,
  ...details,
})
const preview = (text: string, { slot = email, subject = 'Kabar', level = judging().level } = {}) =>
  previewText({ subject, text }, slot, judging({ level }))
const problems = (...written: Parameters<typeof preview>) =>
  preview(...written).problems.map(({ path, code, words }) => `${path} ${code} ${words ?? ''}`.trim())

describe('a text', () => {
  it.each([
    ['', ['text required', 'text needs-number {nomor}', 'text needs-link {tautan}']],
    ['Pengaduan {nomor}', ['text needs-link {tautan}']],
    ['Lihat {tautan}', ['text needs-number {nomor}']],
    [`${good} {nomer}`, ['text unknown-place {nomer}']],
    [`${good} {number}`, ['text unknown-place {number}']],
    [`${good} {__proto__} {constructor}`, ['text unknown-place {__proto__}', 'text unknown-place {constructor}']],
    [`${good} {}`, ['text unknown-place {}']],
    [`${good} {hasil}`, ['text place-not-here {hasil}']],
    [`${good} {nama}`, ['text place-not-here {nama}']],
    [`${good} {`, ['text unbalanced-braces']],
    [`${good} }{`, ['text unbalanced-braces']],
    [`${good} {{nomor}}`, ['text unbalanced-braces']],
    [`${good} {no\nmor}`, ['text unbalanced-braces']],
    [`${good} \u202Egnp.exe`, ['text forbidden-characters U+202E']],
    [`${good} \u0007`, ['text forbidden-characters U+0007']],
    [`${good} \u200B`, ['text forbidden-characters U+200B']],
    [`${good} \uD800`, ['text forbidden-characters U+D800']],
    [`${good} \u2028x`, ['text forbidden-characters U+2028']],
    [`${good} ${'a'.repeat(5_000)}`, ['text too-long']],
    [good, []],
    [`${good} 👩‍👧 «ya» $& \\1 <b>`, []],
  ])('“%s” is told what is wrong with it', (text, expected) => {
    expect(problems(text)).toEqual(expected)
  })

  it.each([
    ['', ['subject required']],
    ['Kabar\r\nBcc: siapa@contoh.example', ['subject one-line']],
    ['Kabar\nlain', ['subject one-line']],
    ['Kabar\u2028lain', ['subject one-line']],
    ['Kabar\u0000', ['subject forbidden-characters U+0000']],
    ['{nomer}', ['subject unknown-place {nomer}']],
    ['x'.repeat(151), ['subject too-long']],
    ['{nomor} ada kabar', []],
  ])('with the subject “%s” is told what is wrong with it', (subject, expected) => {
    expect(problems(good, { subject })).toEqual(expected)
  })

  it('for a telephone has no subject, whatever stands there', () => {
    expect(problems(good, { slot: sms, subject: 'a\nb' })).toEqual([])
    expect(tidyText({ subject: 'a\nb', text: good }, sms).subject).toBe('')
  })

  it('of a letter needs the number alone', () => {
    expect(problems('Pengaduan {nomor}', { slot: { ...email, channel: 'letter' } })).toEqual([])
  })

  it('by SMS takes no more than four messages', () => {
    expect(problems(`${good} ${'a'.repeat(500)}`, { slot: sms })).toEqual([])
    expect(problems(`${good} ${'a'.repeat(600)}`, { slot: sms })).toEqual(['text too-long'])
    expect(problems(`${good} ${'é’'.repeat(140)}`, { slot: sms })).toEqual(['text too-long'])
  })

  it('in English has the English places', () => {
    const english = { ...email, language: 'en' } as const
    expect(problems('Complaint {number}: {link}, by {due_date}', { slot: english })).toEqual([])
    expect(problems('Complaint {nomor}: {link}', { slot: english })).toContain('text unknown-place {nomor}')
  })

  it('with thousands of wrong places is told the first ten, at once', () => {
    const hostile = Array.from({ length: 4_000 }, (_, at) => `{x${at}}`).join('')
    expect(problems(hostile)).toHaveLength(10)
    expect(problems(`${'{'.repeat(9_000)}${' '.repeat(9_000)}x`)).toContain('text unbalanced-braces')
  })

  it('is kept without blanks at the ends of lines and with one empty line between paragraphs', () => {
    const untidy = { subject: ' Kabar ', text: '\r\nSatu  \r\n\r\n\r\n\r\nDua\t\rTiga  ' }
    expect(tidyText(untidy, email)).toEqual({ subject: 'Kabar', text: 'Satu\n\nDua\nTiga' })
  })

  itInEach(
    wordingSlots,
    'of our own passes for every notice, channel and language, at the level that a unit begins with',
    (slot) => {
      const { event, channel, language } = slot
      const ours = defaultText(event, channel, language)
      const { problems: wrong, beyond, telling } = previewText(ours, slot, judging({ level: standardLevels[channel] }))
      expect({ wrong, beyond, telling }).toEqual({ wrong: [], beyond: [], telling: [] })
    },
  )
})

describe('what a channel may carry', () => {
  it.each([
    ['number_and_link', good, [], 'number_and_link'],
    ['number_and_link', `${good} {status}`, ['status'], 'with_status'],
    ['with_status', `${good} {batas_waktu}`, [], 'with_status'],
    ['with_status', `${good} {permintaan} {batas_waktu}`, ['asked'], 'with_content'],
    ['number_and_link', `${good} {permintaan} {batas_waktu}`, ['dueDate', 'asked'], 'with_content'],
    ['with_content', `${good} {permintaan}`, [], 'with_content'],
  ] as const)('at %s: “%s”', (level, text, beyond, needs) => {
    expect(preview(text, { level })).toMatchObject({ beyond, needs })
  })

  it('holds for the subject too', () => {
    expect(preview(good, { subject: '{status}', level: 'number_and_link' }).beyond).toEqual(['status'])
  })
})

describe('words that tell of somebody are warned of', () => {
  const unit = {
    ...bagianOrganisasi,
    contact: { ...bagianOrganisasi.contact, telephone: '(0274) 555-0100', email: 'kantor@contoh.example' },
  }
  const telling = (text: string) =>
    previewText({ subject: 'Kabar', text: `${good} ${text}` }, email, judging({ settings: unit })).telling.map(
      ({ kind, words }) => `${kind} ${words}`,
    )

  it.each([
    ['Hubungi 0812-0000-0001', ['phone 0812-0000-0001']],
    ['WA +62 812 0000 0001', ['phone +62 812 0000 0001']],
    ['tulis ke siti@contoh.example.', ['email siti@contoh.example.']],
    ['NIK 3404010101010001', ['nik 3404010101010001']],
    ['tentang maladministrasi Anda', ['category Maladministrasi']],
    ['about OTHER levies by officers', ['category Other levies by officers']],
    ['telepon (0274) 555-0100 atau 0274 5550100, surel kantor@contoh.example', []],
    ['buka 08.00–15.30, Jalan Contoh 12, tahun 2026', []],
  ])('%s', (text, expected) => {
    expect(telling(text)).toEqual(expected)
  })
})

describe('an SMS', () => {
  it.each([
    ['', 'plain', 1, 160],
    ['a'.repeat(160), 'plain', 1, 0],
    ['a'.repeat(161), 'plain', 2, 145],
    ['a'.repeat(306), 'plain', 2, 0],
    ['a'.repeat(307), 'plain', 3, 152],
    ['€'.repeat(80), 'plain', 1, 0],
    // The extended letter is not torn in two, so it begins the next message.
    [`${'a'.repeat(152)}€${'a'.repeat(151)}`, 'plain', 2, 0],
    [`${'a'.repeat(152)}€${'a'.repeat(152)}`, 'plain', 3, 152],
    ['’'.repeat(70), 'wide', 1, 0],
    ['’'.repeat(71), 'wide', 2, 63],
    ['😀'.repeat(35), 'wide', 1, 0],
    [`${'😀'.repeat(33)}a😀`, 'wide', 1, 1],
    [`${'😀'.repeat(36)}`, 'wide', 2, 61],
  ] as const)('“%s” counts as the telephone counts it', (text, alphabet, parts, left) => {
    expect(smsParts(text)).toEqual({ alphabet, parts, left })
  })
})

describe('the preview', () => {
  it('fills every place with invented words, for each notice, channel and language', () => {
    for (const slot of wordingSlots) {
      const { subject, text } = previewText(defaultText(slot.event, slot.channel, slot.language), slot, judging())
      expect(`${subject}${text}`).not.toMatch(/[{}]|undefined/)
      expect(text).toContain('BO-2026-000123')
    }
    expect(wordingSlots).toHaveLength((noticeEvents.length * noticeChannels.length - 1) * languages.length)
  })

  it('leaves a wrong place as it was written, so that one sees it', () => {
    expect(preview(`${good} {nomer}`).text).toBe(`Pengaduan BO-2026-000123: ${link} {nomer}`)
  })
})

describe('the versions of a text', () => {
  const admin = 'admin' as StaffId
  const say = (text: string) => ({ subject: '', text })

  it('are numbered on, and a hundred are kept', () => {
    let versions = withVersion([], say('0'), admin, now)
    for (let at = 1; at < 130; at++) versions = withVersion(versions, say(String(at)), admin, now)
    expect(versions).toHaveLength(100)
    expect(versions.at(-1)).toEqual({ number: 130, at: now, by: admin, text: say('129') })
  })

  it('do not grow by what says the same', () => {
    const versions = withVersion([], say('a'), admin, now)
    expect(withVersion(versions, say('a'), admin, now)).toBe(versions)
    expect(withVersion([], null, admin, now)).toEqual([])
  })

  it.each(['__proto__', 'constructor', 'received.email', 'received.email.id.x', ''])('“%s” names none', (id) => {
    expect(slotNamed(id)).toBeNull()
  })
})

async function anAdmin(minutesAgo: number) {
  const { ports } = await aDesk()
  const { store } = await anOpenHouse()
  const confirmedAt = plusMilliseconds(ports.now(), -minutesAgo * MINUTE)
  return {
    ports: { ...ports, wordings: await openWordingStore(store), links: linksFrom('https://aduan.example') },
    admin: { ...staffWith(['tenant_admin']), confirmedAt },
  }
}

describe('an admin who proved long ago who they are', () => {
  it('cannot have a channel carry more, and it is as it was', async () => {
    const { ports, admin } = await anAdmin(11)
    const change = setNoticeLevel(ports, admin, { channel: 'sms', level: 'with_status' })
    expect(await laterRefusalOf(change)).toBe('session/confirmation-needed')
    expect((await listWording(ports, admin)).levels.sms).toBe('number_and_link')
  })

  it('can have it carry less', async () => {
    const { ports, admin } = await anAdmin(11)
    const { levels } = await setNoticeLevel(ports, admin, { channel: 'letter', level: 'number_and_link' })
    expect(levels.letter).toBe('number_and_link')
  })
})

it('an admin who has just proved who they are has a channel carry more', async () => {
  const { ports, admin } = await anAdmin(9)
  const { levels } = await setNoticeLevel(ports, admin, { channel: 'sms', level: 'with_content' })
  expect(levels).toMatchObject({ sms: 'with_content', email: 'number_and_link' })
})
