import { createHash } from 'node:crypto'
import { compactVerify, exportJWK, generateKeyPair } from 'jose'
import { expect, it } from 'vitest'
import { createReceiptSigner } from '../../../service/adapters/jose/signatures.ts'
import { canonicalReceipt } from '../../../service/case/receipt/receipt.ts'
import { mintTenantId } from '../../../service/storage/place.ts'
import { aReceipt } from '../../support/a-receipt.ts'

const office = mintTenantId('dinas-contoh')

async function aSigner() {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true })
  const key = { kid: 'dinas-contoh-1', privateKey: await exportJWK(privateKey) }
  return {
    publicKey,
    sign: createReceiptSigner(
      async () => 'https://aduan.example',
      async () => key,
    ),
  }
}

it('signs who received which complaint when, and a hash of what was received', async () => {
  const { publicKey, sign } = await aSigner()

  const { signature } = await sign(office, aReceipt())
  const { payload, protectedHeader } = await compactVerify(signature, publicKey)

  expect(protectedHeader).toEqual({ alg: 'EdDSA', kid: 'dinas-contoh-1', typ: 'aduan-receipt' })
  expect(JSON.parse(new TextDecoder().decode(payload))).toEqual({
    iss: 'https://aduan.example',
    tenant: 'dinas-contoh',
    number: 'DLW-2026-000123',
    receivedAt: '2026-11-23T03:15:00.000Z',
    receiptId: 'h4Kq2vY0Zt7',
    sha256: createHash('sha256').update(canonicalReceipt(aReceipt())).digest('base64url'),
  })
})

it('gives the same signature and fingerprint each time that a receipt is printed', async () => {
  const { sign } = await aSigner()

  const first = await sign(office, aReceipt())

  expect(await sign(office, aReceipt())).toEqual(first)
  expect(first.fingerprint).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}$/)
})

it('gives another fingerprint once a word of the receipt differs', async () => {
  const { sign } = await aSigner()

  const first = await sign(office, aReceipt())
  const altered = await sign(office, aReceipt({ subject: 'Sesuatu yang lain' }))

  expect(altered.fingerprint).not.toBe(first.fingerprint)
})

it('does not verify with the key of another unit', async () => {
  const { sign } = await aSigner()
  const other = await aSigner()

  const { signature } = await sign(office, aReceipt())

  await expect(compactVerify(signature, other.publicKey)).rejects.toMatchObject({
    code: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
  })
})
