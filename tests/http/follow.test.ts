import { describe, expect, it } from 'vitest'
import type { ComplaintView } from '../../service/contract/complaint-view.ts'
import { problemOf, refusalIn } from '../support/a-problem.ts'
import { anonymousFiling } from '../support/an-office.ts'
import { oneService } from '../support/one-service.ts'
import { aPng, sha256 } from '../support/some-files.ts'

const service = oneService()

const viewOf = async (response: Response): Promise<ComplaintView> => {
  expect(response.status).toBe(201)
  return response.json()
}

describe('who may follow a complaint', () => {
  it('is whoever has its code, however they type it', async () => {
    const office = service.unit()
    const { number, trackingCode } = await office.file()
    for (const typed of [trackingCode, trackingCode.toLowerCase(), trackingCode.replaceAll('-', '')]) {
      expect(await office.reporter({ number, trackingCode: typed }).follow()).toMatchObject({ number })
    }
  })

  it('learns the same from a wrong code, an unknown number, another unit’s number and no code at all', async () => {
    const office = service.unit()
    const mine = await office.file()
    const other = await service
      .unit('dinas-contoh')
      .file({ category: 'slow_service', privacy: 'confidential', reporter: { name: 'Budi Misal' } })
    const asked = [
      { number: mine.number, trackingCode: other.trackingCode },
      { number: mine.number, trackingCode: 'AAAA-AAAA-AAAA-AAAA-AAAA' },
      { number: mine.number, trackingCode: '' },
      { number: mine.number, trackingCode: `${mine.trackingCode}2` },
      { number: 'BO-2026-999999', trackingCode: mine.trackingCode },
      { number: other.number, trackingCode: other.trackingCode },
      { number: '%00', trackingCode: mine.trackingCode },
    ]
    const answers = await Promise.all(
      asked.map(async (access) => {
        const { requestId, ...said } = await problemOf(await office.reporter(access).get())
        return said
      }),
    )
    expect(answers[0]).toMatchObject({ status: 404, code: 'complaint/not-found' })
    for (const answer of answers) expect(answer).toEqual(answers[0])
  })
})

describe('the reporter', () => {
  it('sees where the complaint stands, in both languages, and nothing that is the office’s own', async () => {
    const office = service.unit()
    const receipt = await office.file()
    await (await service.staff('verifikator')).act(receipt.number, 'note', { text: 'Catatan antarpetugas.' })

    const response = await office.reporter(receipt).get('?lang=en')
    expect(response.headers.get('cache-control')).toBe('no-store')
    const english = (await response.json()) as ComplaintView
    expect(english).toMatchObject({ status: 'received', category: { label: 'Other levies by officers' }, messages: [] })
    expect(JSON.stringify(english)).not.toContain('Catatan antarpetugas.')
    expect(english.history).toHaveLength(1)
    expect(english.acts).toEqual(['message', 'evidence', 'withdrawal'])
    expect(await office.reporter(receipt).follow()).toMatchObject({ statusLabel: 'Diterima' })
  })

  it('reads who did something by position, never by name', async () => {
    const office = service.unit()
    const receipt = await office.file()
    await (await service.staff('verifikator')).act(receipt.number, 'message', { text: 'Kami baca.' })
    const seen = await office.reporter(receipt).follow()
    expect(seen.messages).toMatchObject([{ from: 'office', by: 'Petugas verifikasi', text: 'Kami baca.' }])
    expect(JSON.stringify(seen)).not.toContain('Budi Misal')
  })

  it('writes to the office, and completes what was asked', async () => {
    const office = service.unit()
    const receipt = await office.file()
    const reporter = office.reporter(receipt)
    const verifier = await service.staff('verifikator')
    await verifier.act(receipt.number, 'ask-for-completion', { items: ['evidence'], text: 'Mohon kuitansinya.' })
    expect(await reporter.follow()).toMatchObject({
      status: 'incomplete',
      completion: { items: ['evidence'], text: 'Mohon kuitansinya.' },
    })

    const question = await viewOf(await reporter.post('/messages', { text: 'Yang mana?', completes: false }))
    expect(question.status).toBe('incomplete')
    const completed = await viewOf(await reporter.post('/messages', { text: 'Ini dia.' }))
    expect(completed).toMatchObject({ status: 'received', completion: null })
    expect(completed.messages.map(({ text }) => text)).toEqual(['Yang mana?', 'Ini dia.'])
  })

  it('adds evidence, once, and takes it back as it was sent', async () => {
    const office = service.unit()
    const receipt = await office.file()
    const reporter = office.reporter(receipt)
    const { id } = (await (await office.upload('kuitansi.png', aPng)).json()) as { id: string }

    const answers = await Promise.all([1, 2, 3].map(() => reporter.post('/evidence', { evidence: [id] })))
    expect(answers.map(({ status }) => status)).toContain(201)
    // Its answer was lost on the way, and the reporter sends it again with another.
    const other = (await (await office.upload('karcis.png', aPng)).json()) as { id: string }
    for (const evidence of [[id], [id, other.id], [id, other.id]]) {
      expect((await reporter.post('/evidence', { evidence })).status).toBe(201)
    }
    const seen = await reporter.follow()
    expect(seen.evidence).toMatchObject([
      { id, name: 'kuitansi.png', type: 'image/png', sha256: sha256(aPng) },
      { id: other.id, name: 'karcis.png' },
    ])
    const downloaded = await reporter.get(`/evidence/${id}`)
    expect(Buffer.from(await downloaded.arrayBuffer())).toEqual(aPng)
    expect(await refusalIn(reporter.get('/evidence/lain'))).toBe('404 evidence/unknown')
  })

  it('withdraws, and can then do nothing more', async () => {
    const office = service.unit()
    const receipt = await office.file()
    const reporter = office.reporter(receipt)
    const withdrawn = await viewOf(await reporter.post('/withdrawal', { reason: 'Sudah selesai di loket.' }))
    expect(withdrawn).toMatchObject({ status: 'withdrawn', acts: [] })
    expect(withdrawn.history.at(-1)).toMatchObject({ text: 'Sudah selesai di loket.' })
    expect(await refusalIn(reporter.post('/withdrawal', {}))).toBe('409 case/wrong-status')
    expect(await refusalIn(reporter.post('/messages', { text: 'Eh.' }))).toBe('409 case/wrong-status')
  })

  it('gives an identity later, confidential unless they say otherwise, and only once', async () => {
    const office = service.unit()
    const sent = await office.send(anonymousFiling())
    const receipt = await sent.json()
    const reporter = office.reporter(receipt)
    const missing = await problemOf(await reporter.post('/identity', { reporter: { name: 'Siti Contoh' } }))
    expect(missing.errors).toMatchObject([{ path: 'reporter.address' }, { path: 'reporter.phone' }])

    const identity = { reporter: { name: 'Siti Contoh', address: 'Jalan Misal 1', phone: '0812-0000-0001' } }
    expect(await viewOf(await reporter.post('/identity', identity))).toMatchObject({ privacy: 'confidential' })
    expect(await refusalIn(reporter.post('/identity', identity))).toBe('409 identity/already-given')
  })
})

describe('what the reporter sends wrongly', () => {
  it('is told field by field', async () => {
    const office = service.unit()
    const reporter = office.reporter(await office.file())
    const wrong = [
      ['/messages', { text: '' }, 'text'],
      ['/rating', { stars: 6, solved: true }, 'stars'],
      ['/objection', {}, 'text'],
      ['/evidence', { evidence: [] }, 'evidence'],
      ['/withdrawal', { why: 'x' }, 'why'],
    ] as const
    for (const [path, body, field] of wrong) {
      const { code, errors } = await problemOf(await reporter.post(path, body))
      expect([path, code, errors?.[0]?.path]).toEqual([path, 'request/invalid', field])
    }
  })
})
