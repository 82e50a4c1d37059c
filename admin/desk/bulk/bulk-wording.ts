import { bulk as en } from '../../wording/en/bulk.ts'
import { bulk as id } from '../../wording/id/bulk.ts'
import type { Wording } from '../../wording/wording.ts'

export const bulkWording = ({ language }: Pick<Wording, 'language'>): typeof id => (language === 'en' ? en : id)
