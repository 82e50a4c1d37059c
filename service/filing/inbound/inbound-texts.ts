import { readTexts } from '../../shared/texts/texts.ts'
import inbound from '../../texts/id/inbound.json' with { type: 'json' }

/**
 * Answers to what came by mail or as a message. They are in Indonesian, or in both languages at once, because the
 * sender's is not known, and repeat nothing of the message.
 */
export const inboundTexts = readTexts({ id: inbound }).id
