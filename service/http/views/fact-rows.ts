import { optionalFields, type Story } from '../../case/shape/story-fields.ts'
import type { Language } from '../../offices/vocabulary.ts'
import { sayDate } from '../../shared/time-in-words.ts'
import { nameField } from './view-texts.ts'

/** The optional fields of a story as papers print them; `null`: not given. */
export const listFactRows = (story: Story, language: Language): (readonly [label: string, value: string | null])[] =>
  optionalFields.map(({ name, kind }) => {
    const { onPaper } = nameField(name, language)
    const value = story[name]
    return [onPaper, value && kind === 'day' ? sayDate(value, language) : value]
  })
