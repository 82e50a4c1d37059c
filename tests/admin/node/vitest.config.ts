import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

/** What is tested of the admin application outside the test runner's own page: its build, and the built files under a strict policy. */
export default defineConfig({
  root: resolve(import.meta.dirname, '../../..'),
  test: {
    name: 'admin-build',
    include: ['tests/admin/node/**/*.test.ts'],
    testTimeout: 60_000,
  },
})
