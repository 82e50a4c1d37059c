import type { Context } from 'hono'
import type { UnreadableCase } from '../../case/store/kept-complaint.ts'
import type { SealedWrongLine } from '../../contract/case-view.ts'
import type { AppEnv } from '../app-env.ts'
import { sentenceFor } from '../problem.ts'

export const sealedWrongIn =
  (c: Context<AppEnv>) =>
  ({ number, status }: UnreadableCase): SealedWrongLine => ({
    ...{ number, status, code: 'case/sealed-wrong' },
    detail: sentenceFor('case/sealed-wrong', c.get('language')),
  })
