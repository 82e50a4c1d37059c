import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { textsInTests } from '../../service/shared/texts/texts-plugin.ts'
import { ofShortLife } from '../support/of-short-life.ts'

/** The main job from end to end: the built service, and people in a real browser. */
export default defineConfig({
  plugins: [textsInTests],
  test: {
    name: 'journeys',
    includeTaskLocation: true,
    execArgv: ofShortLife,
    // Here and not above `test`: as a project among others, the folder of this file would win.
    root: resolve(import.meta.dirname, '../..'),
    environment: 'node',
    include: ['tests/journeys/**/*.test.ts'],
    globalSetup: ['support/folders-in-memory.ts', 'support/build-once.ts', 'journeys/support/pages-seen.ts'].map(
      (file) => `tests/${file}`,
    ),
    // What is transformed lies on the disk for the next run: loading a journey takes a third of the time then.
    experimental: { fsModuleCache: true },
    // Files that one worker runs share its browser, which ends with it. Each person has a context of their own.
    isolate: false,
    // A browser and a service each, which wait for each other as much as they work. They come after the other projects.
    maxWorkers: 3,
    sequence: { groupOrder: 1 },
    // A busy machine takes its time; what does not come at all is still missed.
    expect: { poll: { timeout: 60_000 } },
    // Each wait has its own end. This one is for what never ends, and no measure of a machine.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})
