import { resolve } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { build } from 'esbuild'

/** Bytes of an element that shows nothing, with all of Lit that it needs, brotli. */
export async function sizeOfLit(): Promise<number> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { html, LitElement } from 'lit'
        customElements.define('x-empty', class extends LitElement { render() { return html\`\` } })`,
      resolveDir: resolve(import.meta.dirname),
    },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    legalComments: 'none',
  })
  const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
  return brotliCompressSync(outputFiles[0]?.contents ?? '', { params: quality }).length
}
