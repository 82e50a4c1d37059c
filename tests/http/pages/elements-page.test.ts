import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type DocumentedElement, documentedElements } from '../../../service/http/pages/documented-elements.ts'
import { elementsPage } from '../../../service/http/pages/elements-page.ts'
import { elementDescriptions } from '../../../service/http/pages/page-texts.ts'

const manifest = JSON.parse(readFileSync('widget/custom-elements.json', 'utf8'))
const bytes = new TextEncoder().encode(JSON.stringify(manifest))
const file = { bytes, brotli: null, type: 'application/json', etag: '""' }
const elements = documentedElements(new Map([['/widget/custom-elements.json', file]]))
const [widget] = elements
const assets = {
  ...{
    css: '',
    demoCss: '',
    icon: '',
    crest: '',
    crestContoh: '',
    checkReceiptJs: '',
    copyCodeJs: '',
    kioskJs: '',
    embedJs: '',
    previewJs: '',
  },
  widgetJs: '/widget/v1/aduan.js',
}

const pageIn = (language: 'id' | 'en', shown: readonly DocumentedElement[] = elements): string =>
  String(
    elementsPage({
      ...{ language, assets, publicUrl: 'https://aduan.kantor.example', elements: shown },
      unit: { slug: 'bagian-organisasi', name: 'Bagian Organisasi' },
    }),
  )

describe('the page for who puts the form on a site', () => {
  it('names all that the manifest names, in both languages', () => {
    const names = elements.flatMap(({ tagName, attributes, events, cssParts }) => [
      tagName,
      ...[...attributes, ...events, ...cssParts].map(({ name }) => name),
    ])
    for (const language of ['id', 'en'] as const) {
      const page = pageIn(language)
      expect(names.filter((name) => !page.includes(name))).toEqual([])
    }
  })

  it('says in Indonesian what each element, attribute, method and event is', () => {
    const said = elementDescriptions.id
    const keys = elements.flatMap(({ tagName, attributes, members, events }) => [
      tagName,
      ...attributes.map(({ name }) => `attribute ${name}`),
      ...members.filter(({ kind }) => kind === 'method').map(({ name }) => `method ${name}`),
      ...events.map(({ name }) => `event ${name}`),
    ])
    expect(keys.filter((key) => !said[key])).toEqual([])
  })

  it('marks as English what nobody has said in Indonesian yet', () => {
    const unheard = { name: 'unheard', description: 'Nobody knows it, not even `us`.' }
    const page = pageIn('id', [{ ...widget!, cssParts: [unheard] }])
    expect(page).toContain('<span lang="en">Nobody knows it, not even <code>us</code>.</span>')
  })

  it('prints lines that can be copied, with the address of the service and the unit', () => {
    const page = pageIn('id')
    expect(page).toContain(
      '&lt;script type=&quot;module&quot; src=&quot;https://aduan.kantor.example/widget/v1/aduan.js&quot;&gt;',
    )
    expect(page).toContain('script-src https://aduan.kantor.example; connect-src https://aduan.kantor.example')
    for (const element of ['aduan-button', 'aduan-stats']) expect(page).toContain(`&lt;${element} tenant=`)
  })

  it('shows a form from which nothing is sent, an example of an address, and a line for each common system', () => {
    for (const language of ['id', 'en'] as const) {
      const page = pageIn(language)
      expect(page).toContain(`src="/embed/bagian-organisasi/preview#mode=inline&amp;view=file&amp;lang=${language}"`)
      expect(page).not.toContain('<aduan-widget')
      for (const named of ['https://organisasi.kabupaten.example', 'WordPress:', 'Joomla:', 'Drupal:'])
        expect(page).toContain(named)
    }
  })
})
