import { live as en } from '../../wording/en/live.ts'
import { live as id } from '../../wording/id/live.ts'
import type { Wording } from '../../wording/wording.ts'

export const liveWording = ({ language }: Pick<Wording, 'language'>): typeof id => (language === 'en' ? en : id)
