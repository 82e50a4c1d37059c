import { brotliDecompressSync } from 'node:zlib'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { signWebhook } from '../../../service/adapters/node-crypto/secrets.ts'
import { verifyWebhook, writeSchema } from '../../../service/http/pages/api-page.ts'
import { oneService } from '../../support/one-service.ts'

const service = oneService()
const newKey = 'kunci-program'

interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId: string }>>>>
  readonly webhooks: Readonly<Record<string, unknown>>
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> }
}
let described: Described
const pages: Record<string, string> = {}
beforeAll(async () => {
  described = await (await fetch(`${service.url}/openapi.json`)).json()
  for (const lang of ['id', 'en']) pages[lang] = await (await fetch(`${service.url}/api/?lang=${lang}`)).text()
})

const written: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' }
const unescaped = (html: string): string => html.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => written[name]!)
const examplesOn = (page: string): readonly string[] =>
  [...page.matchAll(/<pre class="code"><code>([\s\S]*?)<\/code><\/pre>/g)].map(([, text]) => unescaped(text!))

/** Runs lines of JavaScript as somebody would who copied them. */
const run = (lines: string, given: Readonly<Record<string, unknown>> = {}): Promise<unknown> => {
  const AsyncFunction = (async () => {}).constructor as FunctionConstructor
  return AsyncFunction(...Object.keys(given), lines)(...Object.values(given))
}

describe('the reference of the API', () => {
  it('names every call, every event and every schema of the description, in both languages', () => {
    for (const page of Object.values(pages)) {
      for (const [path, methods] of Object.entries(described.paths)) {
        for (const method of Object.keys(methods))
          expect(page).toContain(`<code>${method.toUpperCase()} ${path}</code>`)
      }
      for (const event of Object.keys(described.webhooks)) expect(page).toContain(`<code>webhook ${event}</code>`)
      for (const name of Object.keys(described.components.schemas)) expect(page).toContain(`id="schema-${name}"`)
    }
  })

  it('takes nothing from elsewhere, and is small on a slow line', async () => {
    const response = await fetch(`${service.url}/api/`, { headers: { 'Accept-Encoding': 'br' } })
    expect(response.headers.get('content-encoding')).toBe('br')
    const sources = [...pages.id!.matchAll(/<(?:link|script|img)[^>]+(?:href|src)="([^"]*)"/g)].map(([, one]) => one!)
    expect(sources.filter((one) => !one.startsWith('/'))).toEqual([])
    const { request } = await import('node:http')
    const bytes = await new Promise<Buffer>((resolve, reject) => {
      const asked = request(`${service.url}/api/`, { headers: { 'Accept-Encoding': 'br' } }, (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve(Buffer.concat(chunks)))
      })
      asked.on('error', reject).end()
    })
    expect(bytes.length).toBeLessThan(150_000)
    expect(brotliDecompressSync(bytes).toString()).toContain('</html>')
  })

  it('has examples that file, follow and list as they stand', async () => {
    const [call, file, follow, program] = examplesOn(pages.id!)
    const head = await service.staff('kepala')
    const made = await head.post('/api-keys', { name: newKey, scopes: ['cases:read'], days: 30 })
    expect(made.status).toBe(201)
    const { text: key } = (await made.json()) as { readonly text: string }
    const lines: unknown[][] = []
    await run([call, file, follow, program].join('\n'), {
      key,
      console: { log: (...words: unknown[]) => lines.push(words) },
    })
    const [[number, label] = [], [listed, status] = []] = lines
    expect([number, label]).toEqual([expect.stringMatching(/^BO-\d{4}-\d{6}$/), 'Diterima'])
    expect([listed, status]).toEqual([number, 'received'])
  })

  it('has an example that waits as long as a refusal says, and asks again', async () => {
    const [call] = examplesOn(pages.id!)
    const answers = [
      new Response('{}', { status: 429, headers: { 'Retry-After': '0' } }),
      new Response('{"name":"Unit"}'),
    ]
    const fetched = vi.fn(async () => answers.shift())
    expect(await run(`${call}\nreturn call('')`, { fetch: fetched })).toEqual({ name: 'Unit' })
    expect(fetched).toHaveBeenCalledTimes(2)
  })

  it('has an example that takes a signed message, and neither a changed, nor an old, nor a foreign one', async () => {
    expect(examplesOn(pages.en!)).toContain(verifyWebhook)
    const { isFromTheUnit } = (await import(`data:text/javascript,${encodeURIComponent(verifyWebhook)}`)) as {
      isFromTheUnit(secret: string, headers: Record<string, string>, body: string): Promise<boolean>
    }
    const secret = `whsec_${Buffer.from('rahasia-untuk-contoh-saja').toString('base64')}`
    const now = Math.floor(Date.now() / 1_000)
    const body = '{"type":"complaint.received"}'
    const headersAt = (seconds: number, by = secret) => ({
      'webhook-id': 'BO-1_1',
      'webhook-timestamp': String(seconds),
      'webhook-signature': `v1,YnVrYW4= ${signWebhook(by, 'BO-1_1', seconds, body)}`,
    })
    expect(await isFromTheUnit(secret, headersAt(now), body)).toBe(true)
    expect(await isFromTheUnit(secret, headersAt(now), `${body} `)).toBe(false)
    expect(await isFromTheUnit(secret, headersAt(now - 3_600), body)).toBe(false)
    expect(await isFromTheUnit(secret, headersAt(now, 'whsec_bGFpbg=='), body)).toBe(false)
  })
})

describe('the description of the API', () => {
  it('gives each call a name of its own, from which generators of clients make functions', () => {
    const names = Object.values(described.paths).flatMap((one) => Object.values(one).map((each) => each.operationId))
    expect(new Set(names).size).toBe(names.length)
    expect(names).toContain('postTenantsByTenantComplaints')
    expect(names.filter((name) => !/^[a-z][A-Za-z0-9]+$/.test(name))).toEqual([])
  })

  it('says how long a caller waits who asked too often', () => {
    const answered = JSON.stringify(described.paths['/api/v1/tenants/{tenant}/complaints'])
    expect(answered).toContain('"429":')
    expect(answered).toContain('Retry-After')
    expect(JSON.stringify(described.paths['/api/v1/tenants/{tenant}/cases'])).not.toContain('"429":')
  })

  it('describes what a receiver of a unit is sent', () => {
    expect(Object.keys(described.webhooks)).toHaveLength(4)
    expect(Object.keys(described.components.schemas)).toContain('WebhookMessage')
  })

  it('is written as people read types', () => {
    const schema = {
      type: 'object',
      required: ['number', 'clocks'],
      properties: {
        number: { type: 'string', maxLength: 40 },
        clocks: { type: 'array', items: { $ref: '#/components/schemas/Clock' } },
        answer: { anyOf: [{ enum: ['yes', 'no'] }, { type: 'null' }] },
      },
    }
    expect(writeSchema(schema)).toBe('{\n  number: string (≤ 40)\n  clocks: Clock[]\n  answer?: "yes" | "no" | null\n}')
  })
})
