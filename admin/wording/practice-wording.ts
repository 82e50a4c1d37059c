import en from '../texts/en/practice.json'
import id from '../texts/id/practice.json'
import { inBoth } from './wording.ts'

/** It is loaded with what shows it. */
export const practiceWording = inBoth({ id, en })
