import { expect, it } from 'vitest'
import { refusalIn } from '../support/a-problem.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService()

async function anAnsweredCase() {
  const receipt = await service.unit().file()
  const head = await service.staff('kepala')
  await head.act(receipt.number, 'verify')
  await head.act(receipt.number, 'answer', { outcome: 'unsubstantiated', text: 'Tidak ada pungutan.' })
  return { ...receipt, head, reporter: service.unit().reporter(receipt) }
}

const ask = (receipt: { number: string; trackingCode: string }, act: string, more: Record<string, string> = {}) =>
  fetch(`${service.url}/t/bagian-organisasi/follow`, {
    method: 'POST',
    body: new URLSearchParams({ act, number: receipt.number, code: receipt.trackingCode, ...more }),
  })

it('who says that it is not solved is offered the objection while its time runs', async () => {
  const { number, head, reporter } = await anAnsweredCase()
  await head.act(number, 'close')
  expect((await reporter.follow()).unsatisfied).toBeNull()
  expect((await reporter.post('/rating', { stars: 4, solved: false })).status).toBe(201)
  const { unsatisfied, acts, status } = await reporter.follow()
  expect(status).toBe('closed')
  expect(unsatisfied).toMatchObject({ objection: true, text: expect.stringContaining('mengajukan keberatan sampai') })
  expect(acts).toContain('objection')
})

it('and is told where else to go once it is over', async () => {
  const { reporter } = await anAnsweredCase()
  await reporter.post('/acceptance', {})
  await reporter.post('/rating', { stars: 1, solved: true })
  const { unsatisfied, acts } = await reporter.follow()
  expect(unsatisfied?.objection).toBe(false)
  for (const said of ['Inspektorat', 'Ombudsman RI', 'gratis']) expect(unsatisfied?.text).toContain(said)
  expect(acts).not.toContain('objection')
})

it('who is content is offered nothing more', async () => {
  const { reporter } = await anAnsweredCase()
  await reporter.post('/rating', { stars: 5, solved: true })
  expect((await reporter.follow()).unsatisfied).toBeNull()
})

it('the rating is given without JavaScript too, and only as it should be', async () => {
  const filed = await anAnsweredCase()
  const page = await (await ask(filed, 'open')).text()
  expect(page).toContain('Apakah masalah Anda selesai?')
  for (const wrong of [{}, { stars: '6', solved: 'yes' }, { stars: '2' }, { stars: 'x', solved: 'mungkin' }]) {
    expect((await ask(filed, 'rating', wrong)).status).toBe(400)
  }
  const rated = await ask(filed, 'rating', { stars: '2', solved: 'no', text: 'Uang belum kembali.' })
  expect(rated.status).toBe(200)
  const told = await rated.text()
  for (const said of ['Penilaian Anda tersimpan', 'mengajukan keberatan sampai', 'Alasan keberatan']) {
    expect(told).toContain(said)
  }
  expect(told).not.toContain('name="stars"')
  expect(await refusalIn(filed.reporter.post('/rating', { stars: 5, solved: true }))).toBe('409 rating/already-given')
})
