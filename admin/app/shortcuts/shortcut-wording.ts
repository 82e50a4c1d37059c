import { shortcuts as en } from '../../wording/en/shortcuts.ts'
import { shortcuts as id } from '../../wording/id/shortcuts.ts'
import type { Wording } from '../../wording/wording.ts'

export const shortcutWording = ({ language }: Pick<Wording, 'language'>): typeof id => (language === 'en' ? en : id)
