import { describe, expect, it } from 'vitest'
import {
  type ApprovedPaper,
  approveLetter,
  approveUnasked,
  canBecome,
  editLetter,
  giveBackLetter,
  type Letter,
  letterExits,
  markArrived,
  markReturned,
  postLetter,
  printLetter,
  refuseUnlessApprovable,
  submitLetter,
  withdrawLetter,
} from '../../../service/keeping/letters/letter.ts'
import { type LetterState, letterStates } from '../../../service/offices/notice-vocabulary.ts'
import type { Day, Instant } from '../../../service/shared/instant.ts'
import type { StaffId } from '../../../service/storage/place.ts'
import type { Sealed } from '../../../service/storage/vault.ts'
import { refusalOf } from '../../support/refused.ts'
import { organisasi } from '../../support/two-units.ts'

const at = '2026-11-26T03:00:00.000Z' as Instant
const writer = 'penulis' as StaffId
const head = 'kepala' as StaffId
const step = { by: { kind: 'system' }, at } as const
const today = '2026-11-26' as Day

const paper: ApprovedPaper = {
  letterNumber: '001/BO/XI/2026',
  series: '2026',
  sequence: 1,
  day: '2026-11-25' as Day,
  paper: 'tertutup' as Sealed,
  addressMark: 'tanda',
  sha256: 'ab',
  fingerprint: 'AB-CD',
}

const aLetter = (details: Partial<Letter> = {}): Letter => ({
  tenant: organisasi,
  id: 'surat-1',
  version: 1,
  revision: 0,
  number: 'BO-2026-000001',
  category: 'illegal_levy',
  noticeId: 'kabar-1',
  event: 'completion_asked',
  language: 'id',
  state: 'draft',
  createdAt: at,
  changedAt: at,
  verifyId: 'periksa-1',
  approved: null,
  postedOn: null,
  returned: null,
  tellsCaseAt: null,
  content: {
    subject: 'Hal',
    body: 'Isi.',
    nature: 'ordinary',
    enclosures: '',
    signatory: null,
    writers: [],
    courierNumber: null,
    history: [],
  },
  ...details,
})

/** Each step of a letter, as staff take it. */
const steps = {
  submit: [(letter: Letter) => submitLetter(letter, writer, step), 'awaiting_approval'],
  giveBack: [(letter: Letter) => giveBackLetter(letter, step), 'draft'],
  approve: [(letter: Letter) => approveLetter(letter, paper, step), 'approved'],
  print: [(letter: Letter) => printLetter(letter, step), 'printed'],
  post: [(letter: Letter) => postLetter(letter, { on: today, courierNumber: null }, today, step), 'posted'],
  arrive: [(letter: Letter) => markArrived(letter, step), 'arrived'],
  return: [(letter: Letter) => markReturned(letter, 'moved', step), 'returned'],
  withdraw: [(letter: Letter) => withdrawLetter(letter, step), 'withdrawn'],
} as const

/** A person approves only what was handed in; a draft becomes approved only unasked. */
const leadsFrom = (step: string, from: LetterState, to: LetterState): boolean =>
  canBecome(from, to) && (step !== 'approve' || from === 'awaiting_approval')

describe('a letter', () => {
  for (const state of letterStates) {
    for (const [name, [take, to]] of Object.entries(steps)) {
      const goes = leadsFrom(name, state, to)
      it(`that is ${state} ${goes ? 'goes' : 'does not go'} on by ${name}`, () => {
        const letter = aLetter({ state, revision: 7 })
        if (!goes) return expect(refusalOf(() => take(letter))).toBe('letter/wrong-state')
        const after = take(letter)
        expect(after).toMatchObject({ state: to, revision: 8, changedAt: at })
        expect(after.content.history.map((line) => line.state)).toEqual([to])
      })
    }
  }

  it('does not leave a state from which nothing leads', () => {
    const last = letterStates.filter((state) => letterExits[state].length === 0)
    expect(last).toEqual(['arrived', 'returned', 'withdrawn'])
  })

  it('is approved by nobody who put words into it, unless nobody else is there', () => {
    const draft = { subject: 'Hal', body: 'Isi.', nature: 'ordinary', enclosures: '' } as const
    const signatory = { name: 'Dewi Peraga', position: 'Kepala', rank: '', nip: '' }
    const edited = editLetter(aLetter(), { ...draft, signatory }, head)
    const handedIn = submitLetter(edited, writer, step)
    expect(handedIn.content.writers).toEqual([head, writer])
    for (const one of [head, writer]) {
      expect(refusalOf(() => refuseUnlessApprovable(handedIn, one, ['Lain']))).toBe('letter/own-words')
      expect(() => refuseUnlessApprovable(handedIn, one, [])).not.toThrow()
    }
    expect(() => refuseUnlessApprovable(handedIn, 'lain' as StaffId, ['Lain'])).not.toThrow()
  })

  it('needs nobody to approve it only while it is a draft that nobody worked on', () => {
    const signing = { signatory: null, unsigned: true } as const
    const ready = (letter: Letter) => approveUnasked(letter, paper, signing, step)
    expect(ready(aLetter({ state: 'draft', revision: 0 }))).toMatchObject({ state: 'approved', approved: paper })
    expect(refusalOf(() => ready(aLetter({ state: 'draft', revision: 1 })))).toBe('letter/wrong-state')
    for (const state of letterStates.filter((one) => one !== 'draft')) {
      expect(refusalOf(() => ready(aLetter({ state, revision: 0 })))).toBe('letter/wrong-state')
    }
  })

  it('keeps its number when it is withdrawn', () => {
    const withdrawn = withdrawLetter(aLetter({ state: 'printed', approved: paper }), step)
    expect(withdrawn.approved?.letterNumber).toBe('001/BO/XI/2026')
  })

  it.each(['2026-11-24', '2026-11-27'])('is not posted on %s: before its own day, or still to come', (on) => {
    const printed = aLetter({ state: 'printed', approved: paper })
    const posting = () => postLetter(printed, { on: on as Day, courierNumber: null }, today, step)
    expect(refusalOf(posting)).toBe('request/invalid')
  })

  it('lets its case know once it left, came back or was withdrawn, and not before', () => {
    const telling = Object.entries(steps)
      .filter(([name, [take, to]]) => {
        const from = letterStates.find((state) => leadsFrom(name, state, to))
        return take(aLetter({ state: from ?? 'draft' })).tellsCaseAt !== null
      })
      .map(([name]) => name)
    expect(telling).toEqual(['post', 'arrive', 'return', 'withdraw'])
  })
})
