import { replyToken, type Sending, TOKEN_LENGTH } from '../../case/notices/message-reference.ts'
import type { ReplyPath } from '../../offices/channels/notice-channel.ts'

/** The part before the `@` may have this many characters (RFC 5321, 4.5.3.1.1). */
const MOST_LOCAL = 64

/** The longest name of the inbound address, so that `+` and a token fit behind it. */
export const MOST_INBOUND_NAME = MOST_LOCAL - 1 - TOKEN_LENGTH

/** Answers are recognised by the reply address, or by the message that they refer to. */
export const replyPathFrom =
  (inboundAddress: string, hasher: () => Promise<(text: string) => string>) =>
  async (sending: Sending): Promise<ReplyPath> => {
    const token = replyToken(await hasher(), sending)
    const at = inboundAddress.lastIndexOf('@')
    const [name, domain] = [inboundAddress.slice(0, at), inboundAddress.slice(at + 1)]
    return { address: `${name}+${token}@${domain}`, refersTo: `<${token}@${domain}>` }
  }
