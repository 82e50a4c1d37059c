/**
 * The first line that the picture program reads, as JSON; the file follows, and a JPEG comes back. Before the picture
 * of a page stands a line with how many there are.
 */
export interface PictureOrder {
  /** Lines to write on the copy. */
  readonly mark: readonly string[] | null
  /** The longer side of the copy, in pixels, where it is to be a smaller one. */
  readonly edge?: number
  /** The page of a PDF, counted from one; left out: the file is a picture. */
  readonly page?: number
}

/** The longer side of a copy, in pixels: a sheet of A4 stays legible at it. */
export const EDGE = 2_560

/** A larger picture is not read: a small file can claim any size, and a decoder holds what it claims. Phones take 50 million. */
export const MOST_PIXELS = 51_000_000

/** Of the JPEG, out of 100. */
export const QUALITY = 82

/** Pixels for each point of a page: small print stays legible, and a sheet of A4 is about 1,500 pixels wide. */
export const PAGE_SCALE = 2.5
