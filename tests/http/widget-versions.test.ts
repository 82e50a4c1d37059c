import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { WidgetVersionListView } from '../../service/contract/installation.ts'
import { aBuildWithARelease, type BuildWithARelease } from '../support/a-build-with-a-release.ts'
import { problemOf } from '../support/a-problem.ts'
import { anOperator, withOperator } from '../support/an-operator.ts'
import { oneService } from '../support/one-service.ts'

let build: BuildWithARelease | undefined
beforeAll(async () => {
  build = await aBuildWithARelease()
})
const service = oneService(withOperator, () => build!.folder)
afterAll(() => build?.remove())

async function asOperator() {
  const { headers } = await anOperator(service)
  const call = (path: string, body?: unknown) =>
    fetch(`${service.url}/api/v1/operator/widget-versions${path}`, {
      method: path ? 'POST' : 'GET',
      headers: { ...headers, ...(body !== undefined && { 'Content-Type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  return {
    versions: async () => ((await (await call('')).json()) as WidgetVersionListView).items,
    withdraw: (version: string, reason: unknown = 'Pratinjau bukti salah ukur') =>
      call(`/${version}/withdrawal`, { reason }),
    allow: (version: string) => call(`/${version}/return`),
  }
}

const script = (version: string, name = 'aduan.js') => fetch(`${service.url}/widget/${version}/${name}`)
const unit = (query: string) => fetch(`${service.url}/api/v1/tenants/bagian-organisasi${query}`)

/** The version that a page of today would name. */
async function newest() {
  const [release] = (await (await fetch(`${service.url}/widget/versions.json`)).json()) as {
    version: string
    integrity: Record<string, string>
  }[]
  return release!
}

describe('a page that names a version of the widget', () => {
  it('gets, for ever, the very bytes whose hash it was given, from any origin', async () => {
    const { version, integrity } = await newest()
    for (const [name, hash] of Object.entries(integrity)) {
      const answer = await script(version, name)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      expect(answer.headers.get('access-control-allow-origin')).toBe('*')
      const bytes = Buffer.from(await answer.arrayBuffer())
      expect(`sha384-${createHash('sha384').update(bytes).digest('base64')}`).toBe(hash)
    }
  })

  it('gets nothing under a version that never was', async () => {
    expect((await script('9.9.9')).status).toBe(404)
    expect((await script('1.0', 'aduan.js')).status).toBe(404)
  })

  it('finds what it fetches later under the moving version too, after the service changed', async () => {
    const { integrity } = await newest()
    for (const name of Object.keys(integrity)) expect((await script('v1', name)).status).toBe(200)
  })
})

it('spares a widget what it shows nobody, and tells everybody else the whole of a unit', async () => {
  const [whole, spared] = await Promise.all(['', '?widget=1.0.0'].map(async (query) => (await unit(query)).json()))
  const { clocks, links, contact, ...shown } = whole
  expect(Object.keys({ clocks, links })).toHaveLength(2)
  expect(spared).toEqual({ ...shown, contact: { telephone: contact.telephone } })
})

describe('the operator', () => {
  it('withdraws a version: neither its script nor the unit is given to it any more, also from a browser’s cache', async () => {
    const { versions, withdraw, allow } = await asOperator()
    const { version } = await newest()
    expect((await unit(`?widget=${version}`)).status).toBe(200)

    expect((await withdraw(version)).status).toBe(200)
    expect((await versions())[0]).toMatchObject({ version, withdrawn: { reason: 'Pratinjau bukti salah ukur' } })
    const refused = await script(version)
    expect(refused.status).toBe(410)
    expect(await problemOf(refused)).toMatchObject({ code: 'widget/withdrawn' })
    expect(await problemOf(await unit(`?widget=${version}`))).toMatchObject({ status: 410, code: 'widget/withdrawn' })
    expect((await unit('')).status).toBe(200)

    expect((await withdraw(version, 'Alasan lain')).status).toBe(200)
    expect((await versions())[0]).toMatchObject({ withdrawn: { reason: 'Pratinjau bukti salah ukur' } })
    expect((await allow(version)).status).toBe(200)
    expect((await versions())[0]).toMatchObject({ version, withdrawn: null })
    expect((await script(version)).status).toBe(200)
    expect((await unit(`?widget=${version}`)).status).toBe(200)
  })

  it('says why, and cannot withdraw what never was', async () => {
    const { withdraw, allow } = await asOperator()
    const { version } = await newest()
    expect(await problemOf(await withdraw(version, ' '))).toMatchObject({ code: 'request/invalid' })
    expect(await problemOf(await withdraw('9.9.9'))).toMatchObject({ code: 'widget/unknown-version' })
    expect(await problemOf(await allow('9.9.9'))).toMatchObject({ code: 'widget/unknown-version' })
    expect((await script(version)).status).toBe(200)
  })
})
