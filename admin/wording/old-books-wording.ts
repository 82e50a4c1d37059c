import en from '../texts/en/old-books.json'
import id from '../texts/id/old-books.json'
import { inBoth } from './wording.ts'

export const oldBooksWording = inBoth({ id, en })
