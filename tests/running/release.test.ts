import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, symlink } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { machineOf } from '../../service/running/archive.ts'
import { aFolderForData } from '../support/a-running-service.ts'

const root = resolve(import.meta.dirname, '../..')

/** An archive as it is unpacked: the launcher, Node, the built service and its packages in one folder. */
async function anUnpackedArchive(): Promise<string> {
  const folder = await aFolderForData()
  await copyFile(join(root, 'examples/deploy/aduan'), join(folder, 'aduan'))
  await symlink(process.execPath, join(folder, 'node'))
  for (const name of ['dist', 'node_modules']) await symlink(join(root, name), join(folder, name))
  return folder
}

/** For somebody who has installed nothing: no Node, and no tool besides the shell. */
const bare = { PATH: '/nowhere', PORT: '0', DEMO: 'off' }

it('an unpacked archive starts by one command where no Node is installed', async () => {
  const folder = await anUnpackedArchive()
  const child = spawn(join(folder, 'aduan'), { cwd: '/', env: { ...bare, DATA_DIR: join(folder, 'data') } })
  const ended = once(child, 'exit')
  onTestFinished(async () => {
    child.kill('SIGTERM')
    await ended
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
  const port = await vi.waitUntil(() => /"port":(\d+)/.exec(output)?.[1], { timeout: 60_000 })
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200)
})

it('the same file carries out the commands of the operator', async () => {
  const folder = await anUnpackedArchive()
  const { status, stderr, stdout } = spawnSync(join(folder, 'aduan'), ['no-such-command'], {
    ...{ cwd: folder, encoding: 'utf8' },
    env: { ...bare, DATA_DIR: join(folder, 'data') },
  })
  expect(status).not.toBe(0)
  expect(stdout + stderr).toContain('backup')
})

it.each([
  ['a program for x64', [0x7f, 0x45, 0x4c, 0x46, 2, 1, ...Array(12).fill(0), 62, 0], 62],
  ['a program for 64-bit ARM', [0x7f, 0x45, 0x4c, 0x46, 2, 1, ...Array(12).fill(0), 183, 0], 183],
  ['one that counts from the other end', [0x7f, 0x45, 0x4c, 0x46, 2, 2, ...Array(12).fill(0), 0, 22], 22],
  ['a file that is cut off', [0x7f, 0x45, 0x4c, 0x46, 2, 1], null],
  ['a script', [...Buffer.from('#!/bin/sh\nexec node main.js')], null],
])('the machine of %s is told by its head', (_, head, machine) => {
  expect(machineOf(Uint8Array.from(head))).toBe(machine)
})
