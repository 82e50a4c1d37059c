import { aFiling } from './an-office.ts'
import type { oneService } from './one-service.ts'
import { voiceFile } from './voice-file.ts'

/** A complaint that somebody spoke and did not write. */
export async function aSpokenCase(service: ReturnType<typeof oneService>, changes: Parameters<typeof aFiling>[0] = {}) {
  const office = service.unit()
  const { id: file } = (await (await office.upload('rekaman.wav', voiceFile())).json()) as { id: string }
  const spoken = { file, disguised: true }
  return { ...(await office.file(aFiling({ subject: '', chronology: '', spoken, ...changes }))), file }
}
