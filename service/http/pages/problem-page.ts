import type { Context } from 'hono'
import type { Refusal } from '../../shared/refusal.ts'
import type { AppEnv } from '../app-env.ts'
import { noticePage } from './notice-page.ts'
import type { PageAssets } from './page.ts'

/** A refusal as a page, where a browser asked for one; `null` where a program asked, or no page says it better. */
export type ShowProblem = (c: Context<AppEnv>, refusal: Refusal) => Response | Promise<Response> | null

export const problemPages =
  (assets: PageAssets): ShowProblem =>
  (c, { kind }) => {
    const asksForPage = !c.req.path.startsWith('/api/') && /\btext\/html\b/.test(c.req.header('accept') ?? '')
    if (!asksForPage) return null
    const page = { language: c.get('language'), assets, back: '/' }
    if (kind === 'not-found') return c.html(noticePage({ ...page, notice: 'notFound' }), 404)
    return kind === 'too-many' ? c.html(noticePage({ ...page, notice: 'busy' }), 429) : null
  }
