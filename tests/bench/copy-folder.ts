import { cp, lstat } from 'node:fs/promises'

/** Copies a kept data folder. A service that ran on it may have left its socket there, which cannot be copied. */
export const copyFolder = (from: string, to: string): Promise<void> =>
  cp(from, to, { recursive: true, filter: async (path) => !(await lstat(path)).isSocket() })
