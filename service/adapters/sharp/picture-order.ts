import type { Drawing } from '../../keeping/evidence/opened-evidence.ts'

/**
 * The first line that the picture program reads, as JSON; the file follows, and a JPEG comes back. Before the picture
 * of a page comes a line about it, also as JSON.
 */
export interface PictureOrder extends Drawing {
  readonly mark: readonly string[] | null
  /** The page of a PDF, counted from one; without it the file is a picture. */
  readonly page?: number
}

/** The longer side of a copy, in pixels, at which a sheet of A4 stays legible. */
export const EDGE = 2_560

/**
 * Larger pictures are refused: a small file can claim any size, and a decoder allocates what it claims. Phones take
 * 50 million.
 */
export const MOST_PIXELS = 51_000_000

/** Quality of the JPEG, out of 100. */
export const QUALITY = 82

/** Pixels for each point of a page: small print stays legible, and a sheet of A4 is about 1,500 pixels wide. */
export const PAGE_SCALE = 2.5
