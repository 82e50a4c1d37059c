import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder with an empty file for each state of a page that some journey of this run looked at and found good. */
    pagesSeen: string
  }
}

/** Gives the workers of a run one place for what they have looked at. Many journeys pass through the same steps. */
export default function keepPagesSeen({ provide }: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'aduan-pages-seen-'))
  provide('pagesSeen', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
