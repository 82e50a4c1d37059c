import { resolve } from 'node:path'
import { build } from 'esbuild'
import type { Plugin } from 'vitest/config'

const root = resolve(import.meta.dirname, '../../..')
const entry = resolve(root, 'admin/index.ts')

/** Gives each file of tests the application as one module: loading its hundreds took a second of processor for each file. */
export function bundledApp(): Plugin {
  let bundled: Promise<string> | undefined
  return {
    name: 'bundled-app',
    enforce: 'pre',
    load(id) {
      if (id !== entry) return null
      bundled ??= bundle()
      return bundled
    },
  }
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    conditions: ['production'],
    tsconfig: resolve(root, 'tsconfig.json'),
    logLevel: 'warning',
  })
  return outputFiles.map(({ text }) => text).join('')
}
