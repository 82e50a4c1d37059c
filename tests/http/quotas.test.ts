import { describe, expect, it } from 'vitest'
import type { TenantListView } from '../../service/contract/installation.ts'
import { problemOf, refusalIn } from '../support/a-problem.ts'
import { aFiling, anonymousFiling } from '../support/an-office.ts'
import { anOperator, withOperator } from '../support/an-operator.ts'
import { oneService } from '../support/one-service.ts'
import { aPng } from '../support/some-files.ts'

const service = oneService({ LIMITS: 'on', ...withOperator })

const roomy = { filingsPerHour: 1_000, filingsPerDay: 1_000, evidenceGigabytes: 1, members: 100 }

async function asOperator() {
  const { headers } = await anOperator(service)
  const url = `${service.url}/api/v1/operator/tenants`
  const unitIn = async (answer: Response, unit: string) =>
    ((await answer.json()) as TenantListView).items.find(({ tenant }) => tenant === unit)!.quotas
  return {
    quotas: async (unit: string) => unitIn(await fetch(url, { headers }), unit),
    limit: (unit: string, quotas: Partial<typeof roomy>) =>
      fetch(`${url}/${unit}/quotas`, {
        method: 'PUT',
        headers: { ...headers, 'Content-Type': 'application/json' },
        body: JSON.stringify({ ...roomy, ...quotas }),
      }),
  }
}

describe('a unit that has used what it may in a day', () => {
  it('refuses a complaint by saying that it was not received and where to go, and takes what officers enter', async () => {
    const { quotas, limit } = await asOperator()
    const office = service.unit()
    const plain = `${service.url}/t/bagian-organisasi/form`
    expect((await limit('bagian-organisasi', { filingsPerDay: 2 })).status).toBe(200)
    const kept = ['kunci-kuota-1', aFiling()] as const
    const first = await office.send(kept[1], kept[0])
    expect(first.status).toBe(201)
    await office.file()
    expect((await quotas('bagian-organisasi')).filingsPerDay).toEqual({ limit: 2, used: 2 })

    const refused = await office.send(anonymousFiling())
    expect(refused.headers.get('retry-after')).toBe('3600')
    const problem = await problemOf(refused)
    expect(problem).toMatchObject({ status: 403, code: 'quota/filings' })
    expect(problem.detail).toMatch(
      /sudah menerima 2 pengaduan hari ini.*BELUM diterima.*langsung kepada.*telepon.*Hari kerja/,
    )
    // A repeat of what was received before is answered, whatever is used up.
    expect((await office.send(kept[1], kept[0])).status).toBe(201)
    const form = new FormData()
    for (const [name, value] of Object.entries({ category: 'illegal_levy', privacy: 'anonymous' }))
      form.append(name, value)
    form.append('chronology', 'Diminta uang di loket dua agar berkas diproses hari itu juga.')
    form.append('subject', 'Diminta uang di loket')
    form.append('statements.truthful', 'yes')
    form.append('statements.procedureRead', 'yes')
    form.append('statements.privacyNotice', '1')
    const page = await fetch(plain, { method: 'POST', body: form })
    expect([page.status, page.headers.get('retry-after')]).toEqual([403, '3600'])
    expect(await page.text()).toContain('BELUM diterima')

    const officer = await service.staff('petugas')
    const { statements: _, ...told } = aFiling()
    const entered = {
      ...told,
      channel: 'walk_in_oral',
      place: 'Loket 3',
      statements: { readBack: true, procedureExplained: true },
    }
    const counter = await officer.post('/cases', entered, { 'Idempotency-Key': 'kunci-loket-kuota' })
    expect(counter.status).toBe(201)
    expect((await limit('bagian-organisasi', {})).status).toBe(200)
    expect((await office.send(anonymousFiling())).status).toBe(201)
  })

  it('leaves the other units alone', async () => {
    const { limit } = await asOperator()
    expect((await limit('bagian-organisasi', { filingsPerHour: 1 })).status).toBe(200)
    expect((await service.unit('dinas-contoh').send(aFiling())).status).toBe(201)
    await limit('bagian-organisasi', {})
  })
})

describe('the other limits', () => {
  it('count the bytes of evidence and the members, and keep out who would be one too many', async () => {
    const { quotas, limit } = await asOperator()
    const before = await quotas('dinas-contoh')
    const file = (await (await service.unit('dinas-contoh').upload('foto.png', aPng)).json()) as {
      id: string
      size: number
    }
    await service.unit('dinas-contoh').file({ evidence: [file.id] })
    const after = await quotas('dinas-contoh')
    const added = (after.evidenceGigabytes.used - before.evidenceGigabytes.used) * 1e9
    expect(Math.abs(added - file.size)).toBeLessThanOrEqual(file.size * 0.05)

    expect((await limit('dinas-contoh', { members: before.members.used })).status).toBe(200)
    const admin = await service.staff('admin', 'dinas-contoh')
    const invite = (email: string) =>
      service
        .unit('dinas-contoh')
        .post('/staff', { name: 'Orang Baru', position: 'Staf', email, roles: ['observer'] }, admin.headers)
    expect(await refusalIn(invite('baru@contoh.example'))).toBe('409 quota/members')
  })

  it('are for operators to set, within reason', async () => {
    const { limit } = await asOperator()
    expect(await refusalIn(limit('tidak-ada', {}))).toBe('404 tenant/unknown')
    expect(await refusalIn(limit('dinas-contoh', { filingsPerDay: 0 }))).toBe('400 request/invalid')
  })
})
