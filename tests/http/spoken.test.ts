import { describe, expect, it } from 'vitest'
import type { TodayView } from '../../service/contract/register.ts'
import { problemOf } from '../support/a-problem.ts'
import { aSpokenCase } from '../support/a-spoken-case.ts'
import { aFiling } from '../support/an-office.ts'
import { oneService } from '../support/one-service.ts'
import { readPdf } from '../support/read-pdf.ts'
import { voiceFile } from '../support/voice-file.ts'

const service = oneService()
const text = 'Saya diminta uang di loket dua, pada hari Senin, oleh petugas berbaju hijau.'
const correction = 'Bukan hari Senin, tetapi hari Selasa.'
const flow = (words: string) => words.replace(/\s+/g, ' ')
const printed = async (answer: Response) => flow((await readPdf(new Uint8Array(await answer.arrayBuffer()))).text)

describe('a complaint that was told by voice', () => {
  it('is heard by staff, waits for its transcript among their tasks, and is corrected by its reporter', async () => {
    const { file, ...receipt } = await aSpokenCase(service)
    const { number } = receipt
    const verifier = await service.staff('verifikator')
    const before = await verifier.case(number)
    expect(before).toMatchObject({ subject: expect.stringContaining('Pengaduan lisan: '), chronology: '' })
    expect(before.spoken).toEqual({ file, disguised: true, transcript: null, earlier: [] })
    expect(before.evidence).toMatchObject([{ id: file, shown: 'sound', available: true }])
    expect((await verifier.get(`/cases/${number}/evidence/${file}/playing`)).status).toBe(200)
    expect(before.acts).toContain('transcribe')
    expect(before.acts).not.toContain('forward')
    expect(before.closedActs.find(({ act }) => act === 'forward')).toMatchObject({ code: 'case/not-transcribed' })
    expect(await printed(await verifier.get(`/cases/${number}/print.pdf`))).toContain('belum ditranskrip')
    const entry = async () =>
      (await (await verifier.post(`/cases/${number}/lapor-entry`, {})).json()) as { chronology: string }
    expect((await entry()).chronology).toBe('(Disampaikan lisan; belum ditranskrip.)')

    expect((await verifier.act(number, 'verify', {})).status).toBe(200)
    const handler = await service.staff('petugas')
    expect((await verifier.act(number, 'dispatch', { handler: handler.session.staff.id })).status).toBe(200)
    await handler.case(number)
    const today = async () => (await (await handler.get('/today?kind=transcript')).json()) as TodayView
    expect((await today()).items.find((one) => one.number === number)).toMatchObject({ act: 'transcribe' })
    expect((await handler.act(number, 'transcribe', { text })).status).toBe(200)
    expect((await today()).items.map((one) => one.number)).not.toContain(number)
    const found = (await (await handler.get('/cases?q=berbaju')).json()) as { items: { number: string }[] }
    expect(found.items.map((one) => one.number)).toContain(number)

    const reporter = service.unit().reporter(receipt)
    const read = await reporter.follow()
    expect(read.spoken).toMatchObject({ file, transcript: { text, reply: null } })
    expect(read.acts).toContain('transcript')
    expect(read.spoken?.transcript?.by).not.toContain('Peraga')
    expect((await reporter.get(`/evidence/${file}`)).status).toBe(200)
    const { at } = read.spoken?.transcript ?? { at: '' }
    expect((await reporter.post('/transcript', { transcript: at, text: correction })).status).toBe(201)
    const twice = await reporter.post('/transcript', { transcript: at })
    expect(await problemOf(twice)).toMatchObject({ status: 409, code: 'transcript/changed' })

    const after = await handler.case(number)
    expect(after.spoken?.transcript).toMatchObject({ text, reply: { text: correction } })
    expect(after.history.map(({ event }) => event)).toContain('transcript_corrected')
    const print = await printed(await handler.get(`/cases/${number}/print.pdf`))
    for (const words of ['ditranskrip oleh unit', text, correction]) expect(print).toContain(words)
    expect((await entry()).chronology).toContain(correction)
    const own = (await (await reporter.get('/own-data')).json()) as { chronology: string; spoken: unknown }
    expect(own).toMatchObject({ chronology: text, spoken: { transcript: { reply: { text: correction } } } })
    const page = flow(await (await reporter.get('/own-data.html')).text())
    for (const words of ['ditranskrip oleh unit', text, correction]) expect(page).toContain(words)
  })

  it('is refused by codes that last, and its file is free for the next try', async () => {
    const office = service.unit()
    const silent = await office.send(aFiling({ subject: '', chronology: '' }))
    expect(await problemOf(silent)).toMatchObject({ status: 400, code: 'story/missing' })
    const { id: file } = (await (await office.upload('catatan.txt', 'Bukan suara.')).json()) as { id: string }
    const spoken = { file, disguised: false }
    const unheard = await office.send(aFiling({ subject: '', chronology: '', spoken }))
    expect(await problemOf(unheard)).toMatchObject({ status: 400, code: 'story/no-voice' })
    expect((await office.send(aFiling({ evidence: [file] }))).status).toBe(201)
    const stolen = await office.send(aFiling({ subject: '', chronology: '', spoken }))
    expect(await problemOf(stolen)).toMatchObject({ status: 400, code: 'evidence/unknown' })
  })

  it('goes to another unit and into a second case only in words that say whence they are', async () => {
    const { number } = await aSpokenCase(service)
    const verifier = await service.staff('verifikator')
    const forward = { to: 'unit', unit: 'dinas-contoh', reason: 'Urusan dinas.', evidence: [] }
    const early = await verifier.act(number, 'forward', forward)
    expect(await problemOf(early)).toMatchObject({ status: 409, code: 'case/not-transcribed' })
    expect((await verifier.act(number, 'transcribe', { text })).status).toBe(200)
    const split = {
      category: 'illegal_levy',
      subject: 'Hal kedua',
      chronology: text,
      evidence: [],
      because: 'Dua hal.',
    }
    expect((await verifier.act(number, 'split', split)).status).toBe(200)
    const [second = ''] = (await verifier.case(number)).split.into
    expect(await verifier.case(second)).toMatchObject({
      chronology: `(Disampaikan lisan, ditranskrip oleh unit.)\n\n${text}`,
      spoken: null,
    })
  })

  it('is taken in at the counter as well', async () => {
    const office = service.unit()
    const { id: file } = (await (await office.upload('rekaman.wav', voiceFile())).json()) as {
      id: string
    }
    const verifier = await service.staff('verifikator')
    const { statements: _, ...filing } = aFiling({ subject: '', chronology: '', spoken: { file, disguised: false } })
    const statements = { readBack: true, procedureExplained: true }
    const entered = await verifier.post(
      '/cases',
      {
        ...filing,
        channel: 'walk_in_oral',
        statements,
        signing: { kind: 'witnessed', because: 'cannot_write', witness: 'Rina Contoh' },
      },
      { 'Idempotency-Key': 'lisan-di-loket' },
    )
    expect(entered.status).toBe(201)
  })

  it('is filed without JavaScript, also after a refusal, and heard, read and corrected there', async () => {
    const page = `${service.url}/t/bagian-organisasi`
    const send = async (fields: Record<string, string>, file?: File) => {
      const form = new FormData()
      for (const [name, value] of Object.entries(fields)) form.append(name, value)
      if (file) form.append('spoken', file)
      const answer = await fetch(`${page}/form?lang=id`, { method: 'POST', body: form })
      return { status: answer.status, html: await answer.text() }
    }
    const fields = {
      ...{ category: 'illegal_levy', privacy: 'anonymous', submission: 'lisan-tanpa-skrip', language: 'id' },
      ...{ subject: '', chronology: '', 'statements.truthful': 'yes', 'statements.procedureRead': 'yes' },
    }
    const form = await (await fetch(`${page}/form?lang=id`)).text()
    expect(form).toMatch(/<input type="file" id="spoken" name="spoken" accept="audio\/\*" capture/)
    const silent = await send({ ...fields, 'statements.privacyNotice': '1' })
    expect(silent.status).toBe(400)
    expect(silent.html).toContain('Wajib diisi.')
    const unticked = await send(fields, new File([voiceFile()], 'suara.wav'))
    expect(unticked.status).toBe(400)
    const [, held = ''] = /name="spokenHeld" value="([^"]+)"/.exec(unticked.html) ?? []
    const filed = await send({ ...fields, spokenHeld: held, 'statements.privacyNotice': '1' })
    expect(filed.status).toBe(201)
    const [number = ''] = /BO-\d{4}-\d{6}/.exec(filed.html) ?? []
    const [code = ''] = /[A-Z0-9]{4}(?:-[A-Z0-9]{4}){4,}/.exec(filed.html) ?? []
    const verifier = await service.staff('verifikator')
    const { file } = (await verifier.case(number)).spoken ?? { file: '' }
    expect((await verifier.act(number, 'transcribe', { text })).status).toBe(200)

    const follow = async (more: Record<string, string> = {}) =>
      fetch(`${page}/follow?lang=id`, { method: 'POST', body: new URLSearchParams({ number, code, ...more }) })
    const read = await (await follow()).text()
    expect(read).toContain('Transkrip ini benar')
    const [, at = ''] = /name="transcript" value="([^"]+)"/.exec(read) ?? []
    const recording = await follow({ act: 'file', file })
    expect((await recording.arrayBuffer()).byteLength).toBe(voiceFile().length)
    const done = await (await follow({ act: 'transcript', transcript: at, correction })).text()
    expect(done).toContain('Jawaban Anda tentang transkrip tersimpan.')
    expect(done).toContain(correction)
    expect(done).not.toContain('Transkrip ini benar')
    expect((await follow({ act: 'transcript', transcript: at })).status).toBe(409)
    expect((await verifier.case(number)).spoken?.transcript?.reply?.text).toBe(correction)
  })
})
