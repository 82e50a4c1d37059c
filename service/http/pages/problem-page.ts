import type { ShowProblem } from '../problem.ts'
import { noticePage } from './office-pages.ts'
import type { PageAssets } from './page.ts'

export const problemPages =
  (assets: PageAssets): ShowProblem =>
  (c, { kind }) => {
    const asksForPage = !c.req.path.startsWith('/api/') && /\btext\/html\b/.test(c.req.header('accept') ?? '')
    if (!asksForPage) return null
    const page = { language: c.get('language'), assets, back: '/' }
    if (kind === 'not-found') return c.html(noticePage({ ...page, notice: 'notFound' }), 404)
    return kind === 'too-many' ? c.html(noticePage({ ...page, notice: 'busy' }), 429) : null
  }
