import type { z } from '@hono/zod-openapi'
import { letterPreview, logoRequest } from '../../contract/letters.ts'
import { letterSettings, tenantSettings } from '../../contract/tenant-settings.ts'
import type { RenderLetters } from '../../desk/letters/letter-document.ts'
import { type LogoPorts, type PreviewPorts, previewLetter, setLogo } from '../../desk/letters/letterhead.ts'
import type { LetterSettings } from '../../offices/tenants/letter-settings.ts'
import type { MalwareScanner } from '../../shared/outbound.ts'
import { answers, forStaff, jsonBody, newApi, refusals, route, tenantParam } from '../openapi.ts'
import { fileAnswer, pdfResponse } from '../send-file.ts'
import { paperView } from '../views/letter-view.ts'
import { settingsView } from './settings-routes.ts'

const configured = forStaff('tenant.configure')

const preview = route.post('/preview', {
  summary: 'A letter as these settings would make it; changes nothing',
  ...configured,
  request: { params: tenantParam, ...jsonBody(letterSettings) },
  responses: answers(200, letterPreview, 'The letter, and the number that it would bear'),
})
const previewPdf = route.post('/preview.pdf', {
  summary: 'The same on paper',
  ...configured,
  request: { params: tenantParam, ...jsonBody(letterSettings) },
  responses: { 200: fileAnswer('application/pdf', 'A letter to somebody who never was'), ...refusals },
})
const logo = route.put('/logo', {
  summary: 'Set the logo of the letterhead, or take it away',
  ...configured,
  request: { params: tenantParam, ...jsonBody(logoRequest) },
  responses: answers(200, tenantSettings, 'The settings with the logo as it was drawn'),
})

export type LetterSettingsPorts = PreviewPorts &
  LogoPorts & {
    readonly renderLetters: RenderLetters
    /** It is `null` if nothing is scanned. */
    readonly malwareScanner: MalwareScanner | null
  }

const letterSettingsFrom = ({ letterhead, ...rest }: z.infer<typeof letterSettings>): LetterSettings => ({
  ...rest,
  letterhead: { ...letterhead, logo: null },
})

export function letterSettingsRoutes(ports: LetterSettingsPorts) {
  const api = newApi()
  api.openapi(preview, async (c) => {
    const { number, document } = await previewLetter(ports, c.get('staff'), letterSettingsFrom(c.req.valid('json')))
    return c.json({ number, paper: paperView(document) }, 200)
  })
  api.openapi(previewPdf, async (c) => {
    const { document } = await previewLetter(ports, c.get('staff'), letterSettingsFrom(c.req.valid('json')))
    return pdfResponse(c, 'contoh-surat.pdf', await ports.renderLetters([document]))
  })
  api.openapi(logo, async (c) => {
    const saved = await setLogo(ports, c.get('staff'), c.req.valid('json'))
    return c.json(settingsView(saved, ports.malwareScanner !== null), 200)
  })
  return api
}
