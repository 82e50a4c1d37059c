import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Clock } from '../../shared/instant.ts'
import type { MasterKeys } from '../../storage/vault.ts'

/** A try takes seconds; milliseconds. */
const LASTS = 5 * 60_000

const signOf = (key: Uint8Array, unit: string, until: string): Buffer =>
  createHmac('sha256', key).update(`aduan practice pass\n${unit}\n${until}`).digest()

/** Only who holds the master key makes a pass, so it takes the host. It opens the room for tries of one unit. */
export async function makePracticePass(masterKeys: MasterKeys, unit: string, now: Clock): Promise<string> {
  const [newest] = await masterKeys.read()
  if (!newest) throw new Error('There is no master key.')
  const until = String(Date.parse(now()) + LASTS)
  return `${until}.${signOf(newest, unit, until).toString('base64url')}`
}

/** @returns a test of the pass that a request brings */
export const checkPracticePass =
  (masterKeys: MasterKeys, now: Clock) =>
  async (unit: string, pass: string): Promise<boolean> => {
    const [, until, signed] = /^(\d{13})\.([\w-]{43})$/.exec(pass) ?? []
    const left = Number(until) - Date.parse(now())
    if (!until || !signed || left <= 0 || left > LASTS) return false
    const given = Buffer.from(signed, 'base64url')
    const keys = await masterKeys.read()
    return keys.some((key) => timingSafeEqual(signOf(key, unit, until), given))
  }
