import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RunningService, startProcess } from '../support/a-running-service.ts'
import { flagsOfStart, memorySettingsOfStart } from '../support/start-lines.ts'

export interface Measured {
  readonly service: RunningService
  readonly pid: number
}

/**
 * Measures the built service as offices run it, with its limits lifted, on a folder of its own unless one is given,
 * and stops it.
 */
export async function withService<T>(
  measure: (measured: Measured) => Promise<T>,
  givenFolder?: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<T> {
  const folder = givenFolder ?? (await mkdtemp(join(tmpdir(), 'aduan-bench-')))
  const settings = { LIMITS: 'off', ...(await memorySettingsOfStart()), ...environment, DATA_DIR: folder }
  const service = await startProcess(settings, undefined, await flagsOfStart())
  try {
    return await measure({ service, pid: service.process.pid ?? 0 })
  } finally {
    await service.stop()
    if (!givenFolder) await rm(folder, { recursive: true, force: true })
  }
}
