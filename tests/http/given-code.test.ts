import { describe, expect, it } from 'vitest'
import type { OwnDataView } from '../../service/contract/complaint-view.ts'
import { refusalIn } from '../support/a-problem.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService()
const reason = 'KTP dicocokkan di loket.'
const own = 'K7QW-M3XF-9TBP-4VHD-2RGC'

/** A case of Siti Contoh, and the code that the handler gave out for it. */
async function aGivenCode() {
  const receipt = await service.unit().file()
  const { number } = receipt
  const handler = await service.staff('petugas')
  const given = await handler.post(`/cases/${number}/tracking-code`, { reason })
  const { trackingCode } = (await given.json()) as { trackingCode: string }
  const reporter = service.unit().reporter({ ...receipt, trackingCode })
  return { receipt, number, handler, trackingCode, reporter }
}

const acts = [
  ['/withdrawal', {}],
  ['/acceptance', {}],
  ['/objection', { text: 'Saya keberatan.' }],
  ['/rating', { stars: 5, solved: true }],
  ['/code', { code: own }],
  ['/identity/correction', { phone: '0812-0000-0009' }],
  ['/identity/withdrawal', { understood: true }],
  ['/data-requests', { kind: 'access', text: 'Apa saja yang disimpan?' }],
] as const

describe('a code that an officer gave out', () => {
  it('reads without identity, and no act of the reporter passes by it', async () => {
    const { number, reporter } = await aGivenCode()
    const view = await reporter.follow()
    expect(view).toMatchObject({
      number,
      codeWaits: {
        by: 'Petugas penerima dan penangan',
        text: expect.stringContaining('konfirmasikan salah satu kontak'),
      },
      acts: ['message', 'evidence'],
      record: false,
    })
    expect(JSON.stringify(view)).not.toMatch(/Siti Contoh|812-?0000|siti@/)
    for (const [path, body] of acts)
      expect([path, await refusalIn(reporter.post(path, body))]).toEqual([path, '403 code/not-confirmed'])
    for (const path of ['/own-data', '/own-data.html', '/receipt.pdf', '/record.pdf'])
      expect([path, await refusalIn(reporter.get(path))]).toEqual([path, '403 code/not-confirmed'])
  })

  it('offers on the plain page what it does, and no more', async () => {
    const { number, trackingCode } = await aGivenCode()
    const send = (act: string) =>
      fetch(`${service.url}/t/bagian-organisasi/follow`, {
        method: 'POST',
        body: new URLSearchParams({ act, number, code: trackingCode }),
      })
    const page = await (await send('open')).text()
    expect(page).toContain('Kode lacak ini diberikan oleh Petugas penerima dan penangan')
    expect(page).toMatch(/name="act" value="(message|contact-code)"/)
    expect(page).not.toMatch(/value="(withdrawal|own-code|own-data|receipt|identity-correction|identity-withdrawal)"/)
    const refused = await send('withdrawal')
    expect(refused.status).toBe(403)
    expect(await refused.text()).toContain('belum dipastikan sampai kepada pelapor')
  })

  it('counts as an opening of the identity, on the reporter’s page and in the log', async () => {
    const { number, reporter } = await aGivenCode()
    expect((await reporter.follow()).identityAccess).toEqual([
      expect.objectContaining({ role: 'Petugas penerima dan penangan', reason }),
    ])
    const auditor = await service.staff('kepala')
    expect((await auditor.case(number)).identity).toMatchObject({ openedTimes: 1 })
  })

  it('works in full once a second officer confirmed it, and the history says whose code it was', async () => {
    const { number, handler, reporter } = await aGivenCode()
    const custodian = await service.staff('kustodian')
    expect((await handler.case(number)).identity.codeWaits).toMatchObject({ mayConfirm: false })
    expect((await custodian.case(number)).identity.codeWaits).toMatchObject({ mayConfirm: true })
    expect((await custodian.post(`/cases/${number}/tracking-code/confirmation`, { reason })).status).toBe(200)
    expect((await reporter.follow()).codeWaits).toBeNull()
    expect(((await (await reporter.get('/own-data')).json()) as OwnDataView).reporter?.name).toBe('Siti Contoh')
    expect((await reporter.post('/withdrawal', {})).status).toBe(201)
    const { history } = await reporter.follow()
    expect(history.find(({ event }) => event === 'withdrawn')?.by).toBe(
      'Pelapor, dengan kode yang diberikan oleh Petugas penerima dan penangan',
    )
  })

  it('leaves the old one with one thing to read: by whom and when it was replaced', async () => {
    const { receipt } = await aGivenCode()
    const answer = await service.unit().reporter(receipt).get('')
    expect(answer.status).toBe(410)
    const problem = (await answer.json()) as Record<string, unknown>
    expect(problem).toMatchObject({ code: 'code/replaced', by: 'Petugas penerima dan penangan' })
    expect(problem.detail).toMatch(/sudah diganti oleh Petugas penerima dan penangan pada .*20\d\d/)
    expect(JSON.stringify(problem)).not.toContain('loket')
  })
})
