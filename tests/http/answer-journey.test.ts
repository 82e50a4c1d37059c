import { describe, expect, it } from 'vitest'
import { refusalIn } from '../support/a-problem.ts'
import { officeDay } from '../support/office-days.ts'
import { oneService } from '../support/one-service.ts'
import { improved } from '../support/staff-acts.ts'

const service = oneService()

async function anAnsweredCase() {
  const office = service.unit()
  const receipt = await office.file()
  const { number } = receipt
  const head = await service.staff('kepala')
  const handler = await service.staff('petugas')
  const steps = [
    await head.act(number, 'verify'),
    await head.act(number, 'dispatch', { handler: handler.session.staff.id, instruction: 'Panggil petugas loket.' }),
    await handler.act(number, 'propose-answer', { outcome: 'substantiated', text: 'Uang dikembalikan.' }),
  ]
  expect(steps.map(({ status }) => status)).toEqual([200, 200, 200])
  return { office, receipt, number, head, handler, reporter: office.reporter(receipt) }
}

describe('an answer', () => {
  it('says so, to the desk and to the reporter, where one person proposed and signed it', async () => {
    const { reporter, head, number } = await anAnsweredCase()
    expect((await head.act(number, 'return-answer', { text: 'Saya tulis sendiri.' })).status).toBe(200)
    const own = { outcome: 'substantiated', text: 'Uang dikembalikan hari ini.' }
    expect((await head.act(number, 'propose-answer', own)).status).toBe(200)
    expect((await head.act(number, 'answer')).status).toBe(200)
    const alone = '(mengusulkan dan menandatangani sendiri)'
    expect((await reporter.follow()).answer?.by).toBe(`Kepala Bagian Organisasi ${alone}`)
    expect((await head.case(number)).answer?.by).toBe(`Dewi Peraga (Kepala Bagian Organisasi) ${alone}`)
  })

  it('is not read by the reporter before the head approves it', async () => {
    const { reporter, head, number } = await anAnsweredCase()
    const waiting = await reporter.follow()
    expect(waiting).toMatchObject({ status: 'awaiting_approval', answer: null })
    expect(JSON.stringify(waiting)).not.toContain('Uang dikembalikan.')

    expect((await head.act(number, 'answer')).status).toBe(200)
    const answered = await reporter.follow()
    expect(answered).toMatchObject({
      status: 'answered',
      answer: { outcome: 'substantiated', text: 'Uang dikembalikan.', by: 'Kepala Bagian Organisasi' },
      acts: ['message', 'evidence', 'objection', 'rating', 'acceptance'],
    })
    expect(answered.clocks.find(({ clock }) => clock === 'objection_window')).toMatchObject({ stoppedAt: null })
    expect(JSON.stringify(answered)).not.toContain('Panggil petugas loket.')
  })

  it('is accepted, and rated once', async () => {
    const { reporter, head, number } = await anAnsweredCase()
    await head.act(number, 'answer')
    expect((await reporter.post('/acceptance', {})).status).toBe(201)
    expect((await reporter.post('/rating', { stars: 5, solved: true, text: 'Cepat.' })).status).toBe(201)
    expect(await reporter.follow()).toMatchObject({ status: 'closed', rating: { stars: 5, solved: true }, acts: [] })
    expect(await refusalIn(reporter.post('/rating', { stars: 1, solved: false }))).toBe('409 rating/already-given')
    expect(await refusalIn(reporter.post('/objection', { text: 'Tapi…' }))).toBe('409 objection/window-over')
  })

  it('is objected to, and somebody other than who gave it decides', async () => {
    const { reporter, head, number, handler } = await anAnsweredCase()
    await head.act(number, 'answer')
    expect((await reporter.post('/objection', { text: 'Uang belum saya terima.' })).status).toBe(201)
    expect(await reporter.follow()).toMatchObject({ status: 'objected' })

    const decision = { upheld: true, text: 'Kami periksa lagi.' }
    expect(await refusalIn(head.act(number, 'decide-objection', decision))).toBe('403 objection/own-answer')
    expect(await refusalIn(handler.act(number, 'decide-objection', decision))).toBe('403 staff/not-permitted')
  })

  it('is not objected to before there is one', async () => {
    const { reporter } = await anAnsweredCase()
    expect(await refusalIn(reporter.post('/objection', { text: 'Keberatan.' }))).toBe('409 case/wrong-status')
    expect(await refusalIn(reporter.post('/acceptance', {}))).toBe('409 case/wrong-status')
  })

  it('is closed by the office, which takes the objection from nobody', async () => {
    const { reporter, head, handler, number } = await anAnsweredCase()
    await head.act(number, 'answer')
    const closing = { text: 'Selesai.', ...improved, checkOn: officeDay(30) }
    expect(await refusalIn(handler.act(number, 'close', { text: 'Selesai.' }))).toBe('400 request/invalid')
    expect((await handler.act(number, 'close', closing)).status).toBe(200)
    const read = JSON.stringify([await reporter.follow(), await (await reporter.get('/own-data')).json()])
    expect(read).not.toContain(improved.change)
    expect((await reporter.follow()).acts).toEqual(['objection', 'rating'])
    expect((await reporter.post('/objection', { text: 'Belum selesai.' })).status).toBe(201)
  })
})

it('each step wrote a mail to the reporter, with number and link alone, that is kept where no provider is set up', async () => {
  const { number, reporter, head } = await anAnsweredCase()
  await head.act(number, 'answer')
  await reporter.post('/acceptance', {})
  const seen = async () => (await head.case(number)).notices
  await expect.poll(async () => (await seen()).every(({ state }) => state === 'kept')).toBe(true)
  expect((await seen()).map(({ event }) => event)).toEqual(['received', 'in_progress', 'answered', 'closed'])

  const admin = await service.staff('admin')
  const { items } = (await (await admin.get('/mailbox')).json()) as { items: { subject: string; text: string }[] }
  const mine = items.filter(({ text }) => text.includes(number))
  expect(mine).toHaveLength(4)
  expect(JSON.stringify(mine)).not.toContain('contoh.example')
  for (const { subject, text } of mine) {
    expect(text).toContain('/t/bagian-organisasi/follow')
    for (const secret of ['Siti', 'loket', 'Uang dikembalikan', 'Pungutan'])
      expect(subject + text).not.toContain(secret)
  }
})
