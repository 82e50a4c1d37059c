import type { EvidenceItem } from './evidence.ts'

/** Pictures of which a copy can be made. HEIC is not among them: what reads it is under patents and not in the house. */
const pictures: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'])

export const hasViewingCopy = ({ type }: Pick<EvidenceItem, 'type'>): boolean => pictures.has(type)

/** How a file is looked at in place: drawn anew as a picture, page by page, or played as it came. */
export type Shown = 'picture' | 'pages' | 'sound' | 'film'

export function shownAs(item: Pick<EvidenceItem, 'type'>): Shown | null {
  if (hasViewingCopy(item)) return 'picture'
  if (item.type === 'application/pdf') return 'pages'
  if (item.type.startsWith('audio/')) return 'sound'
  return item.type.startsWith('video/') ? 'film' : null
}

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

export interface PageCopy {
  readonly picture: Uint8Array
  /** Of the whole document. */
  readonly pages: number
}

/**
 * Draws one page of a document as such a picture: what else is in the file, scripts and links and forms, stays in it.
 * @param page counted from one
 * @returns `null` when there is no such page, the document cannot be read, or it takes too long
 */
export type CopyPage = (
  original: AsyncIterable<Uint8Array>,
  mark: readonly string[] | null,
  page: number,
) => Promise<PageCopy | null>
