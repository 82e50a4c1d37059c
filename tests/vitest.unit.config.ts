import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { textsInTests } from '../service/shared/texts/texts-plugin.ts'
import { ofShortLife } from './support/of-short-life.ts'
import { startedBy, testsInNode } from './support/what-it-starts.ts'

const here = import.meta.dirname

/** What a contributor runs after every change: all tests that start no process, no browser and no build. */
export default defineConfig({
  root: resolve(here, '..'),
  plugins: [textsInTests],
  test: {
    name: 'unit',
    includeTaskLocation: true,
    execArgv: ofShortLife,
    include: testsInNode.filter((file) => !startedBy(resolve(here, file)).anything).map((file) => `tests/${file}`),
    globalSetup: ['support/folders-in-memory.ts', 'support/build-the-store-thread.ts'].map((file) =>
      resolve(here, file),
    ),
    setupFiles: [resolve(here, 'support/clean-up.ts')],
    reporters: [['default', { summary: false }], resolve(here, 'support/closing-line.ts')],
    // Most files are decisions that take less time than their imports. What a file starts or changes, it ends or restores.
    isolate: false,
    // What is transformed lies on the disk for the next run: it is a fifth of the work of this one.
    experimental: { fsModuleCache: true },
    maxWorkers: '100%',
    expect: { poll: { timeout: 60_000 } },
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})
