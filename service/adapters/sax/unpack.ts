import { Unzip, UnzipInflate } from 'fflate'
import { SheetRefused } from '../../filing/old-books/read-sheets.ts'

/** No sheet that was written by hand has this many bytes of XML. */
const MOST_UNPACKED = 400 * 1024 * 1024
const MOST_ENTRIES = 2_000
/** Packed bytes at a time: their unpacked size, a thousandfold at most, is counted before the next step. */
const STEP = 16 * 1024

/** It counts unpacked bytes over all parts of one file. */
export interface Budget {
  left: number
}
export const wholeBudget = (): Budget => ({ left: MOST_UNPACKED })

/**
 * Walks through a ZIP and unpacks only the wanted parts, a piece at a time.
 * @param wanted gives a reader for a part by its name; its last piece comes with `true`
 * @throws SheetRefused `unreadable`, `too-large`
 */
export function unpack(
  file: Uint8Array,
  budget: Budget,
  wanted: (name: string) => ((piece: Uint8Array, isLast: boolean) => void) | null,
): void {
  let entries = 0
  const zip = new Unzip((part) => {
    if (++entries > MOST_ENTRIES) throw new SheetRefused('too-large')
    const read = wanted(part.name)
    if (!read) return
    part.ondata = (error, piece, isLast) => {
      // Errors of a reader arrive here too.
      if (error) throw error
      budget.left -= piece.length
      if (budget.left < 0) throw new SheetRefused('too-large')
      read(piece, isLast)
    }
    part.start()
  })
  zip.register(UnzipInflate)
  try {
    for (let at = 0; at < file.length; at += STEP) zip.push(file.subarray(at, at + STEP), at + STEP >= file.length)
  } catch (cause) {
    throw cause instanceof SheetRefused ? cause : new SheetRefused('unreadable')
  }
}
