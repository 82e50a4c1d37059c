import en from '../texts/en/shortcut.json'
import id from '../texts/id/shortcut.json'
import { inBoth } from './wording.ts'

export const shortcutWording = inBoth({ id, en })
