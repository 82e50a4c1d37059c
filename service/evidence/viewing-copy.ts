import type { EvidenceItem } from './evidence.ts'

/** Pictures of which a copy can be made. HEIC is not among them: what reads it is under patents and not in the house. */
const pictures: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'])

export const hasViewingCopy = ({ type }: Pick<EvidenceItem, 'type'>): boolean => pictures.has(type)

/** The media type of every copy. */
export const COPY_TYPE = 'image/jpeg'

/**
 * Draws a picture anew: upright, at most 2,560 pixels a side, of an animation the first frame. Nothing of the file but
 * its pixels gets into the copy: no place, no device, no comment, no hidden bytes.
 * @param mark lines to write all over the copy
 * @param edge a smaller most, in pixels a side
 * @returns `null` when the picture cannot be read, claims too many pixels, or takes too long
 */
export type CopyPicture = (
  original: AsyncIterable<Uint8Array>,
  mark: readonly string[] | null,
  edge?: number,
) => Promise<Uint8Array | null>
