import { inbound as en } from './en/inbound.ts'
import { inbound as id } from './id/inbound.ts'
import type { Wording } from './wording.ts'

/** Wording of messages that came in by mail or chat. It comes with their pages. */
export const inboundWording = ({ language }: Pick<Wording, 'language'>): typeof id => (language === 'en' ? en : id)
