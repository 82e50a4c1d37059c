import { shortcuts as en } from '../../wording/en/shortcuts.ts'
import { shortcuts as id } from '../../wording/id/shortcuts.ts'
import type { Wording } from '../../wording/wording.ts'

/** What is said about working by keyboard. It comes with the elements that say it. */
export const shortcutWording = ({ language }: Pick<Wording, 'language'>): typeof id => (language === 'en' ? en : id)
