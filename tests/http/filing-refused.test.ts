import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { problemOf, refusalIn } from '../support/a-problem.ts'
import { aFiling, aKey, anonymousFiling } from '../support/an-office.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService()

async function casesNow(): Promise<string> {
  const counts = await Promise.all(
    ['bagian-organisasi', 'dinas-contoh'].map(async (unit) => {
      const head = await service.staff('kepala', unit)
      return ((await (await head.get('/cases')).json()) as { counts: unknown }).counts
    }),
  )
  return JSON.stringify(counts)
}

let before = ''
beforeEach(async () => {
  before = await casesNow()
})
afterEach(async () => {
  expect(await casesNow()).toBe(before)
})

describe('a filing is refused, and nothing is kept,', () => {
  it.each([
    ['without a key that marks a repeat', ''],
    ['with a key of 256 characters', 'k'.repeat(256)],
  ])('%s', async (_, key) => {
    expect(await refusalIn(service.unit().send(aFiling(), key))).toBe('400 request/idempotency-key-missing')
  })

  it.each(['{', '', 'null', '"teks"', '[]', '{"category":', '\u0000'])('when its body is %j', async (body) => {
    expect(await refusalIn(service.unit().send(body))).toMatch(/^400 request\/(malformed|invalid)$/)
  })

  it('when its body is a form', async () => {
    const form = new FormData()
    form.append('category', 'illegal_levy')
    const headers = { 'Idempotency-Key': aKey() }
    const sent = fetch(`${service.unit().api}/complaints`, { method: 'POST', body: form, headers })
    expect(await refusalIn(sent)).toBe('415 request/unsupported-type')
  })

  it.each([
    ['subject', 'invalid', { subject: 7 }],
    ['subject', 'required', { subject: undefined }],
    ['subject', 'required', { subject: '   ' }],
    ['subject', 'too-long', { subject: 'x'.repeat(161) }],
    ['chronology', 'invalid', { chronology: ['a'] }],
    ['chronology', 'too-long', { chronology: 'x'.repeat(8_001) }],
    ['privacy', 'invalid', { privacy: 'public' }],
    ['occurredAt', 'invalid', { occurredAt: '2026-13-40' }],
    ['evidence', 'invalid', { evidence: 'x' }],
    ['evidence.0', 'invalid', { evidence: ['../../etc/passwd'] }],
    ['evidence', 'too-many', { evidence: Array.from({ length: 51 }, () => 'x') }],
    ['statements', 'required', { statements: undefined }],
    ['occurredAt', 'in-future', { occurredAt: '2999-01-01' }],
    ['statements.truthful', 'invalid', { statements: { truthful: false, procedureRead: true, privacyNotice: 1 } }],
    ['reporter.email', 'invalid', { reporter: { name: 'Siti', email: 'bukan surel' } }],
    ['reporter.phone', 'invalid', { reporter: { name: 'Siti', phone: 'telepon' } }],
    ['isAdmin', 'unknown-field', { isAdmin: true }],
    ['reporter.nik', 'unknown-field', { reporter: { nik: '35' } }],
  ])('when %s is %s', async (path, code, details) => {
    const response = await service.unit().send({ ...aFiling(), ...details })
    const { errors, ...problem } = await problemOf(response)
    expect(problem).toMatchObject({ status: 400, code: 'request/invalid' })
    expect(errors).toContainEqual({ path, code, message: expect.stringMatching(/\.$/) })
  })

  it('when the identity that the unit asks for is missing, field by field', async () => {
    const { code, errors } = await problemOf(await service.unit().send(aFiling({ reporter: { name: 'Siti Contoh' } })))
    expect(code).toBe('request/invalid')
    expect(errors).toMatchObject([
      { path: 'reporter.address', code: 'required' },
      { path: 'reporter.phone', code: 'required' },
    ])
    const without = { ...anonymousFiling(), privacy: 'confidential' }
    expect((await problemOf(await service.unit().send(without))).errors).toMatchObject([
      { path: 'reporter.name' },
      { path: 'reporter.address' },
      { path: 'reporter.phone' },
    ])
  })

  it('when somebody without identity gives a name', async () => {
    const { code, errors } = await problemOf(await service.unit().send(aFiling({ privacy: 'anonymous' })))
    expect(code).toBe('request/invalid')
    expect(errors).toMatchObject([
      { path: 'reporter.name', code: 'not-with-anonymous' },
      { path: 'reporter.address', code: 'not-with-anonymous' },
    ])
  })

  it('when the category is not the unit’s', async () => {
    const { code, errors } = await problemOf(await service.unit().send(aFiling({ category: 'slow_service' })))
    expect(code).toBe('category/unknown')
    expect(errors).toMatchObject([{ path: 'category' }])
  })

  it('when it names evidence that nobody uploaded', async () => {
    const { code, errors } = await problemOf(await service.unit().send(aFiling({ evidence: ['tidak-ada'] })))
    expect(code).toBe('evidence/unknown')
    expect(errors).toMatchObject([{ path: 'evidence' }])
  })

  it('when it names more files than the unit takes', async () => {
    const evidence = Array.from({ length: 11 }, (_, at) => `berkas-${at}`)
    expect(await refusalIn(service.unit().send(aFiling({ evidence })))).toBe('400 evidence/too-many')
  })

  it.each(['tidak-ada', '-platform', 'BAGIAN-ORGANISASI', "x'--", '%00'])('when the unit is %s', async (unit) => {
    expect(await refusalIn(service.unit(unit).send(aFiling()))).toBe('404 tenant/unknown')
  })

  it('when it is ten megabytes of text, told or untold', async () => {
    const huge = JSON.stringify(aFiling({ chronology: 'x'.repeat(10_000_000) }))
    expect(await refusalIn(service.unit().send(huge))).toBe('413 request/too-large')

    const streamed = fetch(`${service.unit().api}/complaints`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': aKey() },
      body: new Blob([huge]).stream(),
      duplex: 'half',
    } as RequestInit)
    expect(await refusalIn(streamed)).toBe('413 request/too-large')
  })
})

describe('a unit that asks for an identity', () => {
  it('offers no filing without one, and refuses it with the field', async () => {
    const office = service.unit('dinas-contoh')
    const admin = await service.staff('admin', 'dinas-contoh')
    const settings = (await (await admin.get('/settings')).json()) as Record<string, unknown>
    const put = (body: unknown) =>
      fetch(`${office.api}/settings`, {
        method: 'PUT',
        headers: { ...admin.headers, 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      })
    expect((await put({ ...settings, identityPolicy: 'required' })).status).toBe(200)

    const view = (await (await fetch(office.api)).json()) as { privacyChoices: { choice: string }[] }
    expect(view.privacyChoices.map(({ choice }) => choice)).toEqual(['confidential', 'named'])
    const response = await office.send(anonymousFiling({ category: 'slow_service' }))
    expect(await problemOf(response)).toMatchObject({ code: 'privacy/not-offered', errors: [{ path: 'privacy' }] })
  })
})
