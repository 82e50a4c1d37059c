import { readTexts } from '../../shared/texts/texts.ts'
import en from '../../texts/en/letters.json' with { type: 'json' }
import id from '../../texts/id/letters.json' with { type: 'json' }

export const letterTexts = readTexts({ id, en })
