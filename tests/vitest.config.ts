import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

const here = import.meta.dirname

/** All tests that need no more than Node and a browser. */
export default defineConfig({
  root: resolve(here, '..'),
  test: {
    reporters: ['default', resolve(here, 'support/closing-line.ts')],
    projects: [
      resolve(here, 'vitest.service.config.ts'),
      resolve(here, 'widget/vitest.config.ts'),
      resolve(here, 'widget/node/vitest.config.ts'),
      resolve(here, 'admin/vitest.config.ts'),
      resolve(here, 'admin/node/vitest.config.ts'),
      resolve(here, 'journeys/vitest.config.ts'),
    ],
  },
})
