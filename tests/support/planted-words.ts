import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OwnWords } from '../../service/offices/names/personal-words.ts'

/** Invented stories in which everything between « and » tells who somebody is. */
interface Planted {
  /** What the reporter typed into the form's own fields. */
  readonly own: OwnWords | null
  readonly stories: readonly string[]
}

/** Beginnings, middles and ends of stories that tell of nobody stand beside them. */
interface Stories {
  readonly planted: readonly Planted[]
  readonly openings: readonly string[]
  readonly middles: readonly string[]
  readonly endings: readonly string[]
}

const stories: Stories = JSON.parse(readFileSync(join(import.meta.dirname, 'planted-words.json'), 'utf8'))
export const { planted } = stories

const pick = (from: readonly string[], at: number) => from[at % from.length] ?? ''

/** 200 stories that tell of offices, positions, places and sums, and of nobody in particular. */
export const cleanStories: readonly string[] = Array.from({ length: 200 }, (_, at) =>
  [pick(stories.openings, at), pick(stories.middles, at * 7 + Math.floor(at / 18)), pick(stories.endings, at * 3)].join(
    ' ',
  ),
)

export interface PlantedStory {
  readonly text: string
  readonly own: OwnWords | null
  /** Where each planted part lies in the text. */
  readonly parts: readonly { readonly start: number; readonly end: number }[]
}

/** Takes the marks out of the stories and says where they stood. */
export const plantedStories: readonly PlantedStory[] = planted.flatMap(({ own, stories }) =>
  stories.map((marked) => {
    const parts: { start: number; end: number }[] = []
    let text = ''
    for (const [at, piece] of marked.split(/[«»]/).entries()) {
      if (at % 2 === 1) parts.push({ start: text.length, end: text.length + piece.length })
      text += piece
    }
    return { text, own, parts }
  }),
)
