import type { ListWords } from '../ui/paged-list.ts'
import type { Words } from '../wording/wording.ts'
import { explain } from './explain.ts'

/** What every list that comes page by page says. */
export const listWords = (words: Words): ListWords => ({
  more: words.common.more,
  tryAgain: words.common.tryAgain,
  explain: (error) => explain(error, words),
})
