/** How programs for Node are bundled: the service, its threads, and what tests start beside it. */
export const nodeBuild = {
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  logLevel: 'warning',
} as const
