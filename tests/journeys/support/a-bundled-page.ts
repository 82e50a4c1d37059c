import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { compileScript, parse } from 'vue/compiler-sfc'
import type { PackedWidget } from '../../support/a-packed-widget.ts'

const examples = resolve(import.meta.dirname, '../../../examples')
const entries = { react: 'react/app.tsx', vue: 'vue/app.js' } as const

/** Compiles components of Vue as its own tools do. */
const vueComponents: Plugin = {
  name: 'vue-components',
  setup(build) {
    build.onLoad({ filter: /\.vue$/ }, async ({ path }) => {
      const { descriptor } = parse(await readFile(path, 'utf8'), { filename: path })
      const compilerOptions = { isCustomElement: (tag: string) => tag.startsWith('aduan-') }
      const { content } = compileScript(descriptor, {
        id: 'page',
        inlineTemplate: true,
        templateOptions: { compilerOptions },
      })
      return { contents: content, loader: 'ts' }
    })
  },
}

/** An example as an office's own tools would bundle it, with the package that it installed. */
export async function bundled(name: keyof typeof entries, { project }: PackedWidget): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(examples, entries[name])],
    ...{ bundle: true, minify: true, write: false, format: 'esm', jsx: 'automatic' },
    nodePaths: [join(project, 'node_modules')],
    plugins: [vueComponents],
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
  })
  const [script] = outputFiles
  if (!script) throw new Error(`Nothing came of the example for ${name}`)
  return script.text
}

export const aPageFor = (name: string): string => `<!doctype html>
<html lang="id">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${name}</title>
<link rel="icon" href="data:,"><script type="module" src="app.js"></script></head>
<body><div id="app"></div></body>
</html>`
