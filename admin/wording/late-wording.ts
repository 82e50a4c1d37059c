import { late as en } from './en/late.ts'
import { late as id } from './id/late.ts'
import type { Wording } from './wording.ts'

/** Wording of the page of late cases. It comes with the page. */
export const lateWording = ({ language }: Pick<Wording, 'language'>): typeof id => (language === 'en' ? en : id)
