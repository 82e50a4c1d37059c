import { describe, expect, it } from 'vitest'
import type { PlaceValues } from '../../../service/offices/channels/notice-channel.ts'
import {
  disclosureLevels,
  noticeChannels,
  noticeEvents,
  noticePlaces,
} from '../../../service/offices/notice-vocabulary.ts'
import { languages } from '../../../service/offices/vocabulary.ts'
import { defaultText } from '../../../service/offices/wording/default-text.ts'
import { placesIn } from '../../../service/offices/wording/fill-text.ts'
import { placeNames, placesFor } from '../../../service/offices/wording/places.ts'
import { standardLevels, type TextRequest, textFor } from '../../../service/offices/wording/text-for.ts'
import { itInEach } from '../../support/in-each.ts'

const known = {
  office: 'Bagian Organisasi Sekretariat Daerah Kabupaten Contoh',
  officeShort: 'Bag. Organisasi',
  number: 'BO-2026-000123',
  link: 'https://aduan.contoh-kabupaten.example/t/bagian-organisasi/follow',
  // Of the one notice that carries a code.
  code: '123456',
}
const everything: PlaceValues = {
  ...Object.fromEntries(noticePlaces.map((place) => [place, `«${place}»`])),
  ...known,
}
const request = (details: Partial<TextRequest> = {}): TextRequest => ({
  event: 'completion_asked',
  channel: 'email',
  language: 'id',
  values: everything,
  level: 'with_content',
  privacy: 'named',
  own: null,
  ...details,
})
const every = languages.flatMap((language) =>
  noticeEvents.flatMap((event) => noticeChannels.map((channel) => [event, channel, language] as const)),
)

describe('our own words', () => {
  itInEach(every, 'have only places that the notice can have', ([event, channel, language]) => {
    const { subject, text } = defaultText(event, channel, language)
    const names = placesFor(event, channel).map((place) => placeNames[language][place])
    expect(placesIn(subject + text).filter((name) => !names.includes(name))).toEqual([])
    expect((subject + text).replace(/\{[^{}]+\}/g, '')).not.toMatch(/[{}]/)
  })

  itInEach(every, 'carry number, link and office when nothing else is known', ([event, channel, language]) => {
    const { subject, text } = textFor(request({ event, channel, language, values: known }))
    expect(text).toContain(known.number)
    expect(text).toContain(known.link)
    expect(`${subject}${text}`).not.toMatch(/[{}]|undefined|null|\[object/)
    if (channel === 'email') expect(text.split('\n')).toContain(known.link)
    if (channel === 'email' || channel === 'letter') expect(subject).toContain(known.number)
    else expect(subject).toBe('')
  })

  itInEach(every, 'say no more than number and link unless it is a letter', ([event, channel, language]) => {
    const { subject, text } = textFor(request({ event, channel, language, level: standardLevels[channel] }))
    if (channel !== 'letter') expect(subject + text).not.toMatch(/«/)
  })

  itInEach(
    languages.flatMap((language) => noticeEvents.map((event) => [event, language] as const)),
    'fit two plain SMS, with the link at the end',
    ([event, language]) => {
      const { text } = textFor(request({ event, language, channel: 'sms', values: known }))
      expect(text.endsWith(known.link)).toBe(true)
      expect(text).toMatch(/^[\n -_a-z]+$/)
      expect(text.length).toBeLessThanOrEqual(306)
    },
  )

  it.each(languages)('have a subject for each event in %s that no other event has', (language) => {
    const subjects = noticeEvents.map((event) => defaultText(event, 'email', language).subject)
    expect(new Set(subjects).size).toBe(noticeEvents.length)
  })

  it('say in the e-mail that it is automatic', () => {
    expect(textFor(request()).text).toContain('Surel ini dikirim otomatis')
  })

  it('leave out of a letter what is not known, and keep the rest', () => {
    const { text } = textFor(request({ channel: 'letter', values: { ...known, asked: 'Foto kuitansi' } }))
    expect(text).toContain('Hal yang perlu dilengkapi:\nFoto kuitansi')
    expect(text).not.toContain('paling lambat')
  })
})

describe('the words of a unit', () => {
  const own = {
    subject: 'Kabar {nomor}',
    text: 'Pengaduan {nomor}: {tautan}\n\nMohon lengkapi {permintaan}\n\nSampai {batas_waktu}',
  }

  it('go out filled where the unit has written some', () => {
    expect(textFor(request({ own }))).toEqual({
      isOwn: true,
      subject: `Kabar ${known.number}`,
      text: `Pengaduan ${known.number}: ${known.link}\n\nMohon lengkapi «asked»\n\nSampai «dueDate»`,
    })
  })

  it.each([
    ['number_and_link', 'named', 'Pengaduan BO-2026-000123: '],
    ['with_status', 'named', 'Sampai «dueDate»'],
    ['with_content', 'named', 'Mohon lengkapi «asked»'],
    ['with_content', 'confidential', 'Sampai «dueDate»'],
  ] as const)('at the level %s of a %s complaint go as far as “%s”', (level, privacy, said) => {
    const { text } = textFor(request({ own, level, privacy }))
    expect(text).toContain(said)
    expect(text.includes('«asked»')).toBe(level === 'with_content' && privacy === 'named')
    expect(text.includes('«dueDate»')).toBe(level !== 'number_and_link')
  })

  it('never carry what was written in a confidential complaint, whatever the level, but in a letter', () => {
    for (const channel of noticeChannels) {
      const { text } = textFor(request({ own, channel, privacy: 'confidential' }))
      expect(text.includes('«asked»')).toBe(channel === 'letter')
    }
  })

  it.each(disclosureLevels)('name the reporter at the level %s in letters alone', (level) => {
    const named = { subject: 'Kabar', text: 'Yth. {nama}\n\n{nomor} {tautan}' }
    for (const channel of noticeChannels) {
      const { text } = textFor(request({ own: named, channel, level }))
      expect(text.includes('«name»')).toBe(channel === 'letter')
    }
  })

  it('give way to ours when number or link would be lost with what may not be said', () => {
    const oneParagraph = { subject: '', text: 'Lengkapi {permintaan} pada {nomor}, {tautan}' }
    const { text } = textFor(request({ own: oneParagraph, channel: 'sms', level: 'number_and_link' }))
    expect(text).toBe(textFor(request({ channel: 'sms', level: 'number_and_link' })).text)
  })

  it('give way to ours when nothing would be left of the subject', () => {
    const { subject } = textFor(request({ own: { ...own, subject: '{permintaan}' }, level: 'with_status' }))
    expect(subject).toBe(textFor(request()).subject)
  })

  it('give way to ours when a case has more to say than the channel takes', () => {
    const values = { ...everything, asked: 'x'.repeat(9_000) }
    const said = (details: Partial<TextRequest>) => textFor(request({ values, ...details }))
    expect(said({ own, channel: 'sms' })).toEqual(said({ channel: 'sms' }))
    expect(said({ own, channel: 'sms' }).isOwn).toBe(false)
  })

  it.each(['{__proto__}', '{constructor}', '{toString}', '{nomer}', '{number}'])(
    'leave out a paragraph with %s, which is no place',
    (place) => {
      const { text } = textFor(request({ own: { subject: 'Kabar', text: `${own.text}\n\nLihat ${place}` } }))
      expect(text).not.toContain('Lihat')
    },
  )

  it('are filled once: what a person wrote is never read as a place', () => {
    const values = { ...everything, asked: '{nomor} $& {{tautan}} $1' }
    expect(textFor(request({ own, values })).text).toContain('Mohon lengkapi {nomor} $& {{tautan}} $1')
  })

  it('keep control characters and turned text out of a message, and line breaks out of a subject', () => {
    const values = { ...everything, asked: 'a\r\nBcc: x\u202Etxt.exe\u0000' }
    const asked = { subject: 'Kabar {permintaan}', text: own.text }
    const { subject, text } = textFor(request({ own: asked, values }))
    expect(subject).toBe('Kabar a Bcc: xtxt.exe')
    expect(text).not.toMatch(/[^\P{C}\n]/u)
  })

  it('of a hundred thousand braces are filled before anybody notices', () => {
    const text = `${'{'.repeat(50_000)}${'}'.repeat(50_000)}\n\n${own.text}`
    expect(textFor(request({ own: { subject: 'Kabar', text } })).text).toContain(known.link)
  })
})
