import { html } from 'lit'
import type { Confirmation } from '../../../service/contract/account.ts'
import type { ServiceClient } from '../../api/client.ts'
import { showPasskey } from '../../api/passkeys.ts'
import { FormElement } from '../../page/form-element.ts'
import { icons } from '../../ui/icons.ts'

/** Asks the person to prove by a passkey who they are. `null` means that they gave up. */
export async function askPasskey({ call }: Pick<ServiceClient, 'call'>) {
  const passkey = await showPasskey(await call('POST /session/confirmation/passkey-options'))
  return passkey && { passkey }
}

/** Asks the signed-in person to prove once more who they are. What is wrong stands at the one field. */
export abstract class ProofElement extends FormElement {
  /** Makes the proof from what was written; `null` where nothing was. */
  protected abstract proofIn(written: FormData): Confirmation | null
  protected abstract onProved(): void

  protected override findMistakes() {
    return {}
  }

  protected async send(written: FormData) {
    const proof = this.proofIn(written)
    if (proof) await this.confirm(proof)
    else this.attempt.refusal = this.wording.common.required
  }

  protected renderPasskey() {
    return html`<button type="button" ?disabled=${this.attempt.isBusy} @click=${this.usePasskey}>${icons.key}${this.wording.session.confirmByPasskey}</button>`
  }

  private readonly usePasskey = () =>
    this.attempt.run(async () => {
      const shown = await askPasskey(this.client)
      if (shown) await this.confirm(shown)
    })

  private async confirm(proof: Confirmation) {
    await this.client.call('POST /session/confirmation', { body: proof, answersWrong: true })
    this.onProved()
  }
}
