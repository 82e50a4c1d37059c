import type { Figure } from './figure.ts'
import { benchChaos } from './notices/chaos.ts'
import { benchClaims } from './notices/claims.ts'
import { benchOutage } from './notices/outage.ts'

/** Notices that wait in great number, that meet every misfortune, and whose provider is down. */
export const benchNotices = async (): Promise<readonly Figure[]> => [
  ...(await benchClaims()),
  ...(await benchOutage()),
  ...(await benchChaos()),
]
