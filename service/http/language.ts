import type { Context, MiddlewareHandler } from 'hono'
import { type FormLanguage, formLanguages, type Language, languages } from '../offices/vocabulary.ts'
import type { AppEnv } from './app-env.ts'

/** Indonesian is the default; `?lang=` wins over Accept-Language. */
export function languageOf(c: Context): Language {
  const read = formLanguageOf(c)
  return languages.find((language) => language === read) ?? 'id'
}

export function formLanguageOf(c: Context): FormLanguage {
  const asked = c.req.query('lang') ?? c.req.header('accept-language')?.slice(0, 2)
  return formLanguages.find((language) => language === asked?.toLowerCase()) ?? 'id'
}

export const chooseLanguage: MiddlewareHandler<AppEnv> = async (c, next) => {
  const language = languageOf(c)
  c.set('language', language)
  c.header('Content-Language', language)
  c.header('Vary', 'Accept-Language', { append: true })
  await next()
}
