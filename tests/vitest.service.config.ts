import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { textsInTests } from '../service/shared/texts/texts-plugin.ts'
import { ofShortLife } from './support/of-short-life.ts'

/** Everything that runs without a browser: pure decisions, and the built service over real HTTP. */
export default defineConfig({
  plugins: [textsInTests],
  test: {
    // Here and not above `test`: as a project among others, the folder of this file would win.
    root: resolve(import.meta.dirname, '..'),
    name: 'service',
    includeTaskLocation: true,
    execArgv: ofShortLife,
    environment: 'node',
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/widget/**', 'tests/admin/**', 'tests/journeys/**', 'tests/servers/**'],
    globalSetup: ['tests/support/folders-in-memory.ts', 'tests/support/build-once.ts'],
    setupFiles: ['tests/support/clean-up.ts'],
    // Many of these wait for a service or a provider rather than for the processor.
    maxWorkers: 3,
    // Most files are decisions that take less time than their imports. What a file starts or changes, it ends or restores.
    isolate: false,
    // What is transformed lies on the disk for the next run: it is a fifth of the work of this one.
    experimental: { fsModuleCache: true },
    // A busy machine takes its time; what does not come at all is still missed.
    expect: { poll: { timeout: 60_000 } },
    // Each wait has its own end. This one is for what never ends, and no measure of a machine.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})
