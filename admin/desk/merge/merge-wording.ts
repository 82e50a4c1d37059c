import { merge as en } from '../../wording/en/merge.ts'
import { merge as id } from '../../wording/id/merge.ts'
import type { Wording } from '../../wording/wording.ts'

export const mergeWording = ({ language }: Pick<Wording, 'language'>): typeof id => (language === 'en' ? en : id)
