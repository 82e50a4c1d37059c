import { spawnSync } from 'node:child_process'
import { copyFile, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { themeNames } from '../../../../widget/aduan-widget/frame/frame-theme.ts'
import { writeFromDocBlocks } from '../../../../widget/tools/document.ts'
import { readElements } from '../../../../widget/tools/manifest/read-elements.ts'
import { aPackedWidget, type PackedWidget } from '../../../support/a-packed-widget.ts'

const root = resolve(import.meta.dirname, '../../../..')
const elements = readElements()

describe('what is written of the elements', () => {
  it('is what their doc blocks say', async () => {
    for (const [name, text] of Object.entries(await writeFromDocBlocks()))
      expect(await readFile(resolve(root, 'widget', name), 'utf8'), `npm run document-widget: ${name}`).toBe(text)
  })

  it('leaves nothing without a word, and knows what `detail` of each event is', () => {
    for (const { tag, description, attributes, methods, events, slots, parts, properties } of elements) {
      const said = [{ name: tag, description }, attributes, methods, events, slots, parts, properties].flat()
      expect(said.filter((one) => !one.description).map(({ name }) => `${tag}: ${name}`)).toEqual([])
    }
    const [widget] = elements
    expect(widget?.events.find(({ name }) => name === 'aduan-submitted')?.detail).toBe('{ readonly number: string }')
    expect(widget?.attributes.find(({ name }) => name === 'view')).toMatchObject({
      type: "'file' | 'follow'",
      preset: 'file',
    })
    expect(widget?.methods.map(({ name }) => name)).toEqual(expect.arrayContaining(['open', 'close']))
  })

  it('names the same looks that a framed form is handed', () => {
    for (const { properties } of elements)
      expect(properties.map(({ name }) => name)).toEqual(expect.arrayContaining([...themeNames]))
    expect(elements[0]?.properties).toHaveLength(themeNames.length)
  })
})

describe('the package', () => {
  let packed: PackedWidget
  beforeAll(async () => {
    packed = await aPackedWidget()
  })
  afterAll(() => rm(packed.project, { recursive: true, force: true }))

  it('holds scripts, types, manifest, words and licence, and no sources', () => {
    const named = packed.files.filter((file) => !/^[\w-]+-[A-Z0-9]{8}\.js$/.test(file))
    expect(named.toSorted()).toEqual([
      ...['LICENSE', 'README.md', 'aduan.js', 'button.js', 'custom-elements.json', 'index.d.ts', 'package.json'],
      ...['react.d.ts', 'stats.js', 'vue.d.ts'],
    ])
  })

  it('tells TypeScript, React and Vue what may be written, and what not', { timeout: 60_000 }, async () => {
    const { project } = packed
    await copyFile(resolve(root, 'examples/react/app.tsx'), join(project, 'app.tsx'))
    await writeFile(join(project, 'wrong.tsx'), wrongInJsx)
    await writeFile(join(project, 'template.ts'), inTemplates)
    await writeFile(join(project, 'page.ts'), onAPage)
    const options = {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      jsx: 'react-jsx',
      module: 'esnext',
      moduleResolution: 'bundler',
    }
    const compilerOptions = { ...options, target: 'es2022', types: [], exactOptionalPropertyTypes: true }
    await writeFile(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts', '*.tsx'] }))
    const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript')), 'tsc.js')
    const { stdout } = spawnSync(process.execPath, [compiler, '-p', project], { encoding: 'utf8' })
    expect(stdout).toBe('')
  })

  it('is bundled with what is fetched later split off, its button without an address of ours', async () => {
    const { metafile } = await build({
      stdin: { contents: "import 'aduan-widget/button'", resolveDir: packed.project },
      ...{ bundle: true, splitting: true, format: 'esm', outdir: 'out', write: false, metafile: true },
    })
    const entry = Object.values(metafile.outputs).find(({ entryPoint }) => entryPoint === '<stdin>')
    expect(entry?.imports.map(({ kind }) => kind)).toContain('dynamic-import')
    expect(entry?.bytes).toBeLessThan(20_000)
  })
})

const onAPage = `
import 'aduan-widget'
import 'aduan-widget/stats'
import manifest from 'aduan-widget/custom-elements.json'
export const version: string = manifest.schemaVersion
const widget = document.createElement('aduan-widget')
widget.view = 'follow'
widget.open()
// @ts-expect-error There is no such view.
widget.view = 'other'
document.addEventListener('aduan-submitted', ({ detail }) => detail.number.length)
// @ts-expect-error It carries a number and nothing else.
document.addEventListener('aduan-submitted', ({ detail }) => detail.name)
`

const wrongInJsx = `
import type {} from 'aduan-widget/react'
// @ts-expect-error Whose form is it?
export const noUnit = <aduan-widget />
// @ts-expect-error There is no such view.
export const noSuchView = <aduan-button tenant="x" view="other" />
export const right = <aduan-stats tenant="x" lang="en" className="wide" />
`

const inTemplates = `
import type {} from 'aduan-widget/vue'
import type { GlobalComponents } from 'vue'
type Props = InstanceType<GlobalComponents['aduan-widget']>['$props']
export const right: Props = { tenant: 'x', view: 'follow', class: 'wide' }
// @ts-expect-error There is no such view.
export const noSuchView: Props = { tenant: 'x', view: 'other' }
`
