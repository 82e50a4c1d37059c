import { z } from '@hono/zod-openapi'

/** The parts of a backup by their names in its folder. `sums` is in the form that `sha256sum -c` reads. */
export const parts = {
  manifest: 'manifest.json',
  sums: 'SHA256SUMS',
  cases: 'aduan.db',
  secrets: 'keys/aduan.db',
  evidence: 'evidence',
} as const

/** What was erased for good; one list lies beside the backups, in a folder and in a bucket. */
export const ERASURES = 'erasures.json'

export const manifestSchema = z.object({
  format: z.literal(1),
  /** Earlier writes are in the backup, later ones are not. */
  pointOfRecovery: z.iso.datetime(),
  madeAt: z.iso.datetime(),
  /** The version of the store; a program reads its own and earlier ones. */
  schema: z.number().int(),
  documents: z.record(z.string(), z.number().int()),
  evidence: z.object({ files: z.number().int(), bytes: z.number().int(), missing: z.array(z.string()) }),
  /** The list of sums has the SHA-256 of every other part. */
  sums: z.object({ files: z.number().int(), sha256: z.string() }),
  /** The newest signed head of each tenant's log; `verify-log --head` compares a log with it. */
  logHeads: z.record(z.string(), z.string()).optional(),
  masterKey: z.literal('not in this backup'),
})

export type Manifest = z.infer<typeof manifestSchema>

/** The SHA-256 of each file in hex, by its relative path. */
export type Sums = ReadonlyMap<string, string>

export const textOfSums = (sums: Sums): string =>
  [...sums]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([path, sha256]) => `${sha256}  ${path}\n`)
    .join('')

/** Paths in a backup; none leads out of it. */
const pathInBackup = /^(evidence\/[\w-]{2}\/[\w-]+|(keys\/)?aduan\.db)$/

/** @throws Error for a line that does not belong there, such as a path that leads out of the folder */
export function readSums(text: string, allowed: RegExp = pathInBackup): Sums {
  const lines = text.split('\n').filter((line) => line !== '')
  return new Map(
    lines.map((line) => {
      const [sha256 = '', path = ''] = line.split('  ')
      if (!/^[0-9a-f]{64}$/.test(sha256) || !allowed.test(path)) {
        throw new Error(`SHA256SUMS has a line that does not belong there: ${line.slice(0, 100)}`)
      }
      return [path, sha256] as const
    }),
  )
}
