import { resolve } from 'node:path'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { textsInTests } from '../../service/shared/texts/texts-plugin.ts'
import { shrinkLit } from '../../widget/tools/small-lit.ts'
import { chromiumFlagsOfShortLife, chromiumPath } from '../support/chromium.ts'

const here = import.meta.dirname
const executablePath = chromiumPath()

/** Lit as it is shipped, so that a test fails where the widget begins to use what its build takes out. */
const smallLit = {
  name: 'small-lit',
  transform: (code: string, id: string) => (id.endsWith('/lit-html/lit-html.js') ? shrinkLit(code) : null),
}

/** The widget's tests run in a real Chromium, against a stand-in of the service. */
export default defineConfig({
  plugins: [textsInTests],
  root: resolve(here, '../..'),
  cacheDir: 'node_modules/.vite/widget',
  resolve: {
    conditions: ['production', 'module', 'browser'],
    alias: { '@web/test-runner-commands': resolve(here, 'support/no-snapshots.ts') },
  },
  define: { WIDGET_VERSION: JSON.stringify('1.0.0') },
  optimizeDeps: {
    // All that the widget and its tests load: what is found while tests run has their page loaded anew.
    include: [
      '@open-wc/testing',
      'lit/html.js',
      'lit/directives/keyed.js',
      '@hpke/core',
      'altcha-lib',
      'altcha-lib/algorithms/web/pbkdf2',
      '@noble/hashes/sha2.js',
    ],
    rolldownOptions: { plugins: [smallLit] },
  },
  test: {
    // Here and not above `test`: as a project among others, the folder of this file would win.
    root: resolve(import.meta.dirname, '../..'),
    name: 'widget',
    includeTaskLocation: true,
    include: ['tests/widget/**/*.test.ts'],
    exclude: ['tests/widget/node/**'],
    globalSetup: ['../support/folders-in-memory.ts', 'support/start-stand-in.ts'].map((file) => resolve(here, file)),
    setupFiles: [resolve(here, 'support/clean-up.ts')],
    // A busy machine takes its time; what does not come at all is still missed.
    expect: { poll: { timeout: 60_000 } },
    testTimeout: 300_000,
    hookTimeout: 300_000,
    maxWorkers: 3,
    // One page for all files: loading the widget and the test runner for each took a tenth of the processor's time.
    isolate: false,
    browser: {
      enabled: true,
      fileParallelism: false,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: { args: chromiumFlagsOfShortLife(), ...(executablePath && { executablePath }) },
        // A check of contrast in the middle of a change of colour finds what nobody reads.
        contextOptions: { locale: 'id-ID', timezoneId: 'Asia/Jakarta', reducedMotion: 'reduce' },
      }),
      instances: [{ browser: 'chromium', viewport: { width: 412, height: 900 } }],
    },
  },
})
