import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { ofShortLife } from './support/of-short-life.ts'
import { startedBy, testsInNode } from './support/what-it-starts.ts'

const here = import.meta.dirname
const files = testsInNode.filter((file) => !file.startsWith('widget/') && startedBy(resolve(here, file)).service)

/**
 * Every test that starts the service, with MongoDB instead of the embedded store: the server at `MONGODB_URI`, or the
 * one that speaks its protocol.
 */
export default defineConfig({
  root: resolve(here, '..'),
  test: {
    name: 'mongo',
    includeTaskLocation: true,
    execArgv: ofShortLife,
    include: files.map((file) => `tests/${file}`),
    globalSetup: ['support/build-once.ts', 'support/mongo-for-all.ts'].map((file) => resolve(here, file)),
    setupFiles: ['support/embedded-only.ts', 'support/clean-up.ts'].map((file) => resolve(here, file)),
    reporters: ['default', resolve(here, 'support/closing-line.ts')],
    maxWorkers: 2,
    // The server that stands in reads whole collections for each command, one command at a time.
    expect: { poll: { timeout: 120_000 } },
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
})
