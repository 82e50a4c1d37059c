import { describe, expect, it } from 'vitest'
import type { IncidentList, IncidentView } from '../../service/contract/keeping.ts'
import { refusalIn } from '../support/a-problem.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService()

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()

/** What the head puts into the register when the handler's account was borrowed. */
async function theFacts() {
  const kepala = await service.staff('kepala')
  const { accounts } = (await (await kepala.get('/incidents')).json()) as IncidentList
  return {
    what: 'Ponsel petugas dipinjam orang lain.',
    measures: 'Sesi diakhiri.',
    data: ['story'],
    beganAt: minutesAgo(60),
    endedAt: null,
    discoveredAt: minutesAgo(0),
    accounts: [accounts.find(({ name }) => name === 'Citra Peraga')!.id],
  }
}

describe('the breach register', () => {
  it('finds what was read, tells the reporter on page and by notice, and is closed', async () => {
    const office = service.unit()
    const receipt = await office.file()
    const { number, trackingCode } = receipt
    const [petugas, kepala] = [await service.staff('petugas'), await service.staff('kepala')]
    await petugas.case(number)
    const recorded = await kepala.post('/incidents', await theFacts())
    expect(recorded.status).toBe(201)
    const incident = (await recorded.json()) as IncidentView
    expect(incident).toMatchObject({ overdue: false, reportersTold: null, notices: { isDraft: true } })
    expect(incident.data).toEqual([{ kind: 'story', label: 'uraian kejadian' }])
    const line = incident.cases.find((one) => one.number === number)
    expect(line).toMatchObject({ acts: ['case.opened', 'case.read'], state: 'not_told', leftOutBecause: null })

    const path = `/incidents/${incident.id}`
    const { revision } = incident
    const told = await kepala.post(`${path}/notice/sending`, { revision })
    const after = (await told.json()) as IncidentView
    expect(after.cases.find((one) => one.number === number)?.state).toMatch(/pending|sent/)
    expect(await refusalIn(kepala.post(`${path}/notice/sending`, { revision }))).toBe('409 incident/changed-meanwhile')

    const { breachNotices, history } = await office.reporter(receipt).follow()
    expect(breachNotices).toMatchObject([{ text: expect.stringContaining('Ponsel petugas dipinjam') }])
    expect(history.at(-1)).toMatchObject({ event: 'data_breach', label: 'Pemberitahuan tentang data pribadi Anda' })
    const page = await fetch(`${service.url}/t/bagian-organisasi/follow`, {
      method: 'POST',
      body: new URLSearchParams({ act: 'open', number, code: trackingCode }),
    })
    expect(await page.text()).toContain('Ponsel petugas dipinjam')
    expect(await (await office.reporter(receipt).get('/own-data.html')).text()).toContain('Ponsel petugas dipinjam')

    const authority = { revision: after.revision, text: after.notices.authority, reference: 'Surat 1/2026' }
    const noted = (await (await kepala.post(`${path}/authority`, authority)).json()) as IncidentView
    const closing = { revision: noted.revision, lessons: 'Kunci layar wajib.' }
    const closed = (await (await kepala.post(`${path}/closing`, closing)).json()) as IncidentView
    expect(closed.closed).toMatchObject({ lessons: 'Kunci layar wajib.' })
    const { items } = (await (await kepala.get('/incidents')).json()) as IncidentList
    expect(items.find(({ id }) => id === incident.id)).toMatchObject({ authorityTold: { reference: 'Surat 1/2026' } })
  })

  it('shows nobody a case that is kept from them', async () => {
    const { number } = await service.unit().file({ reportedPerson: 'Ibu Dewi Peraga, kepala bagian' })
    const verifier = await service.staff('verifikator')
    const { guard, revision } = await verifier.case(number)
    const meant = guard?.candidates.map(({ id }) => id)
    await verifier.post(`/cases/${number}/guard`, { revision, staff: meant, because: 'Kepala yang dimaksud.' })
    await (await service.staff('inspektorat')).case(number)
    const [kepala, kustodian] = [await service.staff('kepala'), await service.staff('kustodian')]
    const { accounts } = (await (await kepala.get('/incidents')).json()) as IncidentList
    const auditor = accounts.find(({ position }) => /Inspektorat|Auditor/.test(position))!.id
    for (const one of [kepala, kustodian]) {
      const recorded = await one.post('/incidents', { ...(await theFacts()), accounts: [auditor] })
      expect(recorded.status).toBe(201)
      expect(await recorded.text()).not.toContain(number)
    }
  })
})
