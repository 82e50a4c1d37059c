import { beforeAll, describe, expect, it } from 'vitest'
import { letterOffice } from '../support/a-letter-office.ts'
import { refusalIn } from '../support/a-problem.ts'
import { lettersOn, setLetters } from '../support/letters-on.ts'
import { officeDay } from '../support/office-days.ts'
import { oneService } from '../support/one-service.ts'
import { readPdf } from '../support/read-pdf.ts'
import { improved } from '../support/staff-acts.ts'

const service = oneService()
const office = letterOffice(service)
beforeAll(async () => {
  expect((await setLetters(service, lettersOn)).status).toBe(200)
})

const noticesOf = async (number: string) =>
  (await (await service.staff('kepala')).case(number)).notices.map(({ event, state }) => [event, state])
const statesOf = async (number: string) => (await office.lettersOf(number)).map(({ kind, state }) => `${kind} ${state}`)
const comes = (number: string, ...letters: readonly string[]) => expect.poll(() => statesOf(number)).toEqual(letters)
const act = async (mailbox: string, number: string, verb: string, body: Record<string, unknown> = {}) =>
  expect((await (await service.staff(mailbox)).act(number, verb, body)).status).toBe(200)
const textOf = async (ids: readonly string[]) =>
  readPdf(new Uint8Array(await (await office.print('petugas', ids)).arrayBuffer())).text.replace(/\s+/g, ' ')
const send = async (id: string) => {
  await office.print('petugas', [id])
  await office.done('petugas', id, 'post', { on: officeDay() })
}
const proposal = { outcome: 'substantiated', text: 'Pungutan itu tidak ada dasarnya.' }

describe('a letter that only says where the case stands', () => {
  it('is ready to be printed without anybody’s signature, and says so', async () => {
    const { number, id } = await office.aReceipt()
    await comes(number, 'receipt approved')
    const { letterNumber, acts } = await office.read(id, 'petugas')
    expect([letterNumber, acts]).toEqual([`${number}/1`, ['withdraw', 'print']])
    const text = await textOf([id])
    expect(text).toContain('tidak ditandatangani')
    expect(text).not.toContain('Dewi Peraga')
  })

  it('gives way to a later one while it is not printed, and its notice is not undelivered', async () => {
    const { number } = await office.aReceipt()
    await act('verifikator', number, 'verify')
    await comes(number, 'receipt withdrawn', 'progress approved')
    await expect
      .poll(() => noticesOf(number))
      .toEqual([
        ['received', 'unreachable'],
        ['in_progress', 'printing'],
      ])
    expect((await office.lettersOf(number)).map(({ replaced }) => replaced)).toEqual([true, false])
  })

  it('is not written once another letter has left', async () => {
    const { number, id } = await office.aReceipt()
    await comes(number, 'receipt approved')
    await send(id)
    await act('verifikator', number, 'verify')
    await expect
      .poll(() => noticesOf(number))
      .toEqual([
        ['received', 'sent'],
        ['in_progress', 'unreachable'],
      ])
    expect(await statesOf(number)).toEqual(['receipt posted'])
  })

  it('is still written where somebody asks for it', async () => {
    const { number, id } = await office.aReceipt()
    await comes(number, 'receipt approved')
    await send(id)
    await act('verifikator', number, 'verify')
    await expect.poll(() => noticesOf(number)).toContainEqual(['in_progress', 'unreachable'])
    const officer = await service.staff('petugas')
    const notice = (await officer.case(number)).notices.find(({ event }) => event === 'in_progress')
    expect((await officer.post(`/cases/${number}/notices/letter`, { notice: notice?.id })).status).toBe(200)
    await comes(number, 'receipt posted', 'progress draft')
  })
})

describe('the letter of an answer', () => {
  it('is signed with the answer, by who gave it, and takes the next number of the letter book', async () => {
    const { number } = await office.aReceipt()
    await act('kepala', number, 'verify')
    await act('petugas', number, 'propose-answer', proposal)
    await act('kepala', number, 'answer')
    const answer = await office.theLetter(number, 'decision')
    expect(answer).toMatchObject({ state: 'approved', signatory: { name: 'Dewi Peraga, S.H.' } })
    expect(answer.letterNumber).toMatch(/^\d{3}\/BO\/[IVX]+\/\d{4}$/)
    const text = await textOf([answer.id])
    for (const said of ['Pungutan itu tidak ada dasarnya.', 'Dewi Peraga, S.H.', 'NIP 19700101']) {
      expect(text).toContain(said)
    }
    expect((await office.read(answer.id)).history.at(1)).toMatchObject({ state: 'approved' })
  })

  it('bears the name of who decided, where the settings do not know them', async () => {
    const other = { name: 'Orang Lain, S.H.', position: 'Kepala Bagian', rank: '', nip: '' }
    expect((await setLetters(service, { ...lettersOn, signatories: [other] })).status).toBe(200)
    const { number } = await office.aReceipt()
    await act('kepala', number, 'verify')
    await act('kepala', number, 'answer', proposal)
    const letter = await office.theLetter(number, 'decision')
    expect((await setLetters(service, lettersOn)).status).toBe(200)
    expect(letter).toMatchObject({ state: 'approved', signatory: { name: 'Dewi Peraga' } })
  })

  it('is the second and last of a case, and stays whatever comes after it', async () => {
    const { number, id } = await office.aReceipt()
    await comes(number, 'receipt approved')
    await send(id)
    await act('verifikator', number, 'verify')
    await act('petugas', number, 'propose-answer', proposal)
    await act('kepala', number, 'answer')
    await comes(number, 'receipt posted', 'decision approved')
    const checkOn = officeDay(30)
    await act('petugas', number, 'close', { ...improved, checkOn })
    await expect.poll(() => noticesOf(number)).toContainEqual(['closed', 'unreachable'])
    expect(await statesOf(number)).toEqual(['receipt posted', 'decision approved'])
  })
})

describe('letters in the print queue', () => {
  const several = async () => {
    const receipts = [await office.aReceipt(), await office.aReceipt()]
    for (const { number } of receipts) await comes(number, 'receipt approved')
    const ids = receipts.map(({ id }) => id)
    expect((await office.print('petugas', ids)).status).toBe(200)
    return { receipts, letters: ids.map((id) => ({ id, revision: 2 })) }
  }

  it('are posted in one act', async () => {
    const { receipts, letters } = await several()
    const answer = await (await service.staff('petugas')).post('/letter-posts', { letters, on: officeDay() })
    expect(await answer.json()).toEqual({ posted: 2 })
    for (const { number } of receipts) expect(await noticesOf(number)).toEqual([['received', 'sent']])
  })

  it('all stay where one of them cannot be posted', async () => {
    const { letters } = await several()
    const { id } = await office.aReceipt()
    const all = { letters: [...letters, { id, revision: 1 }], on: officeDay() }
    const officer = await service.staff('petugas')
    expect(await refusalIn(officer.post('/letter-posts', all))).toBe('409 letter/wrong-state')
    const stale = { letters: [{ id: letters[0]?.id, revision: 1 }], on: officeDay() }
    expect(await refusalIn(officer.post('/letter-posts', stale))).toBe('409 letter/changed-meanwhile')
    expect((await office.read(letters[0]?.id ?? '')).state).toBe('printed')
    const others = (await service.staff('verifikator')).post('/letter-posts', { letters, on: officeDay() })
    expect(await refusalIn(others)).toBe('403 staff/not-permitted')
  })
})

describe('a letter with an officer’s own words', () => {
  it('still waits for an approval of its own', async () => {
    const { number, id } = await office.aDraft()
    expect(await statesOf(number)).toEqual(['receipt withdrawn', 'message draft'])
    expect((await office.read(id)).acts).toContain('submit')
  })

  it('says whose approval it waits for, once the head has put words into it', async () => {
    const { id } = await office.aDraft()
    expect((await office.read(id)).approvers).toEqual([
      { name: 'Dewi Peraga', position: expect.any(String), own: true },
    ])
    await office.edit('kepala', id, { body: 'Loket buka pukul 09.00.' })
    const { acts, approvers } = await office.done('petugas', id, 'submit')
    expect([acts.includes('approve'), approvers]).toEqual([false, []])
  })
})
