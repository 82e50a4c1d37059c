import { describe, expect, it } from 'vitest'
import { type ComplaintTalk, newComplaintTalk, questions } from '../../../service/filing/conversation/conversation.ts'
import {
  storyOf,
  subjectOf,
  type Turn,
  takeTurn,
  type UnitOffer,
} from '../../../service/filing/conversation/take-turn.ts'
import type { AnnouncedFile } from '../../../service/offices/channels/provider-news.ts'
import { DAY, type Instant, MINUTE, plusMilliseconds } from '../../../service/shared/instant.ts'
import { mintTenantId } from '../../../service/storage/place.ts'

const begin = '2026-11-24T03:00:00.000Z' as Instant

const unit = (slug: string, name: string, shortName = name): UnitOffer => ({
  id: mintTenantId(slug),
  name,
  shortName,
  categories: [
    { code: 'levy', label: 'Pungutan liar', privacy: ['named', 'confidential', 'anonymous'] },
    { code: 'slow', label: 'Layanan lambat', privacy: ['named'] },
  ],
  version: 3,
})
const one = [unit('dinas-a', 'Dinas Kesehatan')]
const two = [...one, unit('dinas-b', 'Dinas Pendidikan', 'Disdik')]
const story = 'Petugas di loket dua meminta lima puluh ribu rupiah hari Senin.'

/** Somebody who writes a message each minute. A message may have been written some minutes before it comes. */
function aTalker(offers: readonly UnitOffer[]) {
  let talk: ComplaintTalk = newComplaintTalk('6281200000077', 'rahasia', begin)
  let minute = 0
  return {
    says(
      text: string,
      {
        media = [],
        ago = 0,
        at = offers,
      }: { media?: readonly AnnouncedFile[]; ago?: number; at?: readonly UnitOffer[] } = {},
    ): Turn {
      minute++
      const turn = takeTurn(
        talk,
        { id: `pesan-${minute}`, at: plusMilliseconds(begin, (minute - ago) * MINUTE), text, media },
        at,
      )
      talk = turn.talk
      return turn
    },
    get talk() {
      return talk
    },
  }
}

const asked = ({ talk, next }: Turn) => [next, talk.asked]

describe('a complaint told by message', () => {
  it('takes at most six questions, and is filed with what was answered', () => {
    const { says } = aTalker(two)
    expect(questions).toHaveLength(6)
    expect(asked(says('Halo'))).toEqual(['asks', 'unit'])
    expect(asked(says('2'))).toEqual(['asks', 'category'])
    expect(asked(says('1'))).toEqual(['asks', 'story'])
    expect(asked(says(story))).toEqual(['asks', 'story'])
    expect(says('Ada kuitansi.', { media: [{ id: 'f1', name: 'foto' }] }).next).toBe('silent')
    expect(asked(says('Selesai.'))).toEqual(['asks', 'who'])
    expect(asked(says('bu Citra, loket dua'))).toEqual(['asks', 'name'])
    expect(asked(says('Siti Contoh'))).toEqual(['asks', 'confirm'])
    const last = says('kirim')
    expect(last.next).toBe('file')
    expect(last.talk).toMatchObject({
      unit: 'dinas-b',
      category: 'levy',
      who: 'bu Citra, loket dua',
      privacy: 'named',
      name: 'Siti Contoh',
      version: 3,
    })
    expect(storyOf(last.talk)).toBe(`${story}\nAda kuitansi.`)
    expect(subjectOf(last.talk)).toBe(story)
  })

  it('asks for no unit where there is one, and keeps what the first message told', () => {
    const { says } = aTalker(one)
    expect(asked(says(story))).toEqual(['asks', 'category'])
    const next = says('pungutan liar')
    expect([asked(next), storyOf(next.talk)]).toEqual([['asks', 'story'], story])
    expect(asked(says('selesai'))).toEqual(['asks', 'who'])
  })

  it('finds a unit by its name, and lists those that could be meant', () => {
    const many = Array.from({ length: 20 }, (_, at) => unit(`k-${at}`, `Kecamatan ${at} Jaya`)).concat(two)
    const { says } = aTalker(many)
    expect(says('halo').talk.listed).toEqual([])
    expect(asked(says('kecamatan'))).toEqual(['again', 'unit'])
    expect(says('dinas').talk.listed).toEqual(['dinas-a', 'dinas-b'])
    expect(says('1').talk.unit).toBe('dinas-a')
  })

  it.each(['0', '3', '99', 'x', '', '1.5'])('understands no %j where two are listed', (text) => {
    const { says } = aTalker(two)
    says('halo')
    expect(asked(says(text))).toEqual(['again', 'unit'])
  })

  it('ends at any question with "batal", also when that comes late', () => {
    for (const answers of [['halo'], ['halo', '1'], ['halo', '1', '1', story, 'selesai', 'lewat', 'tanpa nama']]) {
      const talker = aTalker(two)
      for (const answer of answers) talker.says(answer)
      expect(talker.says(' BATAL! ', { ago: 3 }).next).toBe('cancelled')
    }
  })

  it('takes nothing that was written before the last message as an answer, but keeps what it tells', () => {
    const talker = aTalker(one)
    for (const text of ['halo', '1', story, 'selesai', 'lewat', 'tanpa nama']) talker.says(text)
    expect(talker.talk.asked).toBe('confirm')
    expect(talker.says('kirim', { ago: 4 }).next).toBe('silent')
    expect(talker.says('Kejadiannya hari Jumat, bukan Senin.', { ago: 6 }).next).toBe('silent')
    expect(storyOf(talker.talk)).toBe(`Kejadiannya hari Jumat, bukan Senin.\n${story}`)
    expect(talker.says('kirim').next).toBe('file')
  })

  it('counts a message once, however often it comes', () => {
    const { talk } = aTalker(one)
    const heard = { id: 'sama', at: begin, text: story, media: [] }
    const first = takeTurn(talk, heard, one)
    expect(takeTurn(first.talk, heard, one)).toEqual({ talk: first.talk, next: 'silent' })
  })

  it.each([
    ['Siti Contoh', 'named', 'Siti Contoh'],
    ['rahasia Siti Contoh', 'confidential', 'Siti Contoh'],
    ['RAHASIA: Siti  Contoh', 'confidential', 'Siti Contoh'],
    ['tanpa nama', 'anonymous', null],
    ['Anonim.', 'anonymous', null],
  ])('reads %j as %s', (text, privacy, name) => {
    const talker = aTalker(one)
    for (const answer of ['halo', '1', story, 'selesai', 'lewat']) talker.says(answer)
    expect(talker.says(text).talk).toMatchObject({ privacy, name, asked: 'confirm' })
  })

  it.each([
    'rahasia',
    'ya',
    '1',
    'saya tidak mau menyebut nama',
    'jangan disebut',
    'kenapa harus?',
    'boleh tanpa nama?',
  ])('takes %j for nobody’s name', (text) => {
    const talker = aTalker(one)
    for (const answer of ['halo', '1', story, 'selesai', 'lewat']) talker.says(answer)
    expect(asked(talker.says(text))).toEqual(['again', 'name'])
    expect(talker.talk.name).toBeNull()
  })

  it('offers only what the category allows', () => {
    const talker = aTalker(one)
    for (const answer of ['halo', '2', story, 'selesai', 'lewat']) talker.says(answer)
    expect(asked(talker.says('tanpa nama'))).toEqual(['again', 'name'])
    expect(asked(talker.says('Siti Contoh'))).toEqual(['asks', 'confirm'])
  })

  it('ends where its unit takes nothing any more', () => {
    const talker = aTalker(two)
    talker.says('halo')
    talker.says('2')
    expect(talker.says('1', { at: one }).next).toBe('no_unit')
    expect(takeTurn(talker.talk, { id: 'z', at: plusMilliseconds(begin, DAY), text: 'halo', media: [] }, []).next).toBe(
      'no_unit',
    )
  })

  it('holds no more than a story, whatever comes', () => {
    const talker = aTalker(one)
    talker.says('halo')
    talker.says('1')
    for (let at = 0; at < 50; at++) talker.says('panjang sekali '.repeat(100))
    expect(storyOf(talker.talk).length).toBeLessThanOrEqual(8_000)
    expect(JSON.stringify(talker.talk).length).toBeLessThan(20_000)
  })
})
