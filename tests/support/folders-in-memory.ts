import { existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'

/** Linux keeps this folder in memory. */
const memory = '/dev/shm'
const name = 'aduan-tests-'

/** Far more than the folders of a run take at one time. A container may have only 64 MB there. */
const ENOUGH_BYTES = 2 * 1024 ** 3

/**
 * Puts the temporary folders of a run into memory where the machine has room. A store waits for the disk after each
 * write, and tests open thousands of stores: most of their time was that wait. A killed process loses no more there
 * than on a disk, and a full disk is tested with one of its own.
 */
export default function keepFoldersInMemory(): void {
  if (process.env.TMPDIR || !hasRoom()) return
  removeLeftovers()
  const folder = mkdtempSync(join(memory, `${name}${process.pid}-`))
  process.env.TMPDIR = folder
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
}

function hasRoom(): boolean {
  if (process.platform !== 'linux' || !existsSync(memory)) return false
  const { bavail, bsize } = statfsSync(memory)
  return bavail * bsize >= ENOUGH_BYTES
}

/** Removes what runs that were killed left there. */
function removeLeftovers(): void {
  for (const entry of readdirSync(memory)) {
    const process = new RegExp(`^${name}(\\d+)-`).exec(entry)?.[1]
    if (process && !existsSync(`/proc/${process}`)) rmSync(join(memory, entry), { recursive: true, force: true })
  }
}
