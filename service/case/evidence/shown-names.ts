import { findLeaks, type LeakKind } from '../../offices/names/find-leaks.ts'
import type { Identity } from '../../storage/vault.ts'
import type { Complaint, Dossier } from '../shape/complaint.ts'

type WithNames = Pick<Complaint, 'evidence'> & { readonly dossier: Pick<Dossier, 'evidenceNames' | 'hiddenNames'> }

/** Finds parts of the reporter's identity in a file's name. Files often have underscores for spaces. */
export const leaksInName = (name: string, identity: Identity | null): LeakKind[] =>
  findLeaks(name.replaceAll('_', ' '), identity)

/**
 * Marks the file names that reveal the reporter. Marks are kept even if the identity changes. If the identity is
 * sealed, all names are marked, because nobody can check them.
 */
export function hideNames<C extends { readonly dossier: Dossier }>(complaint: C, identity: Identity | null): C {
  const { evidenceNames, hiddenNames, sealedTo } = complaint.dossier
  const telling = Object.keys(evidenceNames).filter(
    (id) => sealedTo || leaksInName(evidenceNames[id] ?? '', identity).length > 0,
  )
  const added = telling.filter((id) => !hiddenNames.includes(id))
  if (added.length === 0) return complaint
  return { ...complaint, dossier: { ...complaint.dossier, hiddenNames: [...hiddenNames, ...added] } }
}

export function nameForStaff(complaint: WithNames, id: string): string {
  const { evidenceNames, hiddenNames } = complaint.dossier
  const name = evidenceNames[id] ?? id
  return hiddenNames.includes(id) ? coverName(name, complaint.evidence.findIndex((item) => item.id === id) + 1) : name
}

/**
 * Returns the names after the identity is erased: names that revealed it are removed for good, for the reporter too.
 */
export const forgetNames = (complaint: WithNames): Dossier['evidenceNames'] =>
  Object.fromEntries(Object.keys(complaint.dossier.evidenceNames).map((id) => [id, nameForStaff(complaint, id)]))

const coverName = (name: string, place: number): string =>
  `nama-disamarkan-${place}${/\.[a-z0-9]{1,5}$/i.exec(name)?.[0] ?? ''}`
