/** The most bytes that may wait without a complaint, however large the quota is. */
export const MOST_HELD = 2_000_000_000

/** The least that a file counts, so that a share holds a bounded number of files. */
const LEAST_COUNTED = 65_536

/** Returns the bytes that a file counts in a share, to two digits, so that files have sizes in common. */
export const bytesCounted = (size: number): number => Number(Math.max(size, LEAST_COUNTED).toPrecision(2))

/** The most files that wait from one address: a read that is limited by it misses none. */
export const MOST_FILES_IN_SHARE = Math.ceil(MOST_HELD / LEAST_COUNTED)
