import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { FormLanguage } from '../../service/offices/vocabulary.ts'
import type { Wording } from '../wording/id.ts'

interface Launcher {
  readonly language: FormLanguage
  readonly open: () => void
  readonly noteClosed: () => void
  /** The form, once it was opened. */
  readonly panel: TemplateResult | undefined
}

/** Shows the button of button mode, and the dialog that it opened. */
export const renderLauncher = (wording: Wording, { language, open, noteClosed, panel }: Launcher) => html`
  <button type="button" class="primary" part="launcher" aria-haspopup="dialog" @click=${open}>${wording.launcher}</button>
  ${
    panel
      ? html`<aduan-dialog .label=${wording.panel} .lang=${language} @aduan-closed=${noteClosed}>${panel}</aduan-dialog>`
      : nothing
  }
`
