import en from '../texts/en/snippet.json'
import id from '../texts/id/snippet.json'
import { inBoth } from './wording.ts'

export const snippetWording = inBoth({ id, en })
