import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { build } from 'esbuild'

const sources = {
  css: 'styles/pages.css',
  demoCss: 'styles/demo.css',
  icon: 'images/mark.svg',
  crest: 'images/crest.svg',
  crestContoh: 'images/crest-contoh.svg',
  checkReceiptJs: 'check-receipt/check-receipt.ts',
  copyCodeJs: 'copy-code/copy-code.ts',
} as const

type PageFile = keyof typeof sources

const compress = promisify(brotliCompress)

/**
 * Writes the files that pages link to into `folder`, each also as `.br`, and returns their names, which contain a
 * hash.
 */
export async function buildPages(folder: string): Promise<Record<PageFile, string>> {
  await mkdir(folder, { recursive: true })
  return {
    css: await write(folder, sources.css),
    demoCss: await write(folder, sources.demoCss),
    icon: await write(folder, sources.icon),
    crest: await write(folder, sources.crest),
    crestContoh: await write(folder, sources.crestContoh),
    checkReceiptJs: await write(folder, sources.checkReceiptJs),
    copyCodeJs: await write(folder, sources.copyCodeJs),
  }
}

async function write(folder: string, source: string): Promise<string> {
  const path = join(import.meta.dirname, source)
  const type = extname(path)
  const content = type === '.svg' ? await readFile(path) : await bundled(path)
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10)
  const name = `${basename(path, type)}-${hash}${type === '.ts' ? '.js' : type}`
  await writeFile(join(folder, name), content)
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
  await writeFile(join(folder, `${name}.br`), await compress(content, { params }))
  return name
}

async function bundled(path: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    minify: true,
    write: false,
    legalComments: 'none',
    target: ['chrome111', 'firefox113', 'safari16.4'],
    logLevel: 'warning',
  })
  const [bundle] = outputFiles
  if (!bundle) throw new Error(`Nothing came of ${path}`)
  return bundle.contents
}
