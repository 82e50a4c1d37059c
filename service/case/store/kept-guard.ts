import type { GuardMark } from '../../offices/staff/staff-member.ts'
import type { LaidKey, Vault } from '../../storage/vault.ts'
import type { Complaint, Guard } from '../shape/complaint.ts'
import type { Filed } from '../shape/filed.ts'
import { caseKeyOf, filedPlace, tagOf } from './case-seals.ts'
import type { KeptGuard, StoredGuard } from './kept-complaint.ts'

type Holder = Filed & Pick<Complaint, 'id' | 'key'> & { readonly guard?: StoredGuard | null }

/** Marks are padded to multiples of so many characters, so that their number does not reveal whose staff it is. */
const STEP = 1_024

export function textOfMarks(marks: readonly GuardMark[]): string {
  const text = marks.join(' ')
  return text.padEnd(Math.ceil((text.length + 1) / STEP) * STEP)
}

export function marksIn(text: unknown): readonly GuardMark[] {
  const written = String(text).trim()
  return written === '' ? [] : (written.split(' ') as GuardMark[])
}

export async function sealGuard(
  vault: Pick<Vault, 'seal'>,
  key: LaidKey,
  filed: Filed,
  { marks, steward }: Guard,
): Promise<KeptGuard> {
  return { sealed: await vault.seal(key, filedPlace(filed, 'guard'), textOfMarks(marks)), steward }
}

export async function openGuard(vault: Pick<Vault, 'open'>, one: Holder): Promise<Guard | null> {
  const { guard } = one
  if (!guard || 'marks' in guard) return guard ?? null
  const text = await vault.open(caseKeyOf(one), filedPlace(one, 'guard'), guard.sealed)
  return { marks: marksIn(text), steward: guard.steward }
}

/** The token differs for every sealing of a guard. */
export const guardToken = (guard: StoredGuard | null | undefined): string | null =>
  guard ? ('marks' in guard ? guard.marks.join(' ') : tagOf(guard.sealed)) : null
