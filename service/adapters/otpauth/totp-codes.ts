import { Secret, TOTP } from 'otpauth'
import type { TotpCodes } from '../../offices/staff/account-office.ts'

/** The values that every authenticator app understands: SHA-1, six digits, thirty seconds (RFC 6238). */
const standard = { issuer: 'Aduan', algorithm: 'SHA1', digits: 6, period: 30 } as const
const SECRET_BYTES = 20

/** Clocks of phones differ a little, so the previous and the next step are accepted too. */
const WINDOW = 1

export const totpCodes: TotpCodes = {
  newSecret: () => new Secret({ size: SECRET_BYTES }).base32,

  address: (secret, accountName) => new TOTP({ ...standard, secret, label: accountName }).toString(),

  stepOf(secret, code, now) {
    const token = code.replace(/\s/g, '')
    if (!/^\d{6}$/.test(token)) return null
    const totp = new TOTP({ ...standard, secret })
    const timestamp = Date.parse(now)
    const delta = totp.validate({ token, timestamp, window: WINDOW })
    return delta === null ? null : totp.counter({ timestamp }) + delta
  },
}
