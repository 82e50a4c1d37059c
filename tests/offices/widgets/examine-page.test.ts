import { describe, expect, it } from 'vitest'
import { readPage } from '../../../service/adapters/parse5/read-page.ts'
import { type Check, examinePage } from '../../../service/offices/widgets/examine-page.ts'
import { policiesIn, type SealedTo } from '../../../service/offices/widgets/seen-page.ts'
import type { ReleaseState } from '../../../service/offices/widgets/widget-versions.ts'

const service = 'https://aduan.example'
const site = 'https://dinas.example'
const integrity = { 'aduan.js': 'sha384-utama', 'en-ABC.js': 'sha384-inggris' }
const releases: readonly ReleaseState[] = [
  { version: '1.2.0', integrity, withdrawn: null },
  { version: '1.1.0', integrity, withdrawn: null },
  { version: '1.0.0', integrity, withdrawn: { at: '2026-11-01T00:00:00.000Z' as never, reason: 'Salah ukur' } },
]

const script = (version = 'v1', more = '') =>
  `<script type="module" src="${service}/widget/${version}/aduan.js"${more}></script>`
const element = (tenant = 'dinas-contoh', inside = `<a href="${service}/t/dinas-contoh">Sampaikan pengaduan</a>`) =>
  `<aduan-widget tenant="${tenant}">${inside}</aduan-widget>`
const snippet = `${script()}\n${element()}`
const frame = (more = '') => `<iframe src="${service}/embed/dinas-contoh" title="Pengaduan"${more}></iframe>`

interface Site {
  readonly headers?: readonly string[]
  readonly origins?: readonly string[]
  readonly at?: string
  readonly sealedTo?: SealedTo
}

const unsealed: SealedTo = { active: null, waiting: null }

function examined(
  body: string,
  { headers = [], origins = [site], at = `${site}/pengaduan`, sealedTo = unsealed }: Site = {},
) {
  const html = body.includes('<html') ? body : `<!doctype html><html><head></head><body>${body}</body></html>`
  const page = readPage(html)
  const { verdicts, layer, policyLines } = examinePage({
    url: new URL(at),
    page,
    policies: policiesIn(headers, page.metaPolicies),
    unit: { slug: 'dinas-contoh', origins, sealedTo },
    service,
    releases,
  })
  const found = Object.fromEntries(verdicts.map(({ check, finding }) => [check, finding])) as Partial<
    Record<Check, string>
  >
  return { ...found, layer, policyLines }
}

describe('a page with the snippet as it was given', () => {
  it('is right in all, and shows the element', () => {
    expect(examined(snippet)).toEqual({
      snippet: 'element',
      origin: 'named',
      policy: 'none',
      version: 'moving',
      duplicates: 'single',
      layer: 'element',
      policyLines: [],
    })
  })

  it('is right as WordPress puts it out, in paragraphs and beside other scripts', () => {
    const page = `<!DOCTYPE html><html lang="id"><head><meta charset="UTF-8"><title>Pengaduan – Dinas Contoh</title>
<script type="importmap" id="wp-importmap">{"imports":{"@wordpress/interactivity":"/wp-includes/js/dist/interactivity.js"}}</script>
<script src="/wp-includes/js/jquery/jquery.min.js?ver=3.7.1" id="jquery-core-js"></script></head>
<body class="page-template"><div class="entry-content wp-block-post-content"><p>Sampaikan di sini.</p>
<div class="wp-block-html"><p>${snippet}</p></div></div><noscript><img src="/hitung.gif"></noscript></body></html>`
    expect(examined(page)).toMatchObject({ snippet: 'element', duplicates: 'single', layer: 'element' })
  })

  it('is right with the button, and with a base of the page’s own', () => {
    const button = script().replace('aduan.js', 'button.js') + element().replaceAll('aduan-widget', 'aduan-button')
    expect(examined(button)).toMatchObject({ snippet: 'element', layer: 'element' })
    expect(examined(`<html><head><base href="${service}/"></head><body>${snippet}</body></html>`).snippet).toBe(
      'element',
    )
  })

  it('is not found in what no browser shows', () => {
    expect(examined(`<!-- ${snippet} --><template>${snippet}</template><noscript>${snippet}</noscript>`)).toMatchObject(
      {
        snippet: 'nothing',
        layer: 'nothing',
      },
    )
  })
})

describe('a snippet that an editor spoilt', () => {
  it.each([
    ['as_text', '<p>&lt;script src="https://aduan.example/widget/v1/aduan.js"&gt;&lt;/script&gt;</p>'],
    ['curly_quotes', snippet.replaceAll('"', '”')],
    ['no_script', element()],
    ['no_element', script()],
    ['not_module', snippet.replace(' type="module"', '')],
    ['delayed', snippet.replace('type="module"', 'type="rocketlazyloadscript"')],
    ['delayed', snippet.replace(' src=', ' data-src=')],
    ['no_link', script() + element('dinas-contoh', '')],
    ['other_unit', script() + element('dinas-lain')],
    ['other_service', script() + element().replace('tenant=', 'service="https://aduan-lain.example" tenant=')],
    ['link_only', `<a href="${service}/t/dinas-contoh">Pengaduan</a>`],
    ['frame_sandbox', frame(' sandbox="allow-scripts"')],
    ['nothing', '<p>Selamat datang.</p>'],
  ])('is told: %s', (finding, body) => {
    expect(examined(body).snippet).toBe(finding)
  })
})

describe('the layer that visitors get', () => {
  const strict = ["default-src 'none'; style-src 'self'"]
  it.each<[string, string, Site]>([
    ['element', snippet, {}],
    ['element', snippet, { at: `${service}/halaman`, origins: [] }],
    ['element', snippet, { headers: [`script-src 'self' ${service}; connect-src ${service}`] }],
    ['element', script('v1', ' nonce="acak"') + element(), { headers: ["script-src 'nonce-acak' 'strict-dynamic'"] }],
    ['frame', snippet, { headers: [`connect-src 'self'`] }],
    ['frame', frame(), { headers: [`default-src 'none'; frame-src ${service}`] }],
    ['link', snippet, { headers: strict }],
    ['link', snippet, { origins: [] }],
    ['link', script('1.0.0') + element(), {}],
    ['nothing', frame(), { headers: strict }],
    ['nothing', script() + element('dinas-contoh', ''), { headers: strict }],
  ])('is %s for %s %o', (layer, body, given) => {
    expect(examined(body, given).layer).toBe(layer)
  })
})

describe('a page with a strict policy', () => {
  it('is told the lines that let the element and its frame in', () => {
    const { policy, policyLines } = examined(snippet, { headers: ["default-src 'none'; style-src 'self'"] })
    expect(policy).toBe('blocks')
    expect(policyLines).toEqual([
      {
        where: 'header',
        now: "default-src 'none'; style-src 'self'",
        wanted: `default-src 'none'; style-src 'self'; script-src ${service}; connect-src ${service}; frame-src ${service}`,
      },
    ])
    const mended = examined(snippet, { headers: [policyLines[0]!.wanted] })
    expect(mended).toMatchObject({ policy: 'allows', layer: 'element', policyLines: [] })
  })

  it('is told each of two policies by itself, and that of its head', () => {
    const page = `<html><head><meta http-equiv="Content-Security-Policy" content="script-src 'self'"></head><body>${snippet}</body></html>`
    const { policyLines } = examined(page, { headers: ["connect-src 'self'", 'img-src *'] })
    expect(policyLines.map(({ where, wanted }) => [where, wanted])).toEqual([
      ['header', `connect-src 'self' ${service}`],
      ['meta', `script-src 'self' ${service}`],
    ])
  })

  it('is told that only a nonce of its server helps', () => {
    expect(examined(snippet, { headers: ["script-src 'nonce-acak' 'strict-dynamic'"] }).policy).toBe('wants_nonce')
  })

  it('that takes a frame only is told what the frame needs', () => {
    const { policy, policyLines, version } = examined(frame(), { headers: ["default-src 'self'"] })
    expect({ policy, version }).toEqual({ policy: 'blocks', version: 'by_service' })
    expect(policyLines[0]!.wanted).toBe(`default-src 'self'; frame-src 'self' ${service}`)
  })
})

describe('the origin of the page', () => {
  it.each([
    ['named', site, [site]],
    ['none_named', site, []],
    ['not_named', site, ['https://lain.example']],
    ['differs_by_www', 'https://www.dinas.example', [site]],
    ['differs_by_www', site, ['https://www.dinas.example']],
    ['differs_by_scheme', 'http://dinas.example', [site]],
    ['differs_by_port', 'https://dinas.example:8443', [site]],
    ['not_named', 'https://dinas.example.penipu.example', [site]],
    ['own', service, []],
  ])('is %s: %s of %o', (finding, at, origins) => {
    expect(examined(snippet, { at: `${at}/pengaduan`, origins }).origin).toBe(finding)
  })
})

describe('the version that a page names', () => {
  const map = (version: string, hash = 'sha384-inggris') =>
    `<script type="importmap">{"integrity":{"${service}/widget/${version}/en-ABC.js":"${hash}"}}</script>`
  const pinned = (version: string, hash = 'sha384-utama') =>
    script(version, ` integrity="${hash}" crossorigin`) + element()

  it.each([
    ['newest', map('1.2.0') + pinned('1.2.0')],
    ['parts_not_held', pinned('1.2.0')],
    ['no_integrity', script('1.2.0') + element()],
    ['wrong_integrity', pinned('1.2.0', 'sha384-lain')],
    ['wrong_integrity', map('1.2.0', 'sha384-lain') + pinned('1.2.0')],
    ['older', map('1.1.0') + pinned('1.1.0')],
    ['withdrawn', pinned('1.0.0')],
    ['unknown', pinned('9.9.9')],
    ['newest', `<script type="importmap">rusak</script>${map('1.2.0')}${pinned('1.2.0')}`],
  ])('is %s', (finding, body) => {
    expect(examined(body).version).toBe(finding)
  })
})

describe('a snippet that is there twice', () => {
  it.each([
    ['same_script_twice', snippet + snippet],
    ['same_form_twice', script() + element() + element()],
    ['two_versions', script('1.1.0') + snippet],
    ['single', script() + element() + element('dinas-lain')],
  ])('is told: %s', (finding, body) => {
    expect(examined(body).duplicates).toBe(finding)
  })
})

it('a page nested deeper than any stack is read', () => {
  expect(examined(`${'<div>'.repeat(100_000)}${snippet}`).snippet).toBe('element')
})

it('a page whose tags are named as members of every object is read', () => {
  expect(examined(`<constructor><valueof><hasownproperty>${snippet}`).snippet).toBe('element')
})

describe('the key to which a page holds identities', () => {
  const [active, waiting] = ['3F2A 91C0 0B7E 4D15 A6C8', '77D0 4E1B 92AF 08C3 5B6E']
  const held = (key: string) => script('v1') + element().replace('<aduan-widget', `<aduan-widget sealing-key="${key}"`)

  it.each([
    ['held', held('3f2a-91c0-0b7e-4d15-a6c8')],
    ['not_held', snippet],
    ['not_held', held(active) + element()],
    ['other_key', held(waiting)],
    ['unreadable', held('kunci kantor')],
  ])('is found to be %s', (finding, page) => {
    expect(examined(page, { sealedTo: { active, waiting: null } })).toMatchObject({ sealing: finding })
  })

  it('must include the key that waits before that one is confirmed', () => {
    const sealedTo = { active, waiting }
    expect(examined(held(active), { sealedTo })).toMatchObject({ sealing: 'not_next' })
    expect(examined(held(`${active}, ${waiting}`), { sealedTo })).toMatchObject({ sealing: 'held' })
  })

  it('is not asked about in a unit that seals nothing, unless the page names one', () => {
    expect(examined(snippet).sealing).toBeUndefined()
    expect(examined(held(active))).toMatchObject({ sealing: 'other_key' })
  })
})
