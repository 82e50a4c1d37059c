import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { ofShortLife } from './support/of-short-life.ts'

const here = import.meta.dirname

/** Tests that need a server of somebody else's make. */
export default defineConfig({
  root: resolve(here, '..'),
  test: {
    name: 'servers',
    includeTaskLocation: true,
    execArgv: ofShortLife,
    globalSetup: resolve(here, 'support/build-once.ts'),
    setupFiles: [resolve(here, 'support/clean-up.ts')],
    include: ['tests/servers/**/*.test.ts'],
    reporters: ['default', resolve(here, 'support/closing-line.ts')],
    hookTimeout: 300_000,
    // A busy machine takes its time; what does not come at all is still missed.
    expect: { poll: { timeout: 60_000 } },
    testTimeout: 300_000,
  },
})
