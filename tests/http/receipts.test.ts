import { createHash } from 'node:crypto'
import { compactVerify, createLocalJWKSet, createRemoteJWKSet, decodeJwt, type JSONWebKeySet } from 'jose'
import { describe, expect, it } from 'vitest'
import type { UnitTrustView } from '../../service/contract/unit.ts'
import { oneService } from '../support/one-service.ts'
import { readPdf } from '../support/read-pdf.ts'

const service = oneService()

async function aReceiptPdf(unit = 'bagian-organisasi') {
  const office = service.unit(unit)
  const category = unit === 'bagian-organisasi' ? 'illegal_levy' : 'slow_service'
  const receipt = await office.file({ category })
  const response = await office.reporter(receipt).get('/receipt.pdf')
  return { receipt, response, bytes: new Uint8Array(await response.arrayBuffer()) }
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const checkPage = async (receipt: { readonly verifyUrl: string }): Promise<string> =>
  (await fetch(service.url + new URL(receipt.verifyUrl).pathname)).text()

const filesOn = (page: string) => [...page.matchAll(/<li><code>([0-9a-f]{64})<\/code>/g)].map(([, hash]) => hash)

const renameOffice = async (unit: string, name: string) => {
  const admin = await service.staff('admin', unit)
  const settings = (await (await admin.get('/settings')).json()) as Record<string, unknown>
  const response = await fetch(`${service.unit(unit).api}/settings`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', ...admin.headers },
    body: JSON.stringify({ ...settings, name }),
  })
  expect(response.status).toBe(200)
}

const keys = async (): Promise<JSONWebKeySet> => (await fetch(`${service.url}/.well-known/jwks.json`)).json()

/** The signature as it stands in the paper's own words, whatever lines it was broken into. */
const signatureIn = (bytes: Uint8Array): string | undefined =>
  /eyJ[\w-]+\.eyJ[\w-]+\.[\w-]{86}/.exec(`${readPdf(bytes).skeleton}\n${readPdf(bytes).text}`.replace(/\s/g, ''))?.[0]

describe('a receipt', () => {
  it('is a paper with number, dates and the reporter as they gave themselves, and without the code', async () => {
    const { receipt, response, bytes } = await aReceiptPdf()
    expect(response.headers.get('content-type')).toBe('application/pdf')
    expect(response.headers.get('content-disposition')).toContain(`attachment; filename="${receipt.number}.pdf"`)
    expect(response.headers.get('cache-control')).toBe('no-store')
    const { text } = readPdf(bytes)
    for (const told of [receipt.number, 'Siti Contoh', 'Diminta uang di loket']) expect(text).toContain(told)
    const trust = (await (await fetch(`${service.unit().api}/trust`)).json()) as UnitTrustView
    expect(text.replace(/\s+/g, ' ')).toContain(trust.fingerprint.join(' '))
    expect(text.replace(/\W/g, '')).not.toContain(receipt.trackingCode.replaceAll('-', ''))
  })

  it('is the same paper each time that it is fetched, whatever happened meanwhile', async () => {
    const { receipt, bytes } = await aReceiptPdf()
    const reporter = service.unit().reporter(receipt)
    await (await service.staff('kepala')).act(receipt.number, 'verify')
    const later = new Uint8Array(await (await reporter.get('/receipt.pdf')).arrayBuffer())
    expect(readPdf(later).text).toBe(readPdf(bytes).text)
    expect(sha256(later)).toBe(sha256(bytes))
  })

  it('is known again as the very file that was given out, also when the office is called otherwise by now', async () => {
    const { receipt, bytes } = await aReceiptPdf('dinas-contoh')
    await renameOffice('dinas-contoh', 'Dinas Contoh Baru')
    const office = service.unit('dinas-contoh')
    const renamed = new Uint8Array(await (await office.reporter(receipt).get('/receipt.pdf')).arrayBuffer())
    const page = await checkPage(receipt)
    expect(sha256(renamed)).not.toBe(sha256(bytes))
    expect(filesOn(page)).toEqual([sha256(bytes), sha256(renamed)].sort())
  })

  it('has other hashes for the copies of staff, from which nobody can tell what is masked on them', async () => {
    const { receipt, bytes } = await aReceiptPdf()
    const head = await service.staff('kepala')
    const masked = new Uint8Array(await (await head.get(`/cases/${receipt.number}/receipt.pdf`)).arrayBuffer())
    const markOf = (file: Uint8Array) => /^\(([\w-]{43})\)$/m.exec(readPdf(file).skeleton)?.[1]
    expect(markOf(masked)).toBeDefined()
    expect(markOf(masked)).not.toBe(markOf(bytes))
    expect(filesOn(await checkPage(receipt))).toEqual([sha256(bytes), sha256(masked)].sort())
  })

  it('that nobody downloaded has no file to compare with', async () => {
    const receipt = await service.unit().file()
    expect(filesOn(await checkPage(receipt))).toEqual([])
  })

  it('is found genuine by whoever scans it, who learns nothing of what it is about', async () => {
    const { receipt } = await aReceiptPdf()
    const { pathname } = new URL(receipt.verifyUrl)
    const page = await (await fetch(service.url + pathname)).text()
    expect(page).toContain(receipt.number.slice(-3))
    for (const secret of ['Siti', 'loket', 'Pungutan', receipt.number]) expect(page).not.toContain(secret)
  })

  it('bears a signature that the unit’s public key verifies, and no other unit’s', async () => {
    const { receipt, bytes } = await aReceiptPdf()
    const signature = signatureIn(bytes)
    expect(signature).toBeDefined()
    const { payload, protectedHeader } = await compactVerify(signature!, createLocalJWKSet(await keys()))
    expect(protectedHeader).toMatchObject({ alg: 'EdDSA', kid: expect.stringMatching(/^bagian-organisasi-/) })
    expect(JSON.parse(new TextDecoder().decode(payload))).toMatchObject({
      tenant: 'bagian-organisasi',
      number: receipt.number,
      receivedAt: receipt.receivedAt,
    })
    // All that a stranger has is the paper: it says itself who issued it, and there the keys are.
    const { iss = '' } = decodeJwt(signature!)
    const published = createRemoteJWKSet(new URL('/.well-known/jwks.json', iss.replace('localhost', '127.0.0.1')))
    expect(await compactVerify(signature!, published)).toMatchObject({ protectedHeader: { typ: 'aduan-receipt' } })
    const forged = signature!.replace(/\.(\w)/, (_, one: string) => (one === 'A' ? '.B' : '.A'))
    await expect(compactVerify(forged, published)).rejects.toThrow()
    const others = { keys: (await keys()).keys.filter(({ kid }) => kid !== protectedHeader.kid) }
    await expect(compactVerify(signature!, createLocalJWKSet(others))).rejects.toThrow()
  })
})

it('the public keys are one for each unit, and hold nothing secret', async () => {
  const { keys: published } = await keys()
  expect(published.map(({ kid }) => kid?.replace(/-[\w-]{12}$/, ''))).toEqual(['bagian-organisasi', 'dinas-contoh'])
  for (const key of published) {
    expect(key).toEqual({ kty: 'OKP', crv: 'Ed25519', x: expect.any(String), kid: key.kid, use: 'sig', alg: 'EdDSA' })
  }
})
