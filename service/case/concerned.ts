import type { Complaint } from './shape/complaint.ts'
import type { Concerned } from './shape/intake.ts'

/** Returns whom the reporters chose not to read it. */
export const chosenIn = ({ dossier }: Pick<Complaint, 'dossier'>): readonly Concerned[] =>
  dossier.concerns.filter(({ chosen }) => chosen)

/** Returns whom a case concerns, whatever its reporter chose. */
export const concernedIn = ({ dossier }: Pick<Complaint, 'dossier'>): readonly Concerned[] =>
  dossier.concerns.filter(({ chosen }) => chosen !== 'only')
