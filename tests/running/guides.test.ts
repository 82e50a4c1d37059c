import { describe, expect, it } from 'vitest'
import { officeRoutes } from '../../admin/app/routes/office.ts'
import { decisionRoutes, ownRoutes, serviceRoutes } from '../../admin/app/routes/route.ts'
import { caseRoutes } from '../../admin/app/routes/routes.ts'
import { guides, paragraphsOn, type Reader } from '../../admin/wording/guides/guides.ts'
import { renderGuide } from '../../service/adapters/pdf/render-guide.ts'
import { roles } from '../../service/offices/vocabulary.ts'
import { catalogues, textsIn } from '../support/catalogues.ts'
import { readPdf } from '../support/read-pdf.ts'

/** Every sentence and label of the staff's app that needs no filling in. */
const labels = new Set(
  catalogues
    .filter(({ file }) => /^(?:admin|service)\/texts\/id\//.test(file))
    .flatMap(({ texts }) => textsIn(texts).map(([, text]) => text)),
)

const patterns = [...caseRoutes, ...decisionRoutes, ...officeRoutes, ...serviceRoutes, ...ownRoutes].map(
  ({ pattern }) => pattern,
)
const readers = Object.keys(guides) as Reader[]
const everyParagraph = [...new Set([...readers.flatMap((reader) => guides[reader].paragraphs)])]

describe('the guides', () => {
  it('are there for each role and for who runs the service', () => {
    expect(new Set(readers)).toEqual(new Set([...roles, 'operator']))
    expect(new Set(readers.map((reader) => guides[reader].file)).size).toBe(readers.length)
  })

  it.each(readers)('of %s are two pages of A4, and one page for who only reads figures', async (reader) => {
    const { pages, text, missingFonts } = readPdf(await renderGuide(guides[reader]))
    expect(pages).toBe(reader === 'observer' ? 1 : 2)
    expect(missingFonts).toEqual([])
    expect(text).toContain(`Halaman ${pages} dari ${pages}`)
  })

  it('name only labels that the app shows', () => {
    const quoted = [...everyParagraph, ...patterns.flatMap((pattern) => paragraphsOn(pattern, []))].flatMap(
      ({ steps }) => steps.flatMap((step) => [...step.matchAll(/“([^”]*)”/g)].map(([, label]) => label ?? '')),
    )
    expect(quoted.length).toBeGreaterThan(100)
    expect([...new Set(quoted)].filter((label) => !labels.has(label))).toEqual([])
  })

  it.each(readers)('of %s say how to practise', (reader) => {
    expect(guides[reader].paragraphs.some(({ steps }) => steps.some((step) => step.includes('“Latihan”')))).toBe(true)
  })

  it('have a paragraph for each page of the app, and none for a page that is not there', () => {
    expect(patterns.filter((pattern) => paragraphsOn(pattern, []).length === 0)).toEqual([])
    const led = everyParagraph.flatMap(({ pages }) => pages ?? [])
    expect(led.filter((pattern) => !patterns.includes(pattern))).toEqual([])
  })

  it('lead somebody on the page of a case to what their role does there', () => {
    const headings = (reader: Reader) =>
      paragraphsOn('/admin/{tenant}/cases/{number}', [reader]).map(({ heading }) => heading)
    expect(headings('unit_head')).toEqual(['Menandatangani jawaban'])
    expect(headings('verifier')).toEqual(['Memverifikasi'])
  })
})
