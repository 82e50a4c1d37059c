import { beforeAll, describe, expect, it } from 'vitest'
import type { PaperView } from '../../service/contract/papers.ts'
import { letterOffice } from '../support/a-letter-office.ts'
import { refusalIn } from '../support/a-problem.ts'
import { lettersOn, setLetters } from '../support/letters-on.ts'
import { officeDay } from '../support/office-days.ts'
import { oneService } from '../support/one-service.ts'
import { readPdf } from '../support/read-pdf.ts'
import { someMinutes } from '../support/some-paper-words.ts'

const service = oneService()
const office = letterOffice(service)
beforeAll(async () => {
  expect((await setLetters(service, lettersOn)).status).toBe(200)
})

const told = 'Bu Sekar Umpamawati di Jalan Misal 9, 0812-0000-7714'
const telling = /Sekar|Umpamawati|0000-?7714|Misal 9/

/** A named reporter whom staff wrote to by name, with a reason. */
async function aTellingCase() {
  const reporter = { name: 'Sekar Umpamawati', address: 'Jalan Misal 9', phone: '0812-0000-7714' }
  const { number } = await service.unit().file({ reporter: { ...reporter, channels: ['letter'] as const } })
  const verifier = await service.staff('verifikator')
  const message = { text: `${told}, silakan datang.`, leakReason: 'Pelapor meminta disapa.' }
  expect((await verifier.act(number, 'message', message)).status).toBe(200)
  return { number, id: (await office.theLetter(number, 'message')).id }
}

async function keepConfidential(number: string): Promise<void> {
  const done = await (await service.staff('petugas')).act(number, 'keep-confidential', {
    reason: 'Terlapor mengenalnya.',
  })
  expect(done.status).toBe(200)
}

const textOf = async (answer: Response) =>
  (await readPdf(new Uint8Array(await answer.arrayBuffer()))).text.replace(/\s+/g, ' ')

describe('a letter of a reporter who is kept confidential since', () => {
  it('has neither name, address nor phone for anybody, and is printed as it was read', async () => {
    const { number, id } = await aTellingCase()
    expect((await office.read(id)).body).toMatch(telling)
    await keepConfidential(number)
    for (const mailbox of ['petugas', 'verifikator', 'kepala', 'kustodian']) {
      const letter = await office.read(id, mailbox)
      expect(letter).toMatchObject({ covered: true, body: expect.stringContaining('silakan datang') })
      expect(
        JSON.stringify([letter, await office.lettersOf(number, mailbox), await office.list('draft', mailbox)]),
      ).not.toMatch(telling)
    }
    await office.done('petugas', id, 'submit')
    await office.done('kepala', id, 'approve')
    expect(await refusalIn(office.print('petugas', [id]))).toBe('403 letter/confidential')
    const [sheet = '', letter = ''] = (await textOf(await office.print('kustodian', [id]))).split(
      'PEMERINTAH KABUPATEN',
    )
    expect(sheet).toContain('Sekar Umpamawati')
    expect(letter).toContain('silakan datang')
    expect(letter).not.toMatch(telling)
  })

  it('that was approved before is printed as it was signed, by a custodian, and posted by who posts letters', async () => {
    const { number, id } = await aTellingCase()
    await office.done('petugas', id, 'submit')
    await office.done('kepala', id, 'approve')
    await keepConfidential(number)
    expect(JSON.stringify(await office.read(id, 'kepala'))).not.toMatch(telling)
    expect(await refusalIn(office.print('petugas', [id]))).toBe('403 letter/confidential')
    expect(await textOf(await office.print('kustodian', [id]))).toContain(told)
    expect(await office.done('petugas', id, 'post', { on: officeDay() })).toMatchObject({ state: 'posted' })
    for (const mailbox of ['petugas', 'kepala']) {
      expect(JSON.stringify(await office.read(id, mailbox))).not.toMatch(telling)
    }
  })
})

describe('minutes that named a reporter who is kept confidential since', () => {
  it('are read and printed without the name but by custodians', async () => {
    const { number } = await service.unit().file({
      reporter: { name: 'Sekar Umpamawati', address: 'Jalan Misal 9', phone: '0812-0000-7714' },
    })
    const officer = await service.staff('petugas')
    const paper = (await (await officer.post(`/cases/${number}/papers`, { kind: 'minutes' })).json()) as PaperView
    const words = { ...someMinutes(), remarks: `Hadir: ${told}.` }
    const written = await fetch(`${service.unit().api}/papers/${paper.id}`, {
      method: 'PUT',
      headers: { ...officer.headers, 'Content-Type': 'application/json' },
      body: JSON.stringify({ revision: paper.revision, words }),
    })
    const { revision } = (await written.json()) as PaperView
    expect((await officer.post(`/papers/${paper.id}/finish`, { revision })).status).toBe(200)
    await keepConfidential(number)
    const read = async (mailbox: string) => {
      const staff = await service.staff(mailbox)
      const shown = (await (await staff.get(`/papers/${paper.id}`)).json()) as PaperView
      return { shown, printed: await textOf(await staff.get(`/papers/${paper.id}/paper.pdf`)) }
    }
    const { shown, printed } = await read('petugas')
    expect(shown).toMatchObject({ covered: true, words: { remarks: expect.stringContaining('Hadir:') } })
    expect(JSON.stringify(shown)).not.toMatch(telling)
    expect(printed).not.toMatch(telling)
    const custodians = await read('kustodian')
    expect(custodians.shown).toMatchObject({ covered: false, words: { remarks: words.remarks } })
    expect(custodians.printed).toContain('Sekar Umpamawati')
  })
})
