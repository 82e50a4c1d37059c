import { hash } from '@node-rs/argon2'
import { argon2Passwords } from '../../service/adapters/argon2/password-hash.ts'
import type { PasswordHasher } from '../../service/offices/staff/passwords.ts'

/** The same hash at the least cost that it may have: tests sign in thousands of times, and nobody there guesses. */
export const cheapPasswords: PasswordHasher = {
  hash: (password) => hash(password, { memoryCost: 8, timeCost: 1, parallelism: 1 }),
  matches: argon2Passwords.matches,
}
