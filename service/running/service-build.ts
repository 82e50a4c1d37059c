import type { BuildOptions } from 'esbuild'

/** How the service is built, for users and for its own tests. */
export const serviceBuild = {
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  logLevel: 'warning',
} satisfies BuildOptions
