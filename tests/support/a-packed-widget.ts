import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { layOutPackage } from '../../widget/tools/pack.ts'

const modules = resolve(import.meta.dirname, '../../node_modules')

export interface PackedWidget {
  /** A project that has installed the package, with React and Vue beside it. The caller removes it. */
  readonly project: string
  /** What lies in the package, by name. */
  readonly files: readonly string[]
}

/** Packs the widget as npm would publish it, and unpacks it where somebody would have installed it. */
export async function aPackedWidget(): Promise<PackedWidget> {
  const project = await mkdtemp(join(tmpdir(), 'aduan-packed-'))
  const laidOut = join(project, 'package')
  await layOutPackage(laidOut)
  const packed = execFileSync('npm', ['pack', '--json', '--offline', '--pack-destination', project], {
    cwd: laidOut,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [{ filename, files }] = JSON.parse(packed) as [{ filename: string; files: { path: string }[] }]
  const installed = join(project, 'node_modules', 'aduan-widget')
  await mkdir(installed, { recursive: true })
  execFileSync('tar', ['-xzf', join(project, filename), '-C', installed, '--strip-components', '1'])
  for (const name of ['@types', 'csstype', 'react', 'react-dom', 'vue', '@vue'])
    await symlink(join(modules, name), join(project, 'node_modules', name))
  return { project, files: files.map(({ path }) => path) }
}
