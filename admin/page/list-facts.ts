import { type OptionalField, optionalFields, type Story } from '../../service/case/shape/story-fields.ts'
import factsWording from '../texts/facts.json'
import type { Wording } from '../wording/wording.ts'

export type Fact = OptionalField & { readonly label: string; readonly value: string | null }

/** The optional fields of a story with their labels and values; a day is written out, `null` was not given. */
export const listFacts = (story: Pick<Story, OptionalField['name']>, wording: Wording): Fact[] =>
  optionalFields.map((field) => {
    const value = story[field.name]
    const shown = value && field.kind === 'day' ? wording.formats.longDay(`${value}T12:00:00Z`) : value
    return { ...field, label: factsWording(wording)[field.name].label, value: shown }
  })
