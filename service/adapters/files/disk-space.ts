import { statfs } from 'node:fs/promises'
import type { MeasureDisk } from '../../shared/free-room.ts'

/** Blocks that only root may use do not count as free. */
export const diskSpaceOf =
  (folder: string): MeasureDisk =>
  async () => {
    const { bsize, bavail, blocks } = await statfs(folder)
    return { free: bsize * bavail, total: bsize * blocks }
  }
