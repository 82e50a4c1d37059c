import type { EvidenceItem } from '../../case/shape/evidence.ts'
import type { Area } from '../../case/shape/redaction.ts'

/** HEIC is missing, because its decoders are under patents and not part of this product. */
const pictures: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'])

export const hasViewingCopy = ({ type }: Pick<EvidenceItem, 'type'>): boolean => pictures.has(type)

/** A copy is a redrawn picture or page; sound and film are played as they came. */
export type ViewingKind = 'picture' | 'pages' | 'sound' | 'film'

export function viewingKindOf(item: Pick<EvidenceItem, 'type'>): ViewingKind | null {
  if (hasViewingCopy(item)) return 'picture'
  if (item.type === 'application/pdf') return 'pages'
  if (item.type.startsWith('audio/')) return 'sound'
  return item.type.startsWith('video/') ? 'film' : null
}

export const COPY_TYPE = 'image/jpeg'

export interface Drawing {
  /** A smaller limit, in pixels a side. */
  readonly edge?: number
  /** These are black in the copy. */
  readonly areas?: readonly Area[]
  /** The mark is only over the picture, and not beneath it, so that places on the copy are those of the original. */
  readonly keepsSize?: boolean
}

/**
 * Redraws a picture upright, at most 2,560 pixels a side, and the first frame of an animation. Only pixels are copied:
 * no place, device, comment or hidden bytes.
 * @param mark lines to write all over the copy
 * @returns `null` when the picture is unreadable, claims too many pixels, or takes too long
 */
export type CopyPicture = (
  original: AsyncIterable<Uint8Array>,
  mark: readonly string[] | null,
  drawing?: Drawing,
) => Promise<Uint8Array | null>

export interface PageCopy {
  readonly picture: Uint8Array
  /** Pixels. */
  readonly width: number
  readonly height: number
  /** How many pages the document has. */
  readonly pages: number
}

/**
 * Redraws one page of a document as such a picture, without its scripts, links and forms.
 * @param page counted from one
 * @returns `null` when the page does not exist, the document is unreadable, or it takes too long
 */
export type CopyPage = (
  original: AsyncIterable<Uint8Array>,
  mark: readonly string[] | null,
  page: number,
  drawing?: Omit<Drawing, 'edge'>,
) => Promise<PageCopy | null>
