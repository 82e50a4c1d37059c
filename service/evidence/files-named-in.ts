import { complaintSpec, type KeptComplaint } from '../complaints/complaint-store.ts'
import { arrivalSpec, type KeptArrival } from '../inbound/arrival-store.ts'
import type { Kept } from '../storage/collection.ts'
import { heldEvidenceSpec } from './held-evidence.ts'
import { type OpenUpload, openUploadSpec } from './open-upload.ts'

/** Where ids of sealed files stand, by collection. */
export const filesNamedIn: Readonly<Record<string, (document: Kept) => readonly string[]>> = {
  [complaintSpec.name]: (document) => (document as KeptComplaint).evidence.map(({ id }) => id),
  [heldEvidenceSpec.name]: ({ id }) => [id],
  [openUploadSpec.name]: (document) => (document as OpenUpload).parts.map(({ id }) => id),
  [arrivalSpec.name](document) {
    const { rawId } = document as KeptArrival
    return rawId ? [rawId] : []
  },
}

/** What waits or was passed by may have gone by itself; of a case every file must be there. */
export const mustBeThere = (collection: string): boolean => collection === complaintSpec.name
