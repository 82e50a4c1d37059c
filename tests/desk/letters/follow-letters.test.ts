import { expect, it } from 'vitest'
import { startLetter } from '../../../service/case/notices/notice-queue.ts'
import { newNotice } from '../../../service/case/shape/notice.ts'
import { caseKeyOf } from '../../../service/case/store/case-seals.ts'
import { followLetters } from '../../../service/desk/letters/letter-access.ts'
import type { Letter } from '../../../service/keeping/letters/letter.ts'
import { aComplaint, mondayAtTen } from '../../support/a-complaint.ts'
import { aDesk, type Desk } from '../../support/a-desk.ts'
import { organisasi } from '../../support/two-units.ts'

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
