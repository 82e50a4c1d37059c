import { expect, it } from 'vitest'
import { digest } from '../../../service/adapters/node-crypto/secrets.ts'
import { type LetterWriter, letterIdOf, startLetter } from '../../../service/case/notices/notice-queue.ts'
import { newNotice } from '../../../service/case/shape/notice.ts'
import { caseKeyOf } from '../../../service/case/store/case-seals.ts'
import { followLetters } from '../../../service/desk/letters/letter-access.ts'
import { printLetters } from '../../../service/desk/letters/letter-dispatch.ts'
import type { PrintOffice } from '../../../service/desk/letters/letter-document.ts'
import { letterWriter } from '../../../service/desk/letters/letter-drafts.ts'
import type { ApprovedPaper, Letter } from '../../../service/keeping/letters/letter.ts'
import type { LetterStore } from '../../../service/keeping/letters/letter-store.ts'
import type { NoticeEvent } from '../../../service/offices/notice-vocabulary.ts'
import { openWordingStore } from '../../../service/offices/wording/wording-store.ts'
import { letterLabels } from '../../../service/running/open-telling.ts'
import { aComplaint, head, mondayAtTen } from '../../support/a-complaint.ts'
import { aDesk, type Desk, staffWith } from '../../support/a-desk.ts'
import { lettersOn } from '../../support/letters-on.ts'
import { officeWith } from '../../support/office-with.ts'
import { laterRefusalOf } from '../../support/refused.ts'
import { sealedReporter } from '../../support/sealed-reporter.ts'
import { organisasi } from '../../support/two-units.ts'

/** A desk whose office writes letters. @param meanwhile happens between a letter's number and its keeping, once */
async function aLetterDesk(meanwhile: (writer: LetterWriter) => Promise<unknown> = async () => {}) {
  const desk = await aDesk()
  const { ports } = desk
  const office = await ports.tenants.get(organisasi)
  const letters = { ...lettersOn, letterhead: { ...lettersOn.letterhead, logo: null } }
  const settings = { ...office.settings, letters }
  await ports.tenants.replace({ ...office, settings })
  const writes: string[] = []
  let turn = meanwhile
  const watched: LetterStore = {
    ...ports.letters,
    async nextIn(...series) {
      const next = await ports.letters.nextIn(...series)
      const once = turn
      turn = async () => {}
      await once(writer)
      return next
    },
    async add(letter, key) {
      writes.push(letter.state)
      return ports.letters.add(letter, key)
    },
  }
  const writer = letterWriter(
    officeWith<PrintOffice>({
      ...ports,
      letters: watched,
      wordings: await openWordingStore(desk.allOfStore),
      letterLabels,
      renderLetters: async () => new Uint8Array(),
      signLetter: async () => ({ fingerprint: 'sidik', signature: 'tanda' }),
      digest,
      links: { follow: (unit) => unit, verify: (id) => id },
    }),
  )
  const kept = async (number: string) => ports.letters.ofCases(organisasi, [number])
  return { desk, writer, writes, kept, draft: (due: Due) => writer.draft(due) }
}

/** A notice of a case, as the deliverer brings it to who writes letters. */
type Due = Parameters<LetterWriter['draft']>[0]

let notices = 0

/** A case that the head answered, and whose reporter wants letters. */
async function aDueNotice({ ports, receive }: Desk, event: NoticeEvent, address: string | undefined = 'Jalan Misal 1') {
  const notice = newNotice(`kabar-${notices++}`, event, mondayAtTen)
  const given = { name: 'Siti Contoh', phone: '0812-0000-0001', ...(address && { address }) }
  const { identity, filing } = await sealedReporter(ports.vault, 'named', given)
  const answered = { event: 'answered', at: mondayAtTen, by: head, text: null, public: true } as const
  const { id: number } = await receive({
    ...aComplaint({ dossier: { history: [answered] } }),
    ...{ identity, filing, noticeChannels: ['letter'], notices: [notice] },
  })
  return { tenant: organisasi, number, notice }
}

it.each(['received', 'answered'] as const)('the letter of %s is ready with its first write', async (event) => {
  const { desk, draft, writes, kept } = await aLetterDesk()
  const due = await aDueNotice(desk, event)
  await draft(due)
  expect(writes).toEqual(['approved'])
  await draft(due)
  expect(await kept(due.number)).toMatchObject([{ id: letterIdOf(due.notice), state: 'approved', revision: 1 }])
})

it('takes the next number where another letter took its own meanwhile', async () => {
  const others: Due[] = []
  const { desk, draft, writes, kept } = await aLetterDesk(async (writer) => {
    for (const due of others) await writer.draft(due)
  })
  const due = await aDueNotice(desk, 'answered')
  others.push(await aDueNotice(desk, 'answered'))
  await draft(due)
  const letters = [...(await kept(others[0]?.number ?? '')), ...(await kept(due.number))]
  expect(letters.map(({ state, approved }) => [state, approved?.sequence])).toEqual([
    ['approved', 1],
    ['approved', 2],
  ])
  expect(writes).toEqual(['approved', 'approved', 'approved'])
})

it('stays a draft where the address is missing', async () => {
  const { desk, draft, kept } = await aLetterDesk()
  const due = await aDueNotice(desk, 'received', '')
  await draft(due)
  expect(await kept(due.number)).toMatchObject([{ state: 'draft', approved: null }])
})

/** The ready letter of another case, changed, is kept as one more letter of this case. */
async function copyLetter({ ports }: Desk, from: string, to: string, change: Partial<Letter>) {
  const [source, target] = [await ports.complaints.get(organisasi, from), await ports.complaints.get(organisasi, to)]
  const [kept] = await ports.letters.ofCases(organisasi, [from])
  if (!kept) throw new Error('No letter is there to be copied.')
  const letter = await ports.letters.open(kept, caseKeyOf(source))
  expect(await ports.letters.add({ ...letter, ...change, number: to }, caseKeyOf(target))).toBe(true)
}

it('stays a draft where a letter of another series has its number', async () => {
  const { desk, draft, kept } = await aLetterDesk()
  const [first, second] = [await aDueNotice(desk, 'answered'), await aDueNotice(desk, 'answered')]
  await draft(first)
  const approved = { ...(await kept(first.number))[0]?.approved, series: 'lain', letterNumber: '002/BO/XI/2026' }
  await copyLetter(desk, first.number, first.number, { id: 'lain', approved: approved as ApprovedPaper })
  await draft(second)
  expect(await kept(second.number)).toMatchObject([{ state: 'draft', approved: null }])
})

it.each([
  [0, 'approved', 1],
  [2, 'draft', 2],
] as const)('left as a draft at revision %i by an earlier version becomes %s', async (revision, state, after) => {
  const { desk, draft, kept } = await aLetterDesk()
  const [other, due] = [await aDueNotice(desk, 'received'), await aDueNotice(desk, 'received')]
  await draft(other)
  const left = { id: letterIdOf(due.notice), state: 'draft', approved: null, revision } as const
  await copyLetter(desk, other.number, due.number, left)
  await draft(due)
  expect(await kept(due.number)).toMatchObject([{ state, revision: after }])
})

/** A letter that was posted by a process that died before the case knew. */
async function aPostedLetter({ ports, receive }: Desk) {
  const notice = startLetter(newNotice('kabar-1', 'answered', mondayAtTen))
  const complaint = await receive({ ...aComplaint(), notices: [notice] })
  const letter: Omit<Letter, 'version'> = {
    tenant: organisasi,
    id: 'kabar-1-0',
    revision: 4,
    number: complaint.id,
    category: complaint.category,
    noticeId: notice.id,
    event: 'answered',
    language: 'id',
    state: 'posted',
    createdAt: mondayAtTen,
    changedAt: mondayAtTen,
    verifyId: 'periksa',
    approved: null,
    postedOn: null,
    returned: null,
    tellsCaseAt: mondayAtTen,
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
  }
  expect(await ports.letters.add(letter, caseKeyOf(complaint))).toBe(true)
  return { number: complaint.id, letter, key: caseKeyOf(complaint) }
}

const wokenUp = { deliverer: { wakeUp: () => {} } }

it('a case is told of its letter by the next process, once', async () => {
  const desk = await aDesk()
  const { number } = await aPostedLetter(desk)
  const stateOf = async () => (await desk.ports.complaints.get(organisasi, number)).notices[0]
  await followLetters({ ...desk.ports, ...wokenUp })
  expect(await stateOf()).toMatchObject({ state: 'printing' })

  desk.goOn(1)
  await followLetters({ ...desk.ports, ...wokenUp })
  await followLetters({ ...desk.ports, ...wokenUp })
  expect(await stateOf()).toMatchObject({ state: 'sent', attempts: [{ letter: 'kabar-1-0' }] })
  expect((await desk.ports.letters.find(organisasi, 'kabar-1-0'))?.tellsCaseAt).toBeNull()
})

it('a draft that is written once more after a crash stays the first one', async () => {
  const desk = await aDesk()
  const { letter, key } = await aPostedLetter(desk)
  expect(await desk.ports.letters.add({ ...letter, state: 'draft' }, key)).toBe(false)
  expect((await desk.ports.letters.find(organisasi, letter.id))?.state).toBe('posted')
})

it('a destroyed case leaves of its letters no words', async () => {
  const desk = await aDesk()
  const { letter, number } = await aPostedLetter(desk)
  await desk.ports.letters.strip(organisasi, number)
  const kept = await desk.ports.letters.find(organisasi, letter.id)
  expect(kept).toMatchObject({ state: 'posted', content: null })
})

const one = { id: 'surat-1', revision: 0 }
const two = { id: 'surat-2', revision: 0 }
const nothingIsSet = () => {
  throw new Error('No letter is there to be set.')
}

it('several letters are printed only by who has just proved who they are', async () => {
  const desk = await aDesk()
  const ports = officeWith<PrintOffice>({
    ...desk.ports,
    deliverer: { wakeUp: nothingIsSet },
    renderLetters: nothingIsSet,
    signLetter: nothingIsSet,
    digest: nothingIsSet,
    links: { follow: nothingIsSet, verify: nothingIsSet },
  })
  const officer = staffWith(['intake_officer'])
  expect(await laterRefusalOf(printLetters(ports, officer, [one, two]))).toBe('session/confirmation-needed')
  const confirmed = { ...officer, confirmedAt: desk.ports.now() }
  expect(await laterRefusalOf(printLetters(ports, confirmed, [one, two]))).toBe('letter/unknown')
  expect(await laterRefusalOf(printLetters(ports, officer, [one]))).toBe('letter/unknown')
  expect(await laterRefusalOf(printLetters(ports, staffWith(['verifier']), [one, two]))).toBe('staff/not-permitted')
})
