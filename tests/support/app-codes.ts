import { TOTP } from 'otpauth'

/** What an authenticator app shows for a secret, some steps of thirty seconds from a moment. */
export const appCode = (secret: string, steps = 0, at: string | number = Date.now()): string =>
  new TOTP({ secret }).generate({ timestamp: new Date(at).getTime() + steps * 30_000 })

/** Six digits that are none of the codes around now. */
export function wrongCode(secret: string, at: string | number = Date.now()): string {
  const near = [-2, -1, 0, 1, 2].map((steps) => appCode(secret, steps, at))
  return ['000000', '111111', '222222', '333333', '444444', '555555'].find((code) => !near.includes(code)) ?? ''
}
