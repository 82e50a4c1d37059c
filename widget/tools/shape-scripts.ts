import { readFile } from 'node:fs/promises'
import { type Plugin, transform } from 'esbuild'

/**
 * Makes few and small scripts. Each part that is fetched later imports the entry, so that everything shared lies in one
 * script. Otherwise esbuild makes a script for every combination of parts.
 */
export const shapeScripts = (entry: string, parts: readonly string[]): Plugin => ({
  name: 'shape-scripts',
  setup(build) {
    build.onLoad({ filter: /\/widget\/.*\.ts$/ }, async ({ path }) => {
      const source = await withSmallSheets(await readFile(path, 'utf8'))
      const leaning = parts.includes(path) ? `import ${JSON.stringify(entry)}\n` : ''
      // Line ends stay, because they end statements. Indentation means nothing, neither in TypeScript nor in HTML.
      return { contents: leaning + withPlainCalls(source).replace(/\n\s+/g, '\n'), loader: 'ts' }
    })
    build.onLoad({ filter: /\/lit-html\/lit-html\.js$/ }, async ({ path }) => ({
      contents: withoutWhatNobodyUses(await readFile(path, 'utf8')),
      loader: 'js',
    }))
  },
})

/**
 * Calls `@reactive` as a plain function for all properties of the file's element. esbuild's way to decorate takes more
 * bytes than the function.
 */
function withPlainCalls(source: string): string {
  const names = [...source.matchAll(/@reactive (?:override |private )*(\w+)/g)].map(([, name]) => name)
  const calls = `static { for (const name of ${JSON.stringify(names)}) reactive(this.prototype, name) }\n`
  return source.replace('@reactive ', calls).replaceAll('@reactive ', '')
}

/**
 * Removes from Lit's templates what our pages never use: hooks for polyfills, developer tools and server rendering,
 * roots that learn of leaving the page, and SVG and MathML templates, which a bundler cannot know to be without effect.
 * Directives need `I`.
 */
const withoutWhatNobodyUses = (lit: string): string =>
  lit
    .replace(
      /,(\w)=\w\.litHtmlPolyfillSupport;\1\?\.\(\w,\w\),\(\w\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\);/,
      ';',
    )
    .replace(/=\{M:\w,P:[^}]*?\b(I:\w)[^}]*\}/, '={$1}')
    .replace(/=(\w)\(([23])\)(?=[,;])/g, '=/* @__PURE__ */$1($2)')
    .replace(/2===\w\?"<svg>":3===\w\?"<math>":""/, '""')
    .replace(/\+\(2===\w\?"<\/svg>":3===\w\?"<\/math>":""\)/, '')
    .replace(/if\(2===\w\|\|3===\w\)\{[^}]*\}/, '')
    .replace(/setConnected\(\w\)\{[^}]*\}/, '')

/** Minifies the style sheets inside css`…`, which are text to a minifier of scripts. */
async function withSmallSheets(source: string): Promise<string> {
  let small = source
  for (const [, sheet = ''] of source.matchAll(/css`([^`$]*)`/g)) {
    const { code } = await transform(sheet, { loader: 'css', minify: true })
    small = small.replace(sheet, () => withSmallValues(code.trim()))
  }
  return small
}

/**
 * esbuild leaves custom properties as they are, because they take any text. Ours hold values, in which these spaces
 * mean nothing.
 */
const withSmallValues = (sheet: string) => sheet.replace(/(--[\w-]+:|[,(]) /g, '$1').replaceAll(' )', ')')
