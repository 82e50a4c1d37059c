import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Conversation, socketAddress, speakTo } from '../adapters/node-server/command-socket.ts'
import type { Config } from './config.ts'
import { type StandingStill, standStillWords } from './stand-still.ts'

export const SOCKET = 'control.sock'
/** It is no command for people. */
export const HOLD_STILL = 'hold-still'
export const HOLDER_READY = 'ready'

export interface AskedToStandStill {
  begin(): Promise<StandingStill>
  moveOn(): Promise<void>
  done(): Promise<void>
  end(): void
}

/** Connects to the service, or to a helper process that holds the store if none runs. */
export async function askToStandStill({ dataFolder }: Config): Promise<AskedToStandStill> {
  const address = socketAddress(join(dataFolder, SOCKET))
  if (!address) throw new Error(`${dataFolder} is too long a path for a socket. Go into it and name it as DATA_DIR=.`)
  const service = await speakTo(address)
  if (service) return converseWith(service, () => {})
  const endHolder = await startHolder()
  const holder = await speakTo(address)
  if (!holder) {
    endHolder()
    throw new Error(`Nobody listens at ${address}.`)
  }
  return converseWith(holder, endHolder)
}

function converseWith(conversation: Conversation, end: () => void): AskedToStandStill {
  async function ask(words: string): Promise<unknown> {
    const answer = await conversation.ask(words)
    if (isRefusal(answer)) throw new Error(answer.refused)
    return answer
  }
  return {
    begin: async () => (await ask(standStillWords.begin)) as StandingStill,
    moveOn: async () => void (await ask(standStillWords.moveOn)),
    done: async () => void (await ask(standStillWords.done)),
    end() {
      conversation.end()
      end()
    },
  }
}

const isRefusal = (answer: unknown): answer is { readonly refused: string } =>
  typeof answer === 'object' && answer !== null && 'refused' in answer && typeof answer.refused === 'string'

/** @returns a function that ends it @throws Error with its message if it could not open the store */
async function startHolder(): Promise<() => void> {
  const [, program = ''] = process.argv
  const holder = spawn(process.execPath, [program, HOLD_STILL], { stdio: ['pipe', 'pipe', 'pipe'] })
  let failure = ''
  holder.stderr.on('data', (piece: Buffer) => {
    failure += piece.toString()
  })
  const lines = createInterface(holder.stdout)
  const first = await Promise.race([
    once(lines, 'line').then(([line]) => line as string),
    once(holder, 'exit').then(() => ''),
  ])
  if (first !== HOLDER_READY) throw new Error(failure.trim() || 'The store could not be opened.')
  return () => void holder.stdin.end()
}
