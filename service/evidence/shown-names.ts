import type { Complaint, Dossier } from '../complaints/shape/complaint.ts'
import { findLeaks, type LeakKind } from '../identity/find-leaks.ts'
import type { Identity } from '../identity/vault.ts'

type WithNames = Pick<Complaint, 'evidence'> & { readonly dossier: Pick<Dossier, 'evidenceNames' | 'hiddenNames'> }

/** What of the reporter's identity stands in a file's name. Files use a line where people leave a space. */
export const leaksInName = (name: string, identity: Identity | null): LeakKind[] =>
  findLeaks(name.replaceAll('_', ' '), identity)

/**
 * The case with the names marked that say who the reporter is; a mark stays, whatever the identity becomes. Where the
 * identity is sealed nobody can tell which those are, so all are.
 */
export function withNamesHidden<C extends { readonly dossier: Dossier }>(complaint: C, identity: Identity | null): C {
  const { evidenceNames, hiddenNames, sealedTo } = complaint.dossier
  const telling = Object.keys(evidenceNames).filter(
    (id) => sealedTo || leaksInName(evidenceNames[id] ?? '', identity).length > 0,
  )
  const added = telling.filter((id) => !hiddenNames.includes(id))
  if (added.length === 0) return complaint
  return { ...complaint, dossier: { ...complaint.dossier, hiddenNames: [...hiddenNames, ...added] } }
}

/** A file's name as staff read it, on the screen, in downloads and on paper. */
export function nameForStaff(complaint: WithNames, id: string): string {
  const { evidenceNames, hiddenNames } = complaint.dossier
  const name = evidenceNames[id] ?? id
  return hiddenNames.includes(id) ? covered(name, complaint.evidence.findIndex((item) => item.id === id) + 1) : name
}

/** The names once the identity is forgotten: those that told it are gone for good, for the reporter too. */
export const namesForgotten = (complaint: WithNames): Dossier['evidenceNames'] =>
  Object.fromEntries(Object.keys(complaint.dossier.evidenceNames).map((id) => [id, nameForStaff(complaint, id)]))

/** Tells the file's place in the case and its kind, which is what is left of a name. */
const covered = (name: string, place: number): string =>
  `nama-disamarkan-${place}${/\.[a-z0-9]{1,5}$/i.exec(name)?.[0] ?? ''}`
