import { fingerprintsIn } from '../../sealing/unit-key.ts'
import type { SeenWidget } from './seen-page.ts'

export const sealingFindings = {
  held: 'good',
  not_held: 'poor',
  not_next: 'poor',
  unreadable: 'bad',
  other_key: 'bad',
} as const

/** Fingerprints of the tenant's keys: the one that identities are sealed to now, and the one that will follow. */
export interface SealedTo {
  readonly active: string | null
  readonly waiting: string | null
}

interface Held {
  readonly widgets: readonly SeenWidget[]
  readonly sealedTo: SealedTo
}

/** Returns `null` if nothing is sealed and the page asks for nothing. */
export function sealingFinding({ widgets, sealedTo }: Held): keyof typeof sealingFindings | null {
  const pins = widgets.map(({ sealingKey }) => sealingKey?.trim() ?? '')
  const { active, waiting } = sealedTo
  if (pins.every((pin) => pin === '')) return active === null || pins.length === 0 ? null : 'not_held'
  const allowed = pins.filter((pin) => pin !== '').map(fingerprintsIn)
  if (allowed.some((fingerprints) => fingerprints.length === 0)) return 'unreadable'
  if (active === null || allowed.some((fingerprints) => !fingerprints.includes(active))) return 'other_key'
  if (pins.includes('')) return 'not_held'
  return waiting !== null && allowed.some((fingerprints) => !fingerprints.includes(waiting)) ? 'not_next' : 'held'
}
