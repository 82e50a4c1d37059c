import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

/** What is tested of the widget outside a page of the test runner: its build, and the built files on a strict page. */
export default defineConfig({
  root: resolve(import.meta.dirname, '../../..'),
  test: {
    name: 'widget-build',
    include: ['tests/widget/node/**/*.test.ts'],
    testTimeout: 30_000,
  },
})
