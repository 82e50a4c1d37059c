import { html } from 'lit'
import type { CaseView } from '../../service/contract/case-view.ts'
import { casesAddress } from '../page/addresses.ts'
import { goTo } from '../page/navigation.ts'
import { say } from '../ui/say.ts'
import type { GuardWanted } from './guard/who-is-meant.ts'
import type { PageOfCase } from './page-of-case.ts'

/** Lets somebody say, on the page of a case, whom of the staff it concerns. The dialog is fetched when it is first wanted. */
export class GuardAsking {
  private isOpen = false
  private wanted: GuardWanted | null = null

  constructor(private readonly page: PageOfCase) {}

  readonly begin = async ({ detail }: CustomEvent<GuardWanted | null>) => {
    this.wanted = detail
    this.open(await this.page.isFetched(() => import('./guard/guard-dialog.ts')))
  }

  private open(isOpen: boolean) {
    this.isOpen = isOpen
    this.page.requestUpdate()
  }

  render(current: CaseView) {
    return html`<guard-dialog ?open=${this.isOpen} .case=${current} .wanted=${this.wanted}
      @guard-closed=${this.onClosed} @guard-changed=${this.onChanged} @case-outdated=${this.page.shown.reload}></guard-dialog>`
  }

  private readonly onClosed = () => this.open(false)

  private readonly onChanged = async ({ detail: isVisible }: CustomEvent<boolean>) => {
    const { unit, wording } = this.page.means
    this.open(false)
    if (!isVisible) {
      say(this.page, wording.guard.gone)
      return goTo(casesAddress(unit.tenant), { replace: true })
    }
    await this.page.shown.reload()
    say(this.page, this.page.shown.view?.guard ? wording.guard.done : wording.guard.lifted)
  }
}
