import { expect, it } from 'vitest'
import { argon2Passwords } from '../../../service/adapters/argon2/password-hash.ts'

it('a password is kept as argon2id with 19 MiB and two passes, which finds it again and no other', async () => {
  const kept = await argon2Passwords.hash('kalimat-pendek-yang-kuat')
  expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await argon2Passwords.matches(kept, 'kalimat-pendek-yang-kuat')).toBe(true)
  expect(await argon2Passwords.matches(kept, 'kalimat-pendek-yang-lemah')).toBe(false)
})
