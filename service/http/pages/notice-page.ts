import { html } from 'hono/html'
import type { Language } from '../../offices/vocabulary.ts'
import { type Page, type PageAssets, pageLayout } from './page.ts'
import { pageTexts } from './page-texts.ts'

export interface NoticePageView {
  readonly language: Language
  readonly assets: PageAssets
  readonly notice: 'notFound' | 'busy'
  /** The target of "back", a path of this service. */
  readonly back: string
}

export function noticePage({ language, assets, notice, back }: NoticePageView): Page {
  const words = pageTexts[language].notice
  const { title, text } = words[notice]
  return pageLayout(
    { language, assets, title, path: back },
    html`<div class="narrow"><h1>${title}</h1><p class="lead">${text}</p><p><a href="${back}?lang=${language}">${words.back}</a></p></div>`,
  )
}
