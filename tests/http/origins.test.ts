import { type IncomingMessage, request } from 'node:http'
import { describe, expect, it } from 'vitest'
import { refusalIn } from '../support/a-problem.ts'
import { aFiling, aKey } from '../support/an-office.ts'
import { oneService } from '../support/one-service.ts'
import { aPng } from '../support/some-files.ts'

const service = oneService({ PUBLIC_URL: 'https://aduan.example' })
const theirs = 'https://organisasi.example'
const foreign = 'https://penipu.example'

async function allowTheirs(): Promise<void> {
  const office = service.unit()
  const admin = await service.staff('admin')
  const settings = (await (await admin.get('/settings')).json()) as { origins: string[] }
  if (settings.origins.includes(theirs)) return
  const saved = await fetch(`${office.api}/settings`, {
    method: 'PUT',
    headers: { ...admin.headers, 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...settings, origins: [theirs] }),
  })
  expect(saved.status).toBe(200)
}

const send = (origin: string, unit?: string) =>
  service.unit(unit).post('/complaints', aFiling(), { 'Idempotency-Key': aKey(), Origin: origin })

const preflight = (origin: string) =>
  fetch(`${service.unit().api}/complaints`, {
    method: 'OPTIONS',
    headers: {
      Origin: origin,
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'content-type,idempotency-key',
    },
  })

it('a page whose author mistyped the unit may read that there is none', async () => {
  const answer = await fetch(`${service.unit('tidak-ada').api}?widget=1.0.0`, { headers: { Origin: foreign } })
  expect(answer.status).toBe(404)
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  expect(await answer.json()).toMatchObject({ code: 'tenant/unknown' })
})

describe('a page of an origin that the unit does not name', () => {
  it.each([foreign, 'null', 'https://aduan.example.penipu.example', 'not an origin'])(
    '%s is refused',
    async (origin) => {
      const response = await send(origin)
      expect(response.headers.get('access-control-allow-origin')).toBeNull()
      expect(await refusalIn(response)).toBe('403 origin/not-allowed')
    },
  )

  it('is refused before anything is written', async () => {
    const office = service.unit()
    await send(foreign)
    await office.upload('loket.png', aPng, { Origin: foreign })
    const { counts } = (await (await (await service.staff('kepala')).get('/cases')).json()) as { counts: object }
    expect(counts).toEqual({})
  })

  it('is told why where it asks for the unit, with the way to the form at the service and what its developer must know', async () => {
    const response = await fetch(service.unit().api, { headers: { Origin: 'https://www.organisasi.example' } })
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(await response.json()).toMatchObject({
      code: 'origin/not-allowed',
      form: 'https://aduan.example/t/bagian-organisasi',
      origin: 'https://www.organisasi.example',
      detail: expect.stringContaining('https://aduan.example/t/bagian-organisasi'),
    })
  })

  it('is refused under a name that only points here', async () => {
    const { api } = service.unit()
    const { port } = new URL(api)
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const headers = { Host: `penipu.example:${port}`, Origin: `http://penipu.example:${port}` }
      request(api, { headers }, resolve).on('error', reject).end()
    })
    answer.resume()
    expect(answer.statusCode).toBe(403)
  })

  it('gets no leave by asking first', async () => {
    expect(await refusalIn(preflight(foreign))).toBe('403 origin/not-allowed')
  })

  it('may not even read what the unit is, or follow a complaint', async () => {
    const { api } = service.unit()
    const headers = { Origin: foreign }
    expect(await refusalIn(fetch(api, { headers }))).toBe('403 origin/not-allowed')
    expect(await refusalIn(fetch(`${api}/complaints/BO-2026-000001`, { headers }))).toBe('403 origin/not-allowed')
  })

  it('cannot send the form without JavaScript either', async () => {
    const body = new FormData()
    body.append('subject', 'Dari situs lain')
    const sent = await fetch(`${service.url}/t/bagian-organisasi/form`, {
      method: 'POST',
      headers: { Origin: foreign },
      body,
    })
    expect(sent.status).toBe(403)
  })
})

describe('a page of an origin that the unit names', () => {
  it('files, and reads the answer', async () => {
    await allowTheirs()
    const response = await send(theirs)
    expect(response.status).toBe(201)
    expect(response.headers.get('access-control-allow-origin')).toBe(theirs)
    expect(response.headers.get('access-control-expose-headers')).toContain('Retry-After')
    expect(response.headers.get('access-control-allow-credentials')).toBeNull()
    expect(response.headers.get('vary')).toContain('Origin')
  })

  it('asks first, and hears what it may send', async () => {
    await allowTheirs()
    const response = await preflight(theirs)
    expect(response.status).toBe(204)
    expect(response.headers.get('access-control-allow-origin')).toBe(theirs)
    expect(response.headers.get('access-control-allow-methods')).toContain('POST')
    const allowed = response.headers.get('access-control-allow-headers')!.toLowerCase()
    for (const name of ['content-type', 'authorization', 'idempotency-key', 'accept-language', 'x-proof']) {
      expect(allowed).toContain(name)
    }
  })

  it('reads a refusal too', async () => {
    await allowTheirs()
    const response = await service.unit().post('/complaints', '{', { 'Idempotency-Key': aKey(), Origin: theirs })
    expect(response.headers.get('access-control-allow-origin')).toBe(theirs)
    expect(await refusalIn(response)).toBe('400 request/malformed')
  })

  it('is a stranger to another unit', async () => {
    await allowTheirs()
    expect(await refusalIn(send(theirs, 'dinas-contoh'))).toBe('403 origin/not-allowed')
  })

  it('can do nothing in the name of staff', async () => {
    await allowTheirs()
    const admin = await service.staff('admin')
    const response = await fetch(`${service.unit().api}/settings`, { headers: { ...admin.headers, Origin: theirs } })
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe('our own pages', () => {
  it.each(['https://aduan.example'])('need no leave: %s', async (origin) => {
    expect((await send(origin)).status).toBe(201)
  })

  it('need none under any name of this machine', async () => {
    expect((await send(service.url)).status).toBe(201)
  })

  it('tell caches that the answer depends on who asks', async () => {
    expect((await fetch(service.unit().api)).headers.get('vary')).toContain('Origin')
  })
})
