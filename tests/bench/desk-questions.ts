import {
  type RegisterQuery,
  requestOf,
  sorts,
  unfiltered,
  untabbed,
  type View,
  views,
} from '../../admin/register/register-query.ts'
import { commonWord, middlingWord, rareWord } from './words-of-a-million.ts'

/** What a person can ask of the desk, as the screens ask it. */
export interface Question {
  readonly name: string
  readonly path: string
}

const all = (Object.keys(views) as View[]).filter((view) => !untabbed.includes(view))
const dues = ['', 'overdue', 'soon']
const plain: RegisterQuery = { ...unfiltered, view: 'all', sort: 'received_desc', cursor: '' }

const asked = (unit: string, query: RegisterQuery): Question => {
  const request = requestOf(query)
  return { name: request.toString(), path: `/api/v1/tenants/${unit}/cases?${request}` }
}

/** Every combination of views, filters and orders that the register's screen offers. */
export const registerQuestions = (
  unit: string,
  categories: readonly string[],
  handlers: readonly string[],
): readonly Question[] =>
  all.flatMap((view) =>
    ['', ...categories].flatMap((category) =>
      ['', 'me', 'none', ...handlers].flatMap((assignee) =>
        dues.flatMap((due) => sorts.map((sort) => asked(unit, { ...plain, view, category, assignee, due, sort }))),
      ),
    ),
  )

/** Searches for words that are common, rare and in between, one or a few, with the filters of the screen. */
export const searchQuestions = (unit: string, categories: readonly string[]): readonly Question[] =>
  [
    commonWord,
    middlingWord,
    rareWord,
    `${commonWord} loket`,
    `${commonWord} ${rareWord}`,
    `${middlingWord} saptarana`,
    'saptarana gilangmara tirtasuna',
    `${commonWord} loket berkas surat tidakadakatabegini`,
  ].flatMap((q) =>
    all.flatMap((view) =>
      ['', ...categories].flatMap((category) =>
        ['', 'me', 'none'].flatMap((assignee) =>
          dues.map((due) => asked(unit, { ...plain, view, category, assignee, due, q })),
        ),
      ),
    ),
  )
