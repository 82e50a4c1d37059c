#!/usr/bin/env node
import { join, resolve } from 'node:path'
import { z } from '@hono/zod-openapi'
import { createLog } from './adapters/pino/create-log.ts'
import { unavailable } from './adapters/sqlite/sqlite-rows.ts'
import { fieldProblems, fieldSentence, sentenceFor as problemSentence } from './http/problem.ts'
import { backupCommand } from './running/commands/backup.ts'
import { RefusedCopy } from './running/commands/copies.ts'
import { exportTenantCommand } from './running/commands/export-tenant.ts'
import { importTenantCommand } from './running/commands/import-tenant.ts'
import { addStaffCommand, openTenantCommand, resetSignInCommand } from './running/commands/manage-accounts.ts'
import { recoverCommand } from './running/commands/recover.ts'
import { restoreCommand } from './running/commands/restore.ts'
import { holdStill, rotateKeysCommand } from './running/commands/rotate-keys.ts'
import { NotTried, tryCommand } from './running/commands/try-service.ts'
import { updateCommand } from './running/commands/update-service.ts'
import { verifyLogCommand } from './running/commands/verify-log.ts'
import { type Config, readConfig } from './running/config.ts'
import { type Opened, openPorts } from './running/open-ports.ts'
import type { Ports } from './running/ports.ts'
import { Stopped } from './running/progress.ts'
import { withKeptSettings } from './running/settings.ts'
import { refuseUnfinishedRestore } from './running/start-service.ts'
import { HOLD_STILL } from './running/store.ts'
import { Refusal } from './shared/refusal.ts'

const usage = `Usage: aduan <command> [options]

  open-tenant <slug> --name <text> --short-name <text> --prefix <BO>
                     --admin-name <text> --admin-email <address>
      Opens a unit and invites its first admin: by mail, or by a link that is printed where no mail is set up.

  add-staff <slug> --name <text> --position <text> --email <address> --roles <role,role>
      Invites somebody to a unit. The one-time link is mailed; where no mail is set up it is printed.

  reset-sign-in <address> [--second-factor]
      Lets somebody back in who lost the password, or the second factor. An operator's link is printed,
      another person's is mailed where mail is set up. It is written down, and the person is told.

  try <slug> [--at <address>]
      Files, follows, answers, prints and deletes a practice complaint through the public address, in a minute at most,
      with a document as evidence, and says of each step whether it went well. Ends with 1 if one did not, and with 2
      if nothing could be tried. The service keeps running.

  update <archive> --restart <command>
      Checks who signed a newer archive, unpacks it beside this one, tries it, makes a backup if there is a place for it,
      switches over, and goes back if it does not get ready.

  verify-log [slug] [--head <file or text>]
      Reads the access log of a unit, or of all, and tells any line that was changed, cut out or moved.
      With heads that were kept elsewhere (the service's output, the manifest of a backup, log-heads.jsonl) it finds
      a cut-off end and a store that was put back too.

  backup [folder]
      Copies store, evidence and wrapped keys into a folder that is not there yet, also while the service runs; without
      one, into today's in BACKUP_FOLDER, in the bucket of BACKUP_S3_URL, or in both.
      Ctrl-C stops it; run again it goes on. The master key is not in it: keep it elsewhere.

  restore <backup> [--erasures <file>] [--without-erasures]
      Puts a backup into an empty DATA_DIR, with the master key of then in it as master.key or given as MASTER_KEY.
      Checks every byte, opens all, and erases again what was erased since. s3:<name> is one in the bucket.

  recover <litestream.yml> [--of <folder>]
      Fills an empty DATA_DIR from where Litestream followed the stores to, checks that all evidence is there, and
      leaves out numbers that may have been given. --of is the folder in that file, if it is another than DATA_DIR.

  export-tenant <slug> <folder> [--passphrase-file <file>]
      Copies one unit into a folder that is not there yet, sealed; prints the passphrase unless one is given.

  import-tenant <folder> --passphrase-file <file>
  import-tenant --discard <slug>
      Takes the unit in, from another installation, with SQLite or MongoDB. Codes, numbers, receipts and log go on.
      Killed, it goes on when run again; or --discard takes out what it left.

  rotate-keys --tenant <slug> | --all | --master
      Changes the secret that wraps the keys of a unit, or of all, or the master key. Ctrl-C stops it;
      run again it goes on.

With the embedded store, stop the service first for all but backup, try and update: the store belongs to one process.
Keys are changed, units opened and people invited while it runs in the admin app.
`

type Command = (ports: Ports, parameters: string[], config: Config, opened: Opened) => Promise<string>

const commands: Readonly<Record<string, Command>> = {
  'rotate-keys': rotateKeysCommand,
  'verify-log': verifyLogCommand,
  'export-tenant': (_, parameters, config, opened) => exportTenantCommand(opened, parameters, config),
  'import-tenant': (_, parameters, __, opened) => importTenantCommand(opened, parameters),

  'open-tenant': openTenantCommand,
  'add-staff': addStaffCommand,
  'reset-sign-in': resetSignInCommand,
}

const withoutStore: Readonly<Record<string, (parameters: string[], config: Config) => Promise<string>>> = {
  backup: backupCommand,
  restore: (parameters, config) => restoreCommand(parameters, config, open),
  recover: (parameters, config) => recoverCommand(parameters, config, open),
  try: tryCommand,
  update: (parameters, config) => updateCommand(parameters, config, resolve(import.meta.dirname, '../..')),
}

const open = (config: Config): Promise<Opened> => {
  const publicUrl = config.publicUrl ?? `http://localhost:${config.port}`
  return openPorts(config, publicUrl, join(import.meta.dirname, '..'), createLog('error'))
}

async function run([name = '', ...parameters]: string[]): Promise<void> {
  const command = commands[name]
  const alone = withoutStore[name]
  if (!command && !alone && name !== HOLD_STILL) {
    process.stderr.write(usage)
    process.exitCode = name === '' || name === '--help' ? 0 : 2
    return
  }
  const config = readConfig(await withKeptSettings(process.env))
  if (alone) {
    process.stdout.write(await alone(parameters, config))
    return
  }
  await refuseUnfinishedRestore(config.dataFolder)
  const opened = await open(config)
  try {
    if (command) process.stdout.write(await command(opened.ports, parameters, config, opened))
    else await holdStill(opened, config)
  } finally {
    await opened.close()
  }
}

run(process.argv.slice(2)).catch((cause: unknown) => {
  process.stderr.write(`${sentenceFor(cause)}\n`)
  process.exitCode =
    cause instanceof Stopped ? 130 : cause instanceof RefusedCopy || cause instanceof NotTried ? cause.exitCode : 1
})

function sentenceFor(cause: unknown): string {
  if (cause instanceof z.ZodError) {
    return fieldProblems(cause.issues)
      .map(({ path, code }) => `${path}: ${fieldSentence(code, 'en')}`)
      .join('\n')
  }
  if (cause instanceof Refusal) return problemSentence(cause.code, 'en', cause.details)
  return cause instanceof Error ? (unavailable(cause) ?? cause).message : String(cause)
}
