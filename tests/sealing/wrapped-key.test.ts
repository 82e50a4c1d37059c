import { expect, it } from 'vitest'
import {
  newSalt,
  unwrapByPasskey,
  unwrapByPassphrase,
  type WrappedTenantKey,
  wrapByPasskey,
  wrapByPassphrase,
} from '../../service/sealing/wrapped-key.ts'

const secret = new Uint8Array(32).map((_, at) => at * 7)
const keyId = 'q83vEjRWeJqrze8SNFZ4mg'

type Wrapped<Way extends WrappedTenantKey['way']> = WrappedTenantKey & { readonly way: Way }

it('a key wrapped by a passphrase opens by that passphrase alone, and only as the key that it is', async () => {
  const wrapped = (await wrapByPassphrase(secret, keyId, 'empat kata yang panjang')) as Wrapped<'passphrase'>
  expect(await unwrapByPassphrase(wrapped, keyId, ' empat kata yang panjang\n')).toEqual(secret)
  expect(await unwrapByPassphrase(wrapped, keyId, 'empat kata yang pendek')).toBeNull()
  expect(await unwrapByPassphrase(wrapped, 'AAAAAAAAAAAAAAAAAAAAAA', 'empat kata yang panjang')).toBeNull()
})

it('a wrapping with so few rounds that it could be guessed, or so many that the page would hang, is not tried', async () => {
  const wrapped: Wrapped<'passphrase'> = { way: 'passphrase', salt: newSalt(), iterations: 1_000, sealed: 'AAAA' }
  for (const iterations of [1_000, 1e9]) {
    expect(await unwrapByPassphrase({ ...wrapped, iterations }, keyId, 'empat kata yang panjang')).toBeNull()
  }
})

it('a key wrapped by a passkey opens by what that passkey gives', async () => {
  const prf = new Uint8Array(32).fill(3)
  const passkey = { credential: 'Y29udG9o', salt: newSalt(), prf }
  const wrapped = (await wrapByPasskey(secret, keyId, passkey)) as Wrapped<'passkey'>
  expect(await unwrapByPasskey(wrapped, keyId, prf)).toEqual(secret)
  expect(await unwrapByPasskey(wrapped, keyId, new Uint8Array(32))).toBeNull()
  expect(await unwrapByPasskey({ ...wrapped, sealed: '*' }, keyId, prf)).toBeNull()
})
