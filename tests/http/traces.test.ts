import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aFiling, aKey } from '../support/an-office.ts'
import { builtProgram } from '../support/built-program.ts'
import { oneService } from '../support/one-service.ts'
import { type StandInSmtp, startStandInSmtp } from '../support/stand-in-smtp.ts'

interface OtlpSpan {
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly name: string
  readonly kind: number
  readonly startTimeUnixNano: string
  readonly endTimeUnixNano: string
  readonly attributes: readonly { key: string; value: Record<string, unknown> }[]
}
interface OtlpRequest {
  readonly path: string
  readonly headers: Record<string, string>
  readonly body: {
    resourceSpans: { resource: { attributes: unknown[] }; scopeSpans: { spans: OtlpSpan[] }[] }[]
  }
}

const patience = { timeout: 60_000 }
const environment: Record<string, string> = {
  TRUST_PROXY: 'on',
  OTEL_SERVICE_NAME: 'aduan-uji',
  OTEL_EXPORTER_OTLP_HEADERS: 'x-kunci=rahasia%20kolektor',
}
const taken: OtlpRequest[] = []
let collector: ChildProcess
let smtp: StandInSmtp
beforeAll(async () => {
  smtp = await startStandInSmtp()
  collector = fork(builtProgram('an-otlp-receiver-process'))
  const [{ port }] = (await once(collector, 'message')) as [{ port: number }]
  collector.on('message', (request) => taken.push(request as OtlpRequest))
  environment.SMTP_URL = smtp.url
  environment.OTEL_EXPORTER_OTLP_ENDPOINT = `http://127.0.0.1:${port}`
})
afterAll(async () => {
  collector.kill()
  await smtp.close()
})
// After collector and mail server: it starts with their addresses.
const service = oneService(environment)

const spans = () =>
  taken.flatMap(({ body }) => body.resourceSpans.flatMap((one) => one.scopeSpans.flatMap((s) => s.spans)))
const inTrace = (traceId: string) => spans().filter((span) => span.traceId === traceId)
const attribute = ({ attributes }: OtlpSpan, key: string) =>
  Object.values(attributes.find((one) => one.key === key)?.value ?? {})[0]

function file(headers: Record<string, string> = {}) {
  return fetch(`${service.unit().api}/complaints`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': aKey(), ...headers },
    body: JSON.stringify(aFiling()),
  })
}

describe('a service that was told of a collector', () => {
  it('shows it one filing whole: the request, what the store did for it, and the try of its notice', async () => {
    const requestId = (await file()).headers.get('x-request-id')!
    expect(requestId).toMatch(/^[\da-f]{32}$/)
    // Each span is sent when it has ended, in whichever order they end.
    const names = ['POST /api/v1/tenants/:tenant/complaints', 'insertNext complaints', 'send email']
    await expect.poll(() => inTrace(requestId).map(({ name }) => name), patience).toEqual(expect.arrayContaining(names))

    const [server] = inTrace(requestId).filter(({ kind }) => kind === 2)
    expect(server!.name).toBe('POST /api/v1/tenants/:tenant/complaints')
    expect(attribute(server!, 'http.response.status_code')).toBe('201')
    expect(attribute(server!, 'aduan.tenant')).toBe('bagian-organisasi')
    expect(BigInt(server!.endTimeUnixNano) > BigInt(server!.startTimeUnixNano)).toBe(true)
    const write = inTrace(requestId).find(({ name }) => name === 'insertNext complaints')!
    expect(write.parentSpanId).toBe(server!.spanId)
    const sent = inTrace(requestId).find(({ name }) => name === 'send email')!
    expect(attribute(sent, 'aduan.outcome')).toBe('accepted')
  })

  it('says who it is and what the collector asked for', () => {
    const [{ path, headers, body }] = taken as [OtlpRequest]
    expect([path, headers['content-type'], headers['x-kunci']]).toEqual([
      '/v1/traces',
      'application/json',
      'rahasia kolektor',
    ])
    expect(body.resourceSpans[0]!.resource.attributes).toContainEqual({
      key: 'service.name',
      value: { stringValue: 'aduan-uji' },
    })
  })

  it('goes on with the trace of a trusted proxy, and leaves one that the proxy does not keep', async () => {
    const [kept, dropped] = ['4bf92f3577b34da6a3ce929d0e0e4736', '5bf92f3577b34da6a3ce929d0e0e4737']
    await file({ traceparent: `00-${dropped}-00f067aa0ba902b7-00` })
    const answer = await file({ traceparent: `00-${kept}-00f067aa0ba902b7-01` })
    expect(answer.headers.get('x-request-id')).toBe(kept)
    await expect
      .poll(() => inTrace(kept!).find(({ kind }) => kind === 2)?.parentSpanId, patience)
      .toBe('00f067aa0ba902b7')
    expect(inTrace(dropped!)).toEqual([])
  })

  it('tells it nothing of who filed, what about, and under which number', async () => {
    const { number, trackingCode } = await service.unit().file()
    await service.unit().reporter({ number, trackingCode }).follow()
    const followed = 'GET /api/v1/tenants/:tenant/complaints/:number'
    await expect.poll(() => spans().some(({ name }) => name === followed), patience).toBe(true)
    const told = JSON.stringify(taken)
    // The names of spans are random digits and letters, so a few digits alone may stand there.
    for (const word of ['siti', 'Contoh', '0812-0000', '8120000', 'loket', number, trackingCode])
      expect(told).not.toContain(word)
  })
})
