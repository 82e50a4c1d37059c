import { dirname, resolve } from 'node:path'
import { build } from 'esbuild'
import type { Plugin } from 'vitest/config'
import { textsPlugin } from '../../../service/shared/texts/texts-plugin.ts'

const root = resolve(import.meta.dirname, '../../..')
const entry = resolve(root, 'admin/index.ts')

/** Gives the tests the application as one module: loading its hundreds takes a second of processor. */
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
    // The application loads this element late, and a test tries it alone. It can be defined once.
    stdin: { contents: "import './index.ts'; import './ui/copy-button.ts'", resolveDir: dirname(entry) },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    conditions: ['production'],
    tsconfig: resolve(root, 'tsconfig.json'),
    plugins: [textsPlugin],
    logLevel: 'warning',
  })
  return outputFiles.map(({ text }) => text).join('')
}
