import { labels as en } from './en/labels.ts'
import { labels as id } from './id/labels.ts'
import type { Wording } from './wording.ts'

export const labelsWording = ({ language }: Pick<Wording, 'language'>): typeof id => (language === 'en' ? en : id)
