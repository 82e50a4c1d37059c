import type { EvidenceStore } from '../../case/evidence.ts'
import { type BucketPlace, openObjects } from './bucket.ts'

/** Keys equal the paths in the evidence folder, so that a copy of one can become the other. */
const keyOf = (id: string): string => `${id.slice(0, 2)}/${id}`

/** Sealed evidence as objects of a bucket. */
export async function evidenceBucket(place: BucketPlace): Promise<EvidenceStore> {
  const objects = await openObjects(place, 'EVIDENCE_S3_URL')
  return {
    write: (id, sealed) => objects.write(keyOf(id), sealed),
    read: (id, part) => objects.read(keyOf(id), part),
    remove: (id) => objects.remove(keyOf(id)),
    forgetUnfinished: (before) => objects.forgetUnfinished(before),
  }
}
