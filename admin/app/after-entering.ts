/** What the desk needs a moment after the page: it comes once that is there, and comes to life where its tag stands. */
import '../account/sign-in/confirmation.ts'
import '../telling/announcements/announcement-banner.ts'
import './help/help-button.ts'
import './shortcuts/desk-keys.ts'
import './typed-guard.ts'

export { endPushHere, leavePushOfOthers } from '../account/push-here.ts'
export { registerWorker } from './offline/register-worker.ts'
