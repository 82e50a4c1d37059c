import { describe, expect, it } from 'vitest'
import type { CaseRegister } from '../../service/contract/case-view.ts'
import { problemOf } from '../support/a-problem.ts'
import { oneService } from '../support/one-service.ts'
import { readPdf } from '../support/read-pdf.ts'

const service = oneService()
const reason = 'Pelapor mengadukan layanan yang lambat, bukan pungutan.'

describe('a correction', () => {
  it('is told to the reporter in plain sentences, with what it was, what it is and why', async () => {
    const office = service.unit()
    const receipt = await office.file()
    const verifier = await service.staff('verifikator')
    const body = { category: 'maladministration', reportedPerson: 'Petugas loket 3', reason }
    expect((await verifier.act(receipt.number, 'correct', body)).status).toBe(200)

    const { history, category } = await office.reporter(receipt).follow()
    expect(category.code).toBe('maladministration')
    expect(history.at(-1)).toMatchObject({ event: 'corrected', label: 'Data pengaduan diperbaiki' })
    const text = history.at(-1)?.text ?? ''
    expect(text).toContain('Kategori diubah dari “Pungutan lain-lain oleh petugas” menjadi “Maladministrasi”.')
    expect(text).toContain('Orang yang diadukan diisi “Petugas loket 3”.')
    expect(text).toContain(`Alasannya: ${reason}`)
    expect((await verifier.case(receipt.number)).notices.map(({ event }) => event)).toEqual(['received', 'message'])
  })

  it('leaves the receipt the paper that it was', async () => {
    const office = service.unit()
    const receipt = await office.file()
    const paper = async () =>
      readPdf(new Uint8Array(await (await office.reporter(receipt).get('/receipt.pdf')).arrayBuffer())).text
    const check = async () => (await fetch(service.url + new URL(receipt.verifyUrl).pathname)).text()
    const [paperBefore, checkBefore] = [await paper(), await check()]
    const verifier = await service.staff('verifikator')
    const earlier = new Date(Date.parse(receipt.receivedAt) - 3 * 86_400_000).toISOString()
    const body = { category: 'maladministration', channel: 'letter', receivedAt: earlier, reason }
    expect((await verifier.act(receipt.number, 'correct', body)).status).toBe(200)
    expect((await verifier.case(receipt.number)).receivedAt).toBe(earlier)
    expect(await paper()).toBe(paperBefore)
    expect(await check()).toBe(checkBefore)
  })

  it('moves the case to its right place in the register', async () => {
    const office = service.unit()
    const { number } = await office.file({ subject: 'Aduan yang salah kategori' })
    const verifier = await service.staff('verifikator')
    await verifier.act(number, 'correct', { category: 'maladministration', reason })
    const listed = async (category: string) => {
      const answer = await verifier.get(`/cases?category=${category}&q=salah+kategori`)
      return ((await answer.json()) as CaseRegister).items.map((item) => item.number)
    }
    await expect.poll(() => listed('maladministration')).toContain(number)
    expect(await listed('illegal_levy')).not.toContain(number)
  })

  it('never touches the reporter’s own words', async () => {
    const { number } = await service.unit().file()
    const verifier = await service.staff('verifikator')
    const answer = await verifier.act(number, 'correct', { subject: 'Lain', chronology: 'Lain', reason })
    const { code, errors } = await problemOf(answer)
    expect([code, errors?.map(({ code: one }) => one)]).toEqual(['request/invalid', ['unknown-field', 'unknown-field']])
  })
})
