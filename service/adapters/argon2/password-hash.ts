import { hash, verify } from '@node-rs/argon2'
import type { PasswordHasher } from '../../offices/staff/passwords.ts'

/** argon2id with 19 MiB and two passes, the first of OWASP's recommended settings. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export const argon2Passwords: PasswordHasher = {
  hash: (password) => hash(password, options),
  matches: (hashed, password) => verify(hashed, password),
}
