import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { textsInTests } from '../../../service/shared/texts/texts-plugin.ts'
import { ofShortLife } from '../../support/of-short-life.ts'

/** What is tested of the widget outside a page of the test runner: its build, and the built files on a strict page. */
export default defineConfig({
  plugins: [textsInTests],
  test: {
    // Here and not above `test`: as a project among others, the folder of this file would win.
    root: resolve(import.meta.dirname, '../../..'),
    // Projects run by their names. The many short files of the service come last, so that no worker waits for the end.
    name: 'build-of-widget',
    includeTaskLocation: true,
    execArgv: ofShortLife,
    include: ['tests/widget/node/**/*.test.ts'],
    globalSetup: ['tests/support/folders-in-memory.ts', 'tests/support/build-once.ts'],
    maxWorkers: 3,
    // A busy machine takes its time; what does not come at all is still missed.
    expect: { poll: { timeout: 60_000 } },
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})
