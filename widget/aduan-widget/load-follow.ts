import type { FormLanguage } from '../../service/offices/vocabulary.ts'
import { ServiceFailure } from '../service/failure.ts'
import { loadWithWording } from '../wording/languages.ts'

/** Milliseconds after which a form that is still loading shows the link of the page. */
export const PATIENCE = 5_000

/** Fetches the part that follows a case. @throws ServiceFailure `network/unreachable` */
export const loadFollow = (language: FormLanguage): Promise<unknown> =>
  loadWithWording(import('../follow/index.ts'), language).catch(() => {
    throw new ServiceFailure('network/unreachable')
  })
