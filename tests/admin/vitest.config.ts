import { resolve } from 'node:path'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { textsInTests } from '../../service/shared/texts/texts-plugin.ts'
import { chromiumFlagsOfShortLife, chromiumPath } from '../support/chromium.ts'
import { bundledApp } from './support/bundled-app.ts'

const here = import.meta.dirname
const executablePath = chromiumPath()

/** The admin application's tests run in a real Chromium, against a stand-in of the staff API. */
export default defineConfig({
  root: resolve(here, '../..'),
  cacheDir: 'node_modules/.vite/admin',
  plugins: [bundledApp(), textsInTests],
  resolve: {
    conditions: ['production', 'module', 'browser'],
  },
  optimizeDeps: {
    // All that the application and its tests load: what is found while tests run has their page loaded anew.
    include: [
      'lit',
      'lit/decorators.js',
      'lit/directives/if-defined.js',
      'lit/directives/keyed.js',
      'lit/directives/repeat.js',
      '@lit/context',
      '@lit/task',
      '@hpke/core',
      '@simplewebauthn/browser',
      'altcha-lib',
      'altcha-lib/algorithms/web/pbkdf2',
      'qr',
      'qr/decode.js',
      'shamir-secret-sharing',
      'axe-core',
    ],
  },
  test: {
    // Here and not above `test`: as a project among others, the folder of this file would win.
    root: resolve(import.meta.dirname, '../..'),
    name: 'admin',
    includeTaskLocation: true,
    include: ['tests/admin/**/*.test.ts'],
    exclude: ['tests/admin/node/**'],
    globalSetup: ['../support/folders-in-memory.ts', 'support/start-staff-api.ts'].map((file) => resolve(here, file)),
    setupFiles: [resolve(here, 'support/clean-up.ts')],
    // Beside the journeys, which leave the processor time.
    maxWorkers: 3,
    sequence: { groupOrder: 1 },
    // One page for all files: each would load the application, the checker and the test runner anew.
    isolate: false,
    // A busy machine takes its time; what does not come at all is still missed.
    expect: { poll: { timeout: 60_000 } },
    testTimeout: 300_000,
    hookTimeout: 300_000,
    browser: {
      enabled: true,
      // One browser has one jar of cookies, so sessions of several files would mix.
      fileParallelism: false,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: { args: chromiumFlagsOfShortLife(), ...(executablePath && { executablePath }) },
        // What turns while it waits is drawn by the processor here, sixty times a second.
        contextOptions: { locale: 'id-ID', timezoneId: 'Asia/Jakarta', reducedMotion: 'reduce' },
      }),
      instances: [{ browser: 'chromium', viewport: { width: 1366, height: 768 } }],
    },
  },
})
