import { resolve } from 'node:path'

const built = resolve(import.meta.dirname, '../../dist/service')

/** Programs that tests start beside the service. Compiled once, one starts in a fifth of the time that its sources take. */
export const programs = [
  'an-otlp-receiver-process',
  'change-letters',
  'command-host-process',
  'deliver-from-folder',
  'migrator-process',
  'mover-process',
  'rotator-process',
  'service-host-process',
  'write-letters',
] as const

/** It lies beside the service, where what it has of the service finds its parts. */
export const builtProgram = (name: (typeof programs)[number] | 'aduan'): string => resolve(built, `${name}.js`)
