import type { Complaint } from './shape/complaint.ts'

export const LOW_STARS = 2

/** The reporter rated the matter as not solved or handled badly. */
export const isUnsatisfied = ({ dossier: { rating } }: Complaint): boolean =>
  rating !== null && (rating.stars <= LOW_STARS || !rating.solved)
