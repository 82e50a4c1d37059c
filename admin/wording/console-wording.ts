import en from '../texts/en/console.json'
import id from '../texts/id/console.json'
import { inBoth } from './wording.ts'

/** What the pages of who runs the service say, in both languages: it comes with them, and burdens no other. */
export const consoleWording = inBoth({ id, en })
