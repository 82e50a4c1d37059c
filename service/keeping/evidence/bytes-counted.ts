/** Files without a complaint may use at most this many bytes, however large the quota is. */
export const MOST_HELD = 2_000_000_000

/** Each file counts as at least this many bytes, which bounds the number of files in a share. */
const LEAST_COUNTED = 65_536

/** Returns the bytes that a file counts in a share, rounded to two digits so that sizes identify no file. */
export const bytesCounted = (size: number): number => Number(Math.max(size, LEAST_COUNTED).toPrecision(2))

/** An address has at most this many waiting files, so a read with this limit misses none. */
export const MOST_FILES_IN_SHARE = Math.ceil(MOST_HELD / LEAST_COUNTED)
