import { complaintSpec } from '../../case/store/complaint-spec.ts'
import type { KeptComplaint } from '../../case/store/kept-complaint.ts'
import { heldEvidenceSpec } from '../../keeping/evidence/held-evidence.ts'
import type { Kept } from '../../storage/collection.ts'
import { arrivalSpec, type KeptArrival } from '../arrivals/arrival-store.ts'
import { type OpenUpload, openUploadSpec } from './open-upload.ts'

export const filesNamedIn: Readonly<Record<string, (document: Kept) => readonly string[]>> = {
  [complaintSpec.name]: (document) => (document as KeptComplaint).evidence.map(({ id }) => id),
  [heldEvidenceSpec.name]: ({ id }) => [id],
  [openUploadSpec.name]: (document) => (document as OpenUpload).parts.map(({ id }) => id),
  [arrivalSpec.name](document) {
    const { rawId } = document as KeptArrival
    return rawId ? [rawId] : []
  },
}

/** Every file of a case must exist; uploads and held files may have expired. */
export const mustBeThere = (collection: string): boolean => collection === complaintSpec.name
