import type { z } from '@hono/zod-openapi'
import { letterPreview, logoRequest } from '../../contract/letters.ts'
import { letterSettings, tenantSettings } from '../../contract/tenant-settings.ts'
import { previewLetter, setLogo } from '../../desk/letters/letterhead.ts'
import type { LetterSettings } from '../../offices/tenants/letter-settings.ts'
import { file, json, op } from '../operation.ts'
import { pdfResponse } from '../send-file.ts'
import { paperView } from '../views/letter-view.ts'
import { settingsView } from './settings-routes.ts'

const letterSettingsFrom = ({ letterhead, ...rest }: z.infer<typeof letterSettings>): LetterSettings => ({
  ...rest,
  letterhead: { ...letterhead, logo: null },
})

export const letterSettingsOperations = [
  op('POST /settings/letters/preview', {
    summary: 'A letter as these settings would make it; changes nothing',
    may: ['tenant.configure'],
    body: letterSettings,
    answer: json(letterPreview, 'The letter, and the number that it would bear'),
    does: async ({ office, staff, body }) => {
      const { number, document } = await previewLetter(office, staff, letterSettingsFrom(body))
      return { number, paper: paperView(document) }
    },
  }),
  op('POST /settings/letters/preview.pdf', {
    summary: 'The same on paper',
    may: ['tenant.configure'],
    body: letterSettings,
    answer: file('application/pdf', 'A letter to somebody who never was'),
    does: async ({ office, staff, body, c }) => {
      const { document } = await previewLetter(office, staff, letterSettingsFrom(body))
      return pdfResponse(c, 'contoh-surat.pdf', await office.renderLetters([document]))
    },
  }),
  op('PUT /settings/letters/logo', {
    summary: 'Set the logo of the letterhead, or take it away',
    may: ['tenant.configure'],
    body: logoRequest,
    answer: json(tenantSettings, 'The settings with the logo as it was drawn'),
    does: async ({ office, staff, body }) => {
      const saved = await setLogo(office, staff, body)
      return settingsView(saved, office.malwareScanner !== null)
    },
  }),
]
