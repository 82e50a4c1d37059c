import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { endWithTest, type RunningService, startHosted } from './a-running-service.ts'
import { unitAt } from './an-office.ts'

export interface OneService {
  readonly running: RunningService
  readonly url: string
  unit(name?: string): ReturnType<typeof unitAt>
  /** One of the demo staff, signed in once for the whole file. */
  staff(mailbox: string, unit?: string): ReturnType<ReturnType<typeof unitAt>['signIn']>
}

/** One service for all tests of a file, with the demo units. Limits are lifted unless the file is about them. */
export function oneService(environment: Readonly<Record<string, string>> = {}, built?: () => string): OneService {
  let running: RunningService | undefined
  const sessions = new Map<string, ReturnType<OneService['staff']>>()
  const found = (): RunningService => {
    if (!running) throw new Error('The service starts before the first test, not before.')
    return running
  }
  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'aduan-test-'))
    running = await startHosted({ LIMITS: 'off', ...environment, DATA_DIR: folder }, built?.())
  })
  afterAll(async () => {
    if (!running) return
    await endWithTest(running)
    await rm(running.folder, { recursive: true, force: true, maxRetries: 10 })
  })
  return {
    get running() {
      return found()
    },
    get url() {
      return found().url
    },
    unit: (name) => unitAt(found().url, name),
    staff(mailbox, unit = 'bagian-organisasi') {
      const address = `${mailbox}@${unit}`
      const session = sessions.get(address) ?? unitAt(found().url, unit).signIn(mailbox)
      sessions.set(address, session)
      return session
    },
  }
}
