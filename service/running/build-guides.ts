import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { guides } from '../../admin/wording/guides/guides.ts'
import { renderGuide } from '../adapters/pdf/render-guide.ts'

/** Writes the guide of each role as a PDF. They hold nothing secret, so that they are served to everybody. */
export async function buildGuides(outFolder: string): Promise<void> {
  await mkdir(outFolder, { recursive: true })
  for (const guide of Object.values(guides)) {
    await writeFile(join(outFolder, `${guide.file}.pdf`), await renderGuide(guide))
  }
}
