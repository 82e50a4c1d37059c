import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { textsInTests } from '../../../service/shared/texts/texts-plugin.ts'
import { ofShortLife } from '../../support/of-short-life.ts'

/** What is tested of the admin application outside the test runner's own page: its build, and the built files under a strict policy. */
export default defineConfig({
  plugins: [textsInTests],
  test: {
    // Here and not above `test`: as a project among others, the folder of this file would win.
    root: resolve(import.meta.dirname, '../../..'),
    name: 'build-of-admin',
    includeTaskLocation: true,
    execArgv: ofShortLife,
    include: ['tests/admin/node/**/*.test.ts'],
    globalSetup: ['tests/support/folders-in-memory.ts'],
    maxWorkers: 3,
    // A busy machine takes its time; what does not come at all is still missed.
    expect: { poll: { timeout: 60_000 } },
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})
