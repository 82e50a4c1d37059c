import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import type { Metafile } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { brotli } from '../../../../service/adapters/node-zlib/brotli.ts'
import { linksFrom } from '../../../../service/http/links.ts'
import { viewWordings } from '../../../../service/http/view-wording.ts'
import { tenantView, widgetTenantView } from '../../../../service/http/views/tenant-view.ts'
import type { FormLanguage } from '../../../../service/offices/vocabulary.ts'
import { bagianOrganisasi, bagianOrganisasiSlug } from '../../../../service/running/demo/bagian-organisasi.ts'
import type { Instant } from '../../../../service/shared/instant.ts'
import { mintTenantId, PLATFORM } from '../../../../service/storage/place.ts'
import { buildWidget } from '../../../../widget/tools/build.ts'
import {
  budget,
  everythingBudget,
  findNeededToFile,
  listReadIn,
  measureBuilt,
  unitBytes,
} from '../../../../widget/tools/size-budget.ts'

/** The same sources as another process built them, beside the scripts of kept versions. */
const asServed = resolve(import.meta.dirname, '../../../../dist/public/widget/v1')

describe('the built widget', () => {
  let outFolder: string
  let metafile: Metafile
  const read = (file: string) => readFile(join(outFolder, file))
  const scripts = async () => (await readdir(outFolder)).filter((file) => file.endsWith('.js'))

  beforeAll(async () => {
    outFolder = await mkdtemp(join(tmpdir(), 'aduan-build-'))
    metafile = await buildWidget({ outFolder })
  })
  afterAll(() => rm(outFolder, { recursive: true }))

  it('needs little to file without evidence, scripts with the receipt and the unit, and not much with everything', async () => {
    const { bytes, requests, everything } = await measureBuilt(outFolder, metafile)
    expect(bytes).toBeLessThanOrEqual(budget.bytes)
    expect(requests).toBeLessThanOrEqual(budget.requests)
    expect(Math.max(...Object.values(everything))).toBeLessThanOrEqual(everythingBudget)
  })

  it('counts the unit with no fewer bytes than the service sends for the first office', async () => {
    const unit = {
      ...{ tenant: PLATFORM, id: mintTenantId(bagianOrganisasiSlug), version: 1 },
      revision: 1,
      openedAt: '2026-01-05T02:00:00.000Z' as Instant,
      settings: bagianOrganisasi,
    }
    const view = tenantView(unit, {
      links: linksFrom('https://pengaduan.kantor.example'),
      channelsOffered: () => ['email', 'whatsapp', 'sms'],
      channelsDown: () => [],
      unheld: [],
      wording: viewWordings.id,
    })
    expect((await brotli(JSON.stringify(widgetTenantView(view, { withTexts: false })))).length).toBeLessThanOrEqual(
      unitBytes,
    )
  })

  it('holds the words of one language in what a reader of it fetches, besides Indonesian for where that fails', () => {
    const wordsFor = (language: FormLanguage) =>
      listReadIn(metafile, language)
        .flatMap((file) => Object.keys(metafile.outputs[file]!.inputs))
        .flatMap((source) => /widget\/texts\/(\w+\/(?:form|parts))\.json/.exec(source)?.[1] ?? [])
        .sort()
    expect(wordsFor('id')).toEqual(['id/form', 'id/parts'])
    expect(wordsFor('en')).toEqual(['en/form', 'en/parts', 'id/form'])
    expect(wordsFor('jv')).toEqual(['id/form', 'jv/form', 'jv/parts'])
  })

  it('leaves evidence, following, English and proof of work for when somebody needs them', () => {
    const parts = findNeededToFile(metafile).flatMap((file) => Object.keys(metafile.outputs[file]!.inputs))
    expect(parts).toContain('widget/filing/aduan-filing.ts')
    expect(parts).toContain('widget/receipt/aduan-receipt.ts')
    const later = /widget\/(filing\/evidence\/aduan|follow\/|texts\/en|filing\/proof\/solve)|altcha/
    expect(parts.filter((part) => later.test(part))).toEqual([])
  })

  it('is compressed beforehand, to the same bytes', async () => {
    for (const script of await scripts()) {
      expect(brotliDecompressSync(await read(`${script}.br`)).equals(await read(script))).toBe(true)
    }
  })

  it('keeps the name of the entry, and names everything else by its content', async () => {
    expect(await readdir(asServed)).toEqual(expect.arrayContaining(await readdir(outFolder)))
    expect((await scripts()).filter((script) => !/-[A-Z0-9]{8}\.js$/.test(script))).toEqual(['aduan.js'])
  })

  it('holds nothing that a strict page forbids or a citizen would not want', async () => {
    for (const script of await scripts()) {
      const source = (await read(script)).toString()
      for (const forbidden of [
        'eval(',
        'new Function',
        '<style',
        ' style=',
        'document.cookie',
        // The form looks whether there is a draft that its writer asked to keep; nothing else writes or reads there.
        ...(script.startsWith('keep-') ? [] : ['localStorage.', 'localStorage[']),
        // The page's developer reads why nothing shows, and which key was refused; it says nothing else.
        ...(/^(trouble|sealing)-/.test(script) ? [] : ['console.']),
      ]) {
        expect(source.includes(forbidden), `${script} holds ${forbidden}`).toBe(false)
      }
      const origins = source.match(/https?:\/\/[\w.-]+/g) ?? []
      expect(origins.filter((origin) => origin !== 'http://www.w3.org')).toEqual([])
    }
  })

  it('says in its metafile what it wrote', async () => {
    expect(
      Object.keys(metafile.outputs)
        .map((file) => basename(file))
        .sort(),
    ).toEqual((await scripts()).sort())
  })
})
